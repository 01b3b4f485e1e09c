import Columnar

/// Identifiers and keys: integers as long as a batch holds nothing else, then texts.
final class IdentifierColumn: ColumnBuilder {
    enum Use {
        /// Names a customer: brought to its normal form, and missing if it names nobody.
        case identifier(IdentifierForm)
        /// Names the row; what it lacks without one, or nil where it may lack it.
        case key(required: RowLack?)
    }

    private let use: Use
    /// Whether 0 is a value like others.
    private let acceptsZero: Bool
    private var integers: [Int64] = []
    /// Takes the place of `integers` once a value was no integer.
    private var texts: TextStore?
    private var presence = Presence()

    /// Rows of the batch so far, and those of them that have no value.
    var count: Int { presence.count }
    var missing: Int { presence.missing }

    /// Whether a row of the batch has a value.
    func hasValue(_ row: Int) -> Bool { presence.flags[row] != 0 }

    init(_ use: Use, acceptsZero: Bool = false) {
        self.use = use
        if case .key = use { self.acceptsZero = true } else { self.acceptsZero = acceptsZero }
    }

    func append(_ run: FieldRun, faults: inout RowFaults) {
        let first = presence.count
        presence.extend(by: run.count)
        var row = 0
        if texts == nil { row = appendIntegers(run, from: first, &faults) }
        for row in row..<run.count {
            if !appendText(run[row], &faults) { miss(row, at: first + row, &faults) }
        }
    }

    /// Adds integers and missing values, up to the first other value.
    private func appendIntegers(_ run: FieldRun, from first: Int, _ faults: inout RowFaults) -> Int {
        integers.append(contentsOf: repeatElement(0, count: run.count))
        let done = integers.withUnsafeMutableBufferPointer { integers in
            for row in 0..<run.count {
                let field = run[row]
                if field.count > 0, let value = Self.integer(field), isPlain, value != 0 || acceptsZero {
                    integers[first &+ row] = value
                } else if field.count == 0 {
                    miss(row, at: first + row, &faults)
                } else if !isKey, IdentifierForm.isBlocked(field) {
                    faults.blockedIdentifiers += 1
                    miss(row, at: first + row, &faults)
                } else {
                    return row
                }
            }
            return run.count
        }
        if done < run.count {
            integers.removeLast(run.count - done)
            spellOut(upTo: first + done)
        }
        return done
    }

    private static func integer(_ field: Field) -> Int64? {
        if let value = WholeNumber.canonical(field) { return value }
        guard field.count == 19, field[0] != UInt8(ascii: "0") else { return nil }
        return Int64(field.text)
    }

    private var isPlain: Bool {
        switch use {
        case .identifier(.plain), .key: true
        case .identifier: false
        }
    }

    private var isKey: Bool {
        if case .key = use { true } else { false }
    }

    private func miss(_ row: Int, at place: Int, _ faults: inout RowFaults) {
        presence.markMissing(place)
        switch use {
        case .identifier: faults.lacksIdentifier(row)
        case .key(let required?): faults.add(row, .missing(required))
        case .key: break
        }
    }

    private func spellOut(upTo rows: Int) {
        var texts = TextStore()
        for row in 0..<rows {
            if presence.flags[row] == 1 { texts.append(String(integers[row]).utf8) } else { texts.appendMissing() }
        }
        integers = []
        self.texts = texts
    }

    /// Adds a value in its normal form.
    ///
    /// - Returns: whether there is one.
    private func appendText(_ field: Field, _ faults: inout RowFaults) -> Bool {
        guard field.count > 0 else {
            texts?.appendMissing()
            return false
        }
        guard case .identifier(let form) = use else {
            texts?.append(field.bytes)
            return true
        }
        let isZero = acceptsZero && field.count == 1 && field[0] == UInt8(ascii: "0")
        if !isZero, IdentifierForm.isBlocked(field) {
            faults.blockedIdentifiers += 1
            texts?.appendMissing()
            return false
        }
        switch form {
        case .plain: texts?.append(field.bytes)
        case .email: appendEmail(field)
        case .phone(let callingCode):
            guard let phone = IdentifierForm.phone(field, callingCode: callingCode) else {
                faults.blockedIdentifiers += 1
                texts?.appendMissing()
                return false
            }
            texts?.append(phone)
        }
        return true
    }

    private func appendEmail(_ field: Field) {
        if field.bytes.allSatisfy({ $0 < 0x80 && $0 &- 0x41 >= 26 }) {
            texts?.append(field.bytes)
        } else {
            texts?.append(field.text.lowercased().utf8)
        }
    }

    func remove(_ rows: [Int]) {
        if texts == nil { integers.removeRows(rows) } else { texts?.remove(rows) }
        presence.remove(rows)
    }

    func finish() -> BatchColumn {
        defer { texts = nil }
        let (values, integers) = (texts?.take(), integers)
        self.integers = integers.emptied
        return BatchColumn(values: values.map(Vector.texts) ?? .integers(integers), present: presence.take())
    }
}
