import Columnar

/// A test made ready for one column: the distinct texts are judged once, rows by their codes.
enum ColumnScan {
    case none
    case everyRow
    case sets([BitmapLane])
    /// Stored codes, where a row without a value stores 0.
    case codes(CodeLane, [ClosedRange<UInt32>])
    case codeTable(CodeLane, [UInt8])
    case texts(Lane<UInt8>, ends: Lane<UInt64>, TextTest?)
    case integers(IntegerLane, [ClosedRange<Int64>], present: BitmapLane?)
    /// A 1 for each integer that passes, the first for `from`.
    case integerTable(IntegerLane, [UInt8], from: Int64, present: BitmapLane?)
    case numbers(NumberLane, [ClosedRange<Double>], present: BitmapLane?)
    case present(BitmapLane)
    /// One table a text that is looked for; each must have a match.
    case lists(ends: Lane<UInt32>, codes: Lane<UInt32>, [[UInt8]])
    case anyList(ends: Lane<UInt32>)

    /// Prepares the test; a test of another type than the column's matches no row.
    init(_ column: Column, _ test: ColumnTest.Kind) {
        switch (column, test) {
        case (.codes(let lane, _, _), .exists): self = .codes(lane, [1...UInt32.max])
        case (.codes(let lane, let codebook, let sets), .text(let test)):
            self = Self.codes(lane, sets, table: codebook.table(test))
        case (.texts(let bytes, let ends), .exists): self = .texts(bytes, ends: ends, nil)
        case (.texts(let bytes, let ends), .text(let test)): self = .texts(bytes, ends: ends, test)
        case (.integers(_, _, let present), .exists), (.numbers(_, let present), .exists):
            self = present.map { .present($0) } ?? .everyRow
        case (.integers(let lane, _, let present), .integers(let ranges)):
            self = Self.integers(lane, ranges, present)
        case (.numbers(let lane, let present), .numbers(let ranges)):
            self = .numbers(lane, ranges, present: present)
        case (.lists(let ends, _, _), .exists): self = .anyList(ends: ends)
        case (.lists(let ends, let codes, let codebook), .list(let tests, let needsAll)):
            let tables = tests.map { codebook.table($0) }
            self = .lists(ends: ends, codes: codes, needsAll ? tables : [tables.unioned(count: codebook.count)])
        default: self = .none
        }
    }

    private static func integers(
        _ lane: IntegerLane, _ ranges: [ClosedRange<Int64>], _ present: BitmapLane?
    ) -> ColumnScan {
        // The days of four centuries fit.
        let limit: Int64 = 1 << 18
        guard ranges.count > 4, let first = ranges.first?.lowerBound, let last = ranges.last?.upperBound,
            first > -limit, last < limit, last - first < limit
        else { return .integers(lane, ranges, present: present) }
        var table = [UInt8](repeating: 0, count: Int(last - first) + 1)
        for range in ranges {
            for value in range { table[Int(value - first)] = 1 }
        }
        return .integerTable(lane, table, from: first, present: present)
    }

    private static func codes(_ lane: CodeLane, _ sets: [BitmapLane], table: [UInt8]) -> ColumnScan {
        let runs = table.runs
        let matching = runs.reduce(0) { $0 + $1.count }
        // To join many sets takes longer than to read the codes once.
        if sets.count == table.count, matching <= 16 {
            return .sets(table.indices.filter { table[$0] != 0 }.map { sets[$0] })
        }
        // Four comparisons in vector instructions take as long as one look into a table.
        return runs.count <= 4 ? .codes(lane, runs) : .codeTable(lane, [0] + table)
    }

    /// The rows of a run that pass.
    func mask(_ rows: Range<Int>) -> Mask {
        var mask = Mask(rows: rows)
        switch self {
        case .none: break
        case .everyRow: mask.invert()
        case .sets(let sets):
            for set in sets { mask.formUnion(set) }
        case .codes(let lane, let ranges):
            for range in ranges { mask.insert(lane, storedIn: range) }
        case .codeTable(let lane, let table): mask.insert(lane, where: table)
        case .texts(_, let ends, nil): mask.insert(textsEnding: ends)
        case .texts(let bytes, let ends, let test?):
            test.withFunction { function in
                if case .contains(let part) = test, !part.bytes.isEmpty {
                    mask.insert(texts: bytes, ends: ends, holding: part.bytes, otherwise: function)
                } else {
                    mask.insert(texts: bytes, ends: ends, where: function)
                }
            }
        case .integers(let lane, let ranges, let present):
            mask.insert(lane, inAnyOf: ranges)
            if let present { mask.formIntersection(present) }
        case .integerTable(let lane, let table, let first, let present):
            mask.insert(lane, where: table, from: first)
            if let present { mask.formIntersection(present) }
        case .numbers(let lane, let ranges, let present):
            for range in ranges { mask.insert(lane, in: range) }
            if let present { mask.formIntersection(present) }
        case .present(let set): mask.formUnion(set)
        case .lists(let ends, let codes, let tables):
            mask.invert()
            for table in tables {
                var found = Mask(rows: rows)
                found.insert(lists: codes, ends: ends, where: table)
                mask &= found
            }
        case .anyList(let ends): mask.insert(listsEnding: ends)
        }
        return mask
    }
}

extension Codebook {
    /// 1 for every code whose text passes.
    fileprivate func table(_ test: TextTest) -> [UInt8] {
        test.withFunction { accepts in
            (0..<count).map { code in withText(of: code) { accepts($0) ? 1 : 0 } }
        }
    }
}

extension [UInt8] {
    /// The runs of ones of a table of codes, as stored codes.
    fileprivate var runs: [ClosedRange<UInt32>] {
        var runs: [ClosedRange<UInt32>] = []
        for (code, value) in enumerated() where value != 0 {
            let stored = UInt32(code + 1)
            if let last = runs.last, last.upperBound == stored - 1 {
                runs[runs.count - 1] = last.lowerBound...stored
            } else {
                runs.append(stored...stored)
            }
        }
        return runs
    }
}

extension [[UInt8]] {
    fileprivate func unioned(count: Int) -> [UInt8] {
        (0..<count).map { code in contains { $0[code] != 0 } ? 1 : 0 }
    }
}
