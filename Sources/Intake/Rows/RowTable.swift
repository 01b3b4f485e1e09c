/// Some rows of a file, split into fields: where each lies in the window.
struct RowTable {
    /// Fields a row.
    let width: Int
    /// Rows that fit.
    let capacity: Int
    var count = 0
    /// Whether fields may begin or end with blanks.
    var hasBlanks = true
    /// Field *f* of row *r* lies at `starts[r * width + f]..<ends[r * width + f]`, without quotes and outer blanks.
    var starts: [UInt32]
    var ends: [UInt32]
    /// Where each row begins in the window.
    var rows: [UInt32]
    /// Line ends between `firstLine` and each row.
    var lines: [UInt32]
    /// The line on which the first row begins.
    var firstLine = 1
    /// Where the last row ends, behind its line end.
    var end = 0

    init(width: Int, capacity: Int) {
        self.width = width
        self.capacity = capacity
        starts = Array(repeating: 0, count: width * capacity)
        ends = Array(repeating: 0, count: width * capacity)
        rows = Array(repeating: 0, count: capacity)
        lines = Array(repeating: 0, count: capacity)
    }

    /// Rows at a time for a width, so that the table stays in the cache.
    static func capacity(forWidth width: Int) -> Int {
        max(16, min(4096, 65_536 / max(1, width)))
    }

    /// The window's bytes of a row, without its line end.
    func extent(of row: Int, in base: UnsafePointer<UInt8>) -> Range<Int> {
        let start = Int(rows[row])
        var stop = row + 1 < count ? Int(rows[row + 1]) : end
        while stop > start, base[stop - 1] == UInt8(ascii: "\n") || base[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
        return start..<stop
    }

    /// The line on which a row begins.
    func line(of row: Int) -> Int { firstLine + Int(lines[row]) }
}
