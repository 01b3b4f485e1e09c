import Columnar

/// Grows one column by the rows of a splice.
struct ColumnGrowth {
    typealias Entry = CacheDirectory.ColumnEntry

    let sections: GrownSections
    let splice: RowSplice
    /// Rows of arrival whose texts the codebook shall know though no row takes them.
    var alsoKnown: [Int32] = []

    /// Grows a column, or makes one where only new rows have a value.
    ///
    /// - `entry`: the column as it is; none where no row has a value.
    /// - `column`: where the values of the new rows come from; none where they have none.
    /// - Returns: the entry of the column after; none where no row has a value.
    /// - Throws: where the column would have to be of another kind.
    func grow(
        _ entry: Entry?, name: String, prefix: String, with column: ArrivalColumn?
    ) throws(GrowthRefusal) -> Entry? {
        guard entry != nil || column.map({ hasValues($0) }) ?? false else { return nil }
        var grown =
            entry ?? column.map { self.entry(for: $0, name: name, prefix: prefix) }
            ?? Entry(
                name: name, prefix: prefix, form: .codes)
        grown.rows = splice.count
        switch grown.form {
        case .codes: try growCodes(&grown, with: column)
        case .integers: try growIntegers(&grown, isNew: entry == nil, with: column)
        case .numbers: try growNumbers(&grown, isNew: entry == nil, with: column)
        case .texts: try growTexts(grown, with: column)
        case .lists: try growLists(grown, with: column)
        }
        return grown
    }

    private func hasValues(_ column: ArrivalColumn) -> Bool {
        column.hasValue(in: splice.allSources)
    }

    /// How a column is kept that no row had a value of before.
    private func entry(for column: ArrivalColumn, name: String, prefix: String) -> Entry {
        switch column {
        case .codes, .texts:
            var entry = Entry(name: name, prefix: prefix, form: .codes)
            entry.width = 2
            return entry
        case .integers(let values, let meaning, _):
            var entry = Entry(name: name, prefix: prefix, form: .integers, meaning: meaning.rawValue)
            let isNarrow = splice.allSources.allSatisfy {
                $0 < 0 || (Int64(Int32.min)...Int64(Int32.max)).contains(values[Int($0)])
            }
            entry.width = isNarrow ? 4 : 8
            return entry
        case .numbers: return Entry(name: name, prefix: prefix, form: .numbers)
        case .lists: return Entry(name: name, prefix: prefix, form: .lists)
        }
    }

    private func growIntegers(_ entry: inout Entry, isNew: Bool, with column: ArrivalColumn?) throws(GrowthRefusal) {
        var value = { (_: Int32) in Int64(0) }
        var isPresent = { (_: Int32) in false }
        if let column {
            guard case .integers(let values, let meaning, let present) = column, meaning.rawValue == entry.meaning
            else { throw GrowthRefusal("‘\(entry.name)’ is of another type") }
            isPresent = { $0 >= 0 && present[Int($0)] }
            value = { $0 >= 0 && present[Int($0)] ? values[Int($0)] : 0 }
        }
        let name = entry.prefix + "/values"
        let scale = Int64(entry.scale)
        switch entry.width {
        case 1: try apply(name, scale, value) { Int8(exactly: $0) }
        case 2: try apply(name, scale, value) { Int16(exactly: $0) }
        case 4: try apply(name, scale, value) { Int32(exactly: $0) }
        default: try apply(name, scale, value) { $0 }
        }
        growPresence(&entry, isNew: isNew, isPresent)
    }

    private func apply<Integer: BitwiseCopyable & Sendable>(
        _ name: String, _ scale: Int64, _ value: (Int32) -> Int64, _ narrow: (Int64) -> Integer?
    ) throws(GrowthRefusal) {
        let fits = splice.allSources.allSatisfy { value($0) % scale == 0 && narrow(value($0) / scale) != nil }
        guard fits, let zero = narrow(0) else { throw GrowthRefusal("an integer of ‘\(name)’ is too large") }
        sections.grow(name, to: splice.count) { splice.apply(to: $0) { narrow(value($0) / scale) ?? zero } }
    }

    private func growNumbers(_ entry: inout Entry, isNew: Bool, with column: ArrivalColumn?) throws(GrowthRefusal) {
        var value = { (_: Int32) in 0.0 }
        var isPresent = { (_: Int32) in false }
        switch column {
        case nil: break
        case .numbers(let values, let present)?:
            isPresent = { $0 >= 0 && present[Int($0)] }
            value = { $0 >= 0 && present[Int($0)] ? values[Int($0)] : 0 }
        case .integers(let values, .integer, let present)?:
            isPresent = { $0 >= 0 && present[Int($0)] }
            value = { $0 >= 0 && present[Int($0)] ? Double(values[Int($0)]) : 0 }
        default: throw GrowthRefusal("‘\(entry.name)’ is of another type")
        }
        let name = entry.prefix + "/values"
        if entry.distinct > 0, let distinct = sections.lane(entry.prefix + "/distinct", Double.self)?.array {
            let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, UInt8($0)) })
            if splice.allSources.allSatisfy({ places[value($0)] != nil }) {
                sections.grow(name, to: splice.count) { splice.apply(to: $0) { places[value($0)] ?? 0 } }
            } else {
                let old = sections.lane(name, UInt8.self)?.array ?? []
                sections.write(name, old.map { distinct[Int($0)] })
                entry.distinct = 0
            }
        }
        if entry.distinct == 0 { sections.grow(name, to: splice.count) { splice.apply(to: $0, value) } }
        growPresence(&entry, isNew: isNew, isPresent)
    }

    private func growPresence(_ entry: inout Entry, isNew: Bool, _ isPresent: (Int32) -> Bool) {
        let hadAll = !entry.hasPresence && !isNew
        if hadAll, splice.allSources.allSatisfy(isPresent) { return }
        let old = splice.oldCount
        sections.grow(entry.prefix + "/present", to: (splice.count + 63) / 64) {
            (words: UnsafeMutableBufferPointer<UInt64>) in
            if hadAll {
                for word in 0..<old / 64 { words[word] = .max }
                if old % 64 != 0 { words[old / 64] = (1 << UInt64(old % 64)) - 1 }
            }
            splice.applyBits(to: words, isPresent)
        }
        entry.hasPresence = true
    }
}
