import Columnar
import Segmentation

extension WorkspaceState {
    /// People that are looked at for whether their values differ.
    private static let looked = 4096
    /// Values beyond which nobody looks through groups, however many people there are.
    private static let mostGroups = 1000
    /// Values that are few in the smallest store.
    private static let fewValues = 20

    /// The traits of which at most one value comes to ten people.
    ///
    /// - Complexity: O(traits), a few thousand values read for each at most
    var groupingTraits: Set<String> {
        Set(population.traits.filter { isGrouping($0.value.current) }.keys)
    }

    private func isGrouping(_ column: Column) -> Bool {
        if case .codes(_, let codebook, _) = column {
            return codebook.count <= min(Self.mostGroups, max(Self.fewValues, column.count / 10))
        }
        let people = min(column.count, Self.looked)
        let most = min(Self.mostGroups, max(Self.fewValues, people / 10))
        var distinct: Set<ColumnValue> = []
        for profile in 0..<people {
            if let value = column[profile] { distinct.insert(value) }
            if distinct.count > most { return false }
        }
        return true
    }
}
