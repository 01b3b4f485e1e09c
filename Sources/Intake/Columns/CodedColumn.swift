import Columnar

/// Texts, as codes while few of them differ.
final class CodedColumn: ColumnBuilder {
    /// Different texts that a column may have, and their bytes, before it is no longer coded.
    static let mostTexts = 65_536, mostBytes = 16 << 20

    /// What the row lacks without a value; none where it may.
    private let required: RowLack?
    private var codebook: TextCodebook? = TextCodebook()
    private var codes: [UInt32] = []
    private var texts = TextStore()
    private var presence = Presence()

    var readsHashes: Bool { codebook != nil }

    init(required: RowLack? = nil) {
        self.required = required
    }

    func append(_ run: FieldRun, faults: inout RowFaults) {
        let first = presence.count
        presence.extend(by: run.count)
        guard let codebook else { return appendTexts(run, first, &faults) }
        codes.append(contentsOf: repeatElement(Vector.missingCode, count: run.count))
        // A local copy saves the check for exclusive access at every empty field.
        var presence = Presence()
        swap(&presence, &self.presence)
        codes.withUnsafeMutableBufferPointer { codes in
            for row in 0..<run.count {
                let field = run[row]
                if field.count > 0 {
                    codes[first &+ row] = codebook.code(of: field, hash: run.hashes[row])
                } else {
                    presence.markMissing(first &+ row)
                    if let required { faults.add(row, .missing(required)) }
                }
            }
        }
        swap(&presence, &self.presence)
        if codebook.count > Self.mostTexts || codebook.bytes.count > Self.mostBytes { spellOut(codebook) }
    }

    private func appendTexts(_ run: FieldRun, _ first: Int, _ faults: inout RowFaults) {
        for row in 0..<run.count {
            let field = run[row]
            texts.append(field.bytes)
            if field.count == 0 {
                presence.markMissing(first + row)
                if let required { faults.add(row, .missing(required)) }
            }
        }
    }

    /// Goes on without codes, this batch included.
    private func spellOut(_ codebook: TextCodebook) {
        for code in codes {
            if code == Vector.missingCode {
                texts.appendMissing()
            } else {
                texts.append(codebook.bytes[codebook.range(of: code)])
            }
        }
        codes = []
        self.codebook = nil
    }

    func remove(_ rows: [Int]) {
        if codebook == nil { texts.remove(rows) } else { codes.removeRows(rows) }
        presence.remove(rows)
    }

    func finish() -> BatchColumn {
        guard let codebook else { return BatchColumn(values: .texts(texts.take()), present: presence.take()) }
        let codes = codes
        self.codes = codes.emptied
        return BatchColumn(values: .codes(codes, appended: codebook.takeAppended()), present: presence.take())
    }
}
