import Columnar
import Customers

/// Whole numbers, or numbers with decimals; a batch of whole numbers that meets a fraction becomes one of the latter.
final class NumberColumn: ColumnBuilder {
    private let isWhole: Bool
    private let decimal: DecimalNumber
    private let whole = WholeNumber()
    private var integers: [Int64] = []
    /// Takes the place of `integers` once a fraction was met.
    private var numbers: [Double]?
    private var presence = Presence()

    init(isWhole: Bool, hasDecimalComma: Bool) {
        self.isWhole = isWhole
        decimal = DecimalNumber(hasDecimalComma: hasDecimalComma)
        if !isWhole { numbers = [] }
    }

    func append(_ run: FieldRun, faults: inout RowFaults) {
        let first = presence.count
        presence.extend(by: run.count)
        var row = 0
        if numbers == nil { row = appendIntegers(run, from: first) }
        guard row < run.count || numbers != nil else { return }
        appendRest(run, from: row, first: first, &faults)
    }

    /// Adds whole numbers and empty fields, up to the first field that is neither.
    private func appendIntegers(_ run: FieldRun, from first: Int) -> Int {
        integers.append(contentsOf: repeatElement(0, count: run.count))
        return integers.withUnsafeMutableBufferPointer { integers in
            for row in 0..<run.count {
                let field = run[row]
                if field.count == 0 {
                    presence.markMissing(first + row)
                } else if let value = whole.parse(field) {
                    integers[first &+ row] = value
                } else {
                    return row
                }
            }
            return run.count
        }
    }

    private func appendRest(_ run: FieldRun, from start: Int, first: Int, _ faults: inout RowFaults) {
        numbers?.append(contentsOf: repeatElement(0, count: run.count))
        for row in start..<run.count {
            let field = run[row]
            if field.count == 0 {
                presence.markMissing(first + row)
            } else if numbers == nil, let value = whole.parse(field) {
                integers[first + row] = value
            } else if let value = decimal.parse(field) {
                promote()
                numbers?[first + row] = value
            } else {
                presence.markMissing(first + row)
                if !field.meansMissing { faults.add(row, .misfit(isWhole ? .integer : .number)) }
            }
        }
    }

    private func promote() {
        guard numbers == nil else { return }
        numbers = integers.map(Double.init)
        integers = []
    }

    func remove(_ rows: [Int]) {
        if numbers == nil { integers.removeRows(rows) }
        numbers?.removeRows(rows)
        presence.remove(rows)
    }

    func finish() -> BatchColumn {
        defer {
            integers = []
            numbers = isWhole ? nil : []
        }
        let values = numbers.map(Vector.numbers) ?? .integers(integers)
        return BatchColumn(values: values, present: presence.take())
    }
}
