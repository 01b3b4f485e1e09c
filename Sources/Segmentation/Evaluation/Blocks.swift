/// The rows that a scan does at a time: few enough to stop soon when nobody waits any more, and to stay in the cache.
private let blockSize = 1 << 16

/// Calls `body` with each block of a range of rows, in order; a block starts at a multiple of 64.
///
/// The first block may start before the range, and `body` must leave out the rows below it.
///
/// - Throws: `CancellationError` where the task was cancelled, or what `body` throws.
func forEachBlock(of rows: Range<Int>, _ body: (Range<Int>) throws -> Void) throws {
    guard !rows.isEmpty else { return }
    var start = rows.lowerBound & ~63
    while start < rows.upperBound {
        try Task.checkCancellation()
        let end = min(start + blockSize, rows.upperBound)
        try body(start..<end)
        start = end
    }
}
