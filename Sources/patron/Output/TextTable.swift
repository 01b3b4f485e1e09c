import Terminal

/// A table of aligned columns for people.
struct TextTable {
    enum Alignment {
        case left, right
    }

    private let titles: [String]
    private let alignments: [Alignment]
    private var rows: [[String]] = []

    init(_ columns: [(String, Alignment)]) {
        titles = columns.map(\.0)
        alignments = columns.map(\.1)
    }

    mutating func append(_ row: [String]) {
        rows.append(row.map { Drawing.unicode.safe($0) })
    }

    /// The lines of the table, the titles first.
    var lines: [String] {
        let all = [titles] + rows
        let widths = titles.indices.map { column in all.map { Drawing.unicode.width(of: $0[column]) }.max() ?? 0 }
        return all.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let gap = String(repeating: " ", count: widths[column] - Drawing.unicode.width(of: cell))
                line += (column > 0 ? "  " : "") + (alignments[column] == .right ? gap + cell : cell + gap)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    func print() { for line in lines { Printer.line(line) } }
}
