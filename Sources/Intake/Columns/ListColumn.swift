import Columnar

/// Several texts a row, always as codes.
final class ListColumn: ColumnBuilder {
    private let separator: UInt8
    private let codebook = TextCodebook()
    private var ends: [UInt32] = []
    private var codes: [UInt32] = []
    private var presence = Presence()

    init(separator: UInt8) {
        self.separator = separator
    }

    func append(_ run: FieldRun, faults: inout RowFaults) {
        for row in 0..<run.count {
            let before = codes.count
            appendElements(of: run[row])
            ends.append(UInt32(codes.count))
            presence.extend(by: 1)
            if codes.count == before { presence.markMissing(presence.count - 1) }
        }
    }

    /// Adds the elements that are not blank.
    private func appendElements(of field: Field) {
        var start = 0
        for at in 0...field.count where at == field.count || field[at] == separator || field[at] == JSONRows.separator {
            var from = start, to = at
            while from < to, field[from] == UInt8(ascii: " ") { from += 1 }
            while to > from, field[to - 1] == UInt8(ascii: " ") { to -= 1 }
            start = at + 1
            guard from < to else { continue }
            let element = Field(start: field.start + from, count: to - from)
            codes.append(codebook.code(of: element, hash: FieldHash.hash(element)))
        }
    }

    func remove(_ rows: [Int]) {
        guard !rows.isEmpty else { return }
        var kept: [UInt32] = []
        let removed = Set(rows)
        for row in ends.indices where !removed.contains(row) {
            kept.append(contentsOf: codes[(row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])])
        }
        ends = Self.ends(of: ends, without: removed)
        codes = kept
        presence.remove(rows)
    }

    private static func ends(of ends: [UInt32], without removed: Set<Int>) -> [UInt32] {
        var result: [UInt32] = []
        for row in ends.indices where !removed.contains(row) {
            result.append((result.last ?? 0) + ends[row] - (row == 0 ? 0 : ends[row - 1]))
        }
        return result
    }

    func finish() -> BatchColumn {
        defer {
            ends = []
            codes = []
        }
        let values = Vector.lists(ends: ends, codes: codes, appended: codebook.takeAppended())
        return BatchColumn(values: values, present: presence.take())
    }
}
