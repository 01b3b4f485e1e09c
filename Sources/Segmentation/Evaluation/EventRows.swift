import Columnar

/// The rows of one table of events that are meant, handed out a block at a time in time order.
struct EventRows {
    let source: EventSource
    private let window: ResolvedWindow
    private let profileOfRecord: Lane<UInt32>?
    private let scan: RowScan?
    private let rows: Range<Int>
    private let blockSize: Int
    private var next: Int

    /// - Parameters:
    ///   - source: the table.
    ///   - span: the stretch of time, for all profiles.
    ///   - window: the stretch of each profile.
    ///   - scan: how the table is read.
    ///   - blockSize: rows handed out at a time, a multiple of 64.
    init(_ source: EventSource, span: Range<Int64>, window: ResolvedWindow, scan: EventScan, blockSize: Int) {
        self.source = source
        self.window = window
        self.blockSize = blockSize
        profileOfRecord = scan.profiles.profileOfRecord
        self.scan = source.predicate.map { RowScan($0, in: source, scan) }
        rows = source.times.rows(in: span)
        next = rows.isEmpty ? rows.upperBound : rows.lowerBound & ~63
    }

    /// The next rows that are meant; none at the end.
    ///
    /// - Throws: `CancellationError` where the task was cancelled.
    mutating func nextBlock() throws -> EventScan.Match? {
        guard next < rows.upperBound else { return nil }
        try Task.checkCancellation()
        let block = next..<min(next + blockSize, rows.upperBound)
        next = block.upperBound
        guard scan != nil || source.only != nil || source.except != nil || window.edges != nil else {
            return .range(max(block.lowerBound, rows.lowerBound)..<block.upperBound)
        }
        var mask = matches(in: block)
        mask.removeRows(below: rows.lowerBound)
        if let edges = window.edges {
            mask.formIntersection(
                times: source.times, at: source.records, through: profileOfRecord, from: edges.lower, to: edges.upper)
        }
        return .mask(mask)
    }

    private func matches(in block: Range<Int>) -> Mask {
        var mask =
            switch (scan, source.lineEnds, source.predicate?.isOfLines) {
            case (let scan?, let ends?, true): scan.mask(block, withLinesEnding: ends)
            case (let scan?, _, _): scan.mask(block)
            default: Mask(rows: block, repeating: true)
            }
        if let only = source.only { mask.formIntersection(only) }
        if let except = source.except { mask.subtract(except) }
        return mask
    }

    /// The lines that satisfy a condition on lines, among those of some orders; none where all do.
    func matchingLines(of orders: Range<Int>) -> Mask? {
        guard let scan, let ends = source.lineEnds, source.predicate?.isOfLines == true else { return nil }
        return scan.lines(of: (orders.lowerBound & ~63)..<orders.upperBound, ending: ends)
    }
}
