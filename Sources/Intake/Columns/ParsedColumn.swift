import Columnar
import Customers

/// Values that are stored as integers: truth values, dates, times, amounts.
final class ParsedColumn<Parser: FieldParser>: ColumnBuilder {
    private let type: ValueType
    /// What the row lacks without a value; none where it may.
    private let required: RowLack?
    private(set) var parser: Parser
    private var values: [Int64] = []
    private var presence = Presence()

    init(_ type: ValueType, required: RowLack? = nil, parser: Parser) {
        self.type = type
        self.required = required
        self.parser = parser
    }

    func append(_ run: FieldRun, faults: inout RowFaults) {
        let first = values.count
        values.append(contentsOf: repeatElement(0, count: run.count))
        presence.extend(by: run.count)
        // A local copy saves the check for exclusive access at every field.
        var parser = self.parser
        values.withUnsafeMutableBufferPointer { values in
            for row in 0..<run.count {
                let field = run[row]
                if field.count > 0, let value = parser.parse(field) {
                    values[first &+ row] = value
                } else {
                    miss(row, field, at: first + row, &faults)
                }
            }
        }
        self.parser = parser
    }

    private func miss(_ row: Int, _ field: Field, at place: Int, _ faults: inout RowFaults) {
        presence.markMissing(place)
        if field.count > 0, !field.meansMissing {
            faults.add(row, .misfit(type))
        } else if let required {
            faults.add(row, .missing(required))
        }
    }

    func remove(_ rows: [Int]) {
        values.removeRows(rows)
        presence.remove(rows)
    }

    func finish() -> BatchColumn {
        let values = values
        self.values = values.emptied
        return BatchColumn(values: .integers(values), present: presence.take())
    }
}

extension ParsedColumn where Parser == Amount {
    func takeRounded() -> Int { parser.takeRounded() }
}
