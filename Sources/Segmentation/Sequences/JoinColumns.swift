import Columnar
import Filters

/// The properties of one table by which steps are joined.
struct JoinColumns {
    private var columns: [(join: EventSequence.Step.Join, isOfLines: Bool, column: KeyColumn)] = []
    private let lineEnds: Lane<UInt32>?

    init(of source: EventSource, fractionDigits: Int, in books: [EventSequence.Step.Join: KeyBook]) {
        lineEnds = source.lineEnds
        for (join, property) in source.joined {
            guard let book = books[join] else { continue }
            let column = KeyColumn(
                property.column, fractionDigits: fractionDigits, in: book)
            columns.append((join, property.isOfLines, column))
        }
    }

    /// Whether there are any.
    var areNeeded: Bool { !columns.isEmpty }

    /// Whether lines of orders decide.
    var needLines: Bool { columns.contains(where: \.isOfLines) }

    /// The keys of an event, which are added to those of others.
    ///
    /// `matching`: the lines that are meant; none where all are.
    mutating func keys(
        of event: Int, matching: Mask?, addingTo keys: inout [UInt32]
    ) -> JoinKeys {
        var joined = JoinKeys()
        for index in columns.indices {
            let start = keys.count
            let (join, isOfLines) = (columns[index].join, columns[index].isOfLines)
            let rows = isOfLines ? lineEnds?.members(of: event..<(event + 1)) ?? 0..<0 : event..<(event + 1)
            for row in rows where !isOfLines || matching?[row] ?? true {
                columns[index].column.forEachKey(of: row) { keys.append($0) }
            }
            joined[join] = start..<keys.count
        }
        return joined
    }
}
