import Columnar
import Customers

/// The values of one trait as they were at a date, a profile a value.
struct TraitValues {
    private let current: Column
    /// Of profiles whose value has changed since the date, what it was.
    private let earlier: [Int: ColumnValue?]

    /// - Complexity: O(changes after the date)
    init(_ trait: Trait, asOf: Instant, profiles: ProfileMap) {
        current = trait.current
        var earlier: [Int: ColumnValue?] = [:]
        if let changes = trait.changes {
            for row in changes.times.lowerBound(asOf.milliseconds)..<changes.times.count {
                let profile = profiles.profile(of: Int(changes.records[row]))
                // The first change after the date tells what was there at the date.
                if earlier[profile] == nil { earlier[profile] = .some(changes.previous[row]) }
            }
        }
        self.earlier = earlier
    }

    subscript(profile: Int) -> ColumnValue? {
        if !earlier.isEmpty, let value = earlier[profile] { return value }
        return profile < current.count ? current[profile] : nil
    }

    /// The different values of some profiles, no value among them, and the place of each profile's value, -1 for others.
    ///
    /// - Complexity: O(profiles); a look-up in a table each where the column has few texts and none has changed
    func distinct(among people: Bitmap) -> (places: [Int32], values: [ColumnValue?]) {
        var places = [Int32](repeating: -1, count: people.rows)
        var values: [ColumnValue?] = []
        if case .codes(let codes, let codebook, _) = current, earlier.isEmpty {
            // One place more for those without a value.
            var known = [Int32](repeating: -1, count: codebook.count + 1)
            people.forEach { profile in
                let code = (profile < codes.count ? codes[profile] : nil) ?? codebook.count
                if known[code] < 0 {
                    known[code] = Int32(values.count)
                    values.append(code < codebook.count ? .text(codebook[code]) : nil)
                }
                places[profile] = known[code]
            }
            return (places, values)
        }
        var known: [ColumnValue?: Int32] = [:]
        people.forEach { profile in
            let value = self[profile]
            let place = known[value] ?? Int32(values.count)
            if place == values.count {
                known[value] = place
                values.append(value)
            }
            places[profile] = place
        }
        return (places, values)
    }

    /// The place of every profile's value in the order of values; none where it has none.
    ///
    /// Texts go by their lower case, truth values no before yes, lists by their first text.
    func keys() -> (Int) -> SortKey? {
        guard case .codes(let codes, let codebook, _) = current, earlier.isEmpty else {
            return { profile in self[profile].flatMap(SortKey.init) }
        }
        let texts = (0..<codebook.count).map { codebook[$0].lowercased() }
        var places = [Int64](repeating: 0, count: texts.count)
        var place: Int64 = 0
        var last: String?
        for code in texts.indices.sorted(by: { texts[$0] < texts[$1] }) {
            if let last, last != texts[code] { place += 1 }
            last = texts[code]
            places[code] = place
        }
        return { profile in
            guard profile < codes.count, let code = codes[profile] else { return nil }
            return .integer(places[code])
        }
    }
}

/// A value by which profiles are put in order; those of one column are of one kind.
enum SortKey: Comparable {
    case integer(Int64)
    case number(Double)
    case text(String)

    init?(_ value: ColumnValue) {
        switch value {
        case .text(let text): self = .text(text.lowercased())
        case .integer(let integer, _): self = .integer(integer)
        case .number(let number): self = .number(number)
        case .list(let texts):
            guard let first = texts.first else { return nil }
            self = .text(first.lowercased())
        }
    }
}
