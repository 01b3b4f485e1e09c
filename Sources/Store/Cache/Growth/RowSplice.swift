import Columnar

/// Which rows go where between the rows of a table, and which rows have other values now.
struct RowSplice {
    /// Rows before.
    let oldCount: Int
    /// For each new row the old row before which it stands, or `oldCount`; rising.
    let before: [UInt32]
    /// The row of arrival that each new row takes its values from.
    let sources: [Int32]
    /// Old rows that take their values from a row of arrival, in order; a negative one gives no value.
    let replaced: [(row: Int, source: Int32)]
    /// Every row of arrival that is taken.
    let allSources: [Int32]

    init(
        oldCount: Int, before: [UInt32] = [], sources: [Int32] = [], replaced: [(row: Int, source: Int32)] = []
    ) {
        self.oldCount = oldCount
        self.before = before
        self.sources = sources
        self.replaced = replaced
        allSources = replaced.isEmpty ? sources : sources + replaced.map(\.source)
    }

    /// Rows that are appended.
    static func appending(_ sources: [Int32], to oldCount: Int) -> RowSplice {
        RowSplice(
            oldCount: oldCount, before: Array(repeating: UInt32(oldCount), count: sources.count), sources: sources)
    }

    /// Rows after.
    var count: Int { oldCount + before.count }

    /// Old rows from this one on stand elsewhere.
    var firstMoved: Int { before.first.map { Int($0) } ?? oldCount }

    /// Old rows from this one on stand elsewhere or have other values.
    var firstChanged: Int { min(firstMoved, replaced.first?.row ?? oldCount) }

    /// Calls `body` with the new rows from `firstChanged` on: the old row or the row of arrival that each takes its value from.
    func forEachChanged(_ body: (_ old: Int?, _ source: Int32) -> Void) {
        var next = 0
        var nextReplaced = 0
        for row in firstChanged...oldCount {
            while next < before.count, before[next] == UInt32(row) {
                body(nil, sources[next])
                next += 1
            }
            guard row < oldCount else { return }
            if nextReplaced < replaced.count, replaced[nextReplaced].row == row {
                body(nil, replaced[nextReplaced].source)
                nextReplaced += 1
            } else {
                body(row, -1)
            }
        }
    }

    /// Makes room for the new rows among values that begin with the old ones, and puts all that is new.
    func apply<Element>(to target: UnsafeMutableBufferPointer<Element>, _ value: (Int32) -> Element) {
        for (row, source) in replaced { target[row] = value(source) }
        guard let base = target.baseAddress else { return }
        var end = oldCount
        for place in before.indices.reversed() {
            let row = Int(before[place])
            if end > row { (base + row + place + 1).update(from: base + row, count: end - row) }
            target[row + place] = value(sources[place])
            end = row
        }
    }

    /// The same for bits.
    func applyBits(to words: UnsafeMutableBufferPointer<UInt64>, _ isSet: (Int32) -> Bool) {
        func set(_ row: Int, _ isSet: Bool) {
            let bit: UInt64 = 1 << UInt64(row & 63)
            if isSet { words[row >> 6] |= bit } else { words[row >> 6] &= ~bit }
        }
        for (row, source) in replaced { set(row, isSet(source)) }
        var end = oldCount
        for place in before.indices.reversed() {
            let row = Int(before[place])
            for old in stride(from: end - 1, through: row, by: -1) {
                set(old + place + 1, words[old >> 6] & (1 << UInt64(old & 63)) != 0)
            }
            set(row + place, isSet(sources[place]))
            end = row
        }
    }
}
