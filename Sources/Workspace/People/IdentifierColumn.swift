import Columnar
import Intake
import Store

/// The smallest identifier of every profile, as `kind:normal form` in the order of UTF-8 bytes.
///
/// Samples are drawn by it, so it is the same whatever the order in which files came.
struct IdentifierColumn {
    private let population: Population
    private let kinds: [(kind: String, traits: [Column])]
    private let callingCode: String?

    init(_ state: WorkspaceState) {
        population = state.population
        let code = state.settings["default_country"]
        callingCode = code.isEmpty ? nil : code
        // No kind with its colon begins with another, so that the first kind that a profile has holds its smallest.
        kinds = state.cache.identifierKinds.sorted { ($0 + ":").utf8.lexicographicallyPrecedes(($1 + ":").utf8) }
            .map { kind in
                (kind, state.cache.traits(holding: kind).compactMap { state.population.traits[$0]?.current })
            }
    }

    /// A text a profile; an empty one where it has no identifier.
    func column() throws -> Column {
        var smallest = [String](repeating: "", count: population.profiles.count)
        for (kind, traits) in kinds {
            let known = smallest
            for trait in traits {
                for record in 0..<min(trait.count, smallest.count) {
                    if record & 0xFFFF == 0 { try Task.checkCancellation() }
                    let profile = population.profiles.profile(of: record)
                    guard known[profile].isEmpty, let text = trait[record]?.text,
                        let value = NormalForm.of(text, kind: kind, callingCode: callingCode)
                    else { continue }
                    let identifier = kind + ":" + value
                    let isSmaller =
                        smallest[profile].isEmpty
                        || identifier.utf8.lexicographicallyPrecedes(smallest[profile].utf8)
                    if isSmaller { smallest[profile] = identifier }
                }
            }
        }
        var bytes: [UInt8] = []
        let ends = smallest.map { text in
            bytes.append(contentsOf: text.utf8)
            return UInt64(bytes.count)
        }
        return .texts(bytes: Lane(bytes), ends: Lane(ends))
    }
}
