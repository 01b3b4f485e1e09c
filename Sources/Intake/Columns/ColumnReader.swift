import Customers

/// One stored column of a plan: where its fields are, and the builder that takes them.
struct ColumnReader {
    let plan: ColumnPlan
    let builder: any ColumnBuilder
    /// The hash of the column's header.
    private let key: UInt64
    /// Where a constant lies behind the window's constants.
    private let constant: Range<Int>?
    /// Texts to read in place of others, likewise.
    private let substitutes: [String: Range<Int>]

    /// Gathers the plan's texts at the end of `constants`, for the window to keep.
    init(_ plan: ColumnPlan, kind: FileKind, conventions: Conventions, constants: inout [UInt8]) {
        self.plan = plan
        key = FieldHash.hash(plan.header)
        builder = ColumnReader.builder(plan, kind: kind, conventions)
        if case .constant(let text) = plan.source {
            constant = Self.add(text, to: &constants)
        } else {
            constant = nil
        }
        var substitutes: [String: Range<Int>] = [:]
        for (text, other) in plan.conversion.values { substitutes[text] = Self.add(other, to: &constants) }
        self.substitutes = substitutes
    }

    private static func add(_ text: String, to constants: inout [UInt8]) -> Range<Int> {
        let start = constants.count
        constants.append(contentsOf: text.utf8)
        return start..<constants.count
    }

    /// Hands the column's fields of a table to the builder.
    ///
    /// `hashes` is room for a hash a row, `sums` what the hashes of the rows are made of, where they are wanted at once;
    /// constants add nothing to them. Columns may be read beside each other, each by one thread.
    func read(
        _ fields: TableFields, in window: Window, hashes: UnsafeMutablePointer<UInt64>,
        sums: UnsafeMutablePointer<UInt64>?, faults: inout RowFaults
    ) {
        switch plan.source {
        case .position(let position):
            read(position, of: fields, in: window, hashes: hashes, sums: sums, faults: &faults)
        case .constant: readConstant(rows: fields.count, in: window, hashes: hashes, faults: &faults)
        }
    }

    /// Adds the fields of some rows of a table that was read to what the hashes of the rows are made of.
    ///
    /// - Precondition: the column has no substitutes, which take the place of what is hashed.
    func add(_ rows: [Int], of table: RowTable, in window: Window, to sums: inout [UInt64]) {
        guard case .position(let position) = plan.source else { return }
        for row in rows {
            let place = row * table.width + position
            let (start, end) = (Int(table.starts[place]), Int(table.ends[place]))
            guard start < end else { continue }
            let hash = FieldHash.hash(Field(start: window.base + start, count: end - start))
            sums[row] = sums[row] &+ FieldHash.share(hash, column: key)
        }
    }

    /// Whether texts are read in place of others.
    var hasSubstitutes: Bool { !substitutes.isEmpty }

    private func read(
        _ position: Int, of fields: TableFields, in window: Window, hashes: UnsafeMutablePointer<UInt64>,
        sums: UnsafeMutablePointer<UInt64>?, faults: inout RowFaults
    ) {
        let width = fields.width, count = fields.count
        let base = UnsafePointer(window.base)
        let start = fields.starts + position, end = fields.ends + position
        if fields.hasBlanks { trim(base, start, end, width: width, count: count) }
        let run = FieldRun(base: base, starts: start, ends: end, stride: width, count: count, hashes: hashes)
        if let sums {
            hashRows(run, into: hashes) { sums[$0] = sums[$0] &+ FieldHash.share($1, column: key) }
        } else if builder.readsHashes {
            hashRows(run, into: hashes) { _, _ in }
        }
        if !substitutes.isEmpty {
            substitute(start, end, width: width, count: count, hash: hashes, in: window)
        }
        builder.append(run, faults: &faults)
    }

    /// Takes the outer blanks from the fields.
    private func trim(
        _ base: UnsafePointer<UInt8>, _ starts: UnsafeMutablePointer<UInt32>, _ ends: UnsafeMutablePointer<UInt32>,
        width: Int, count: Int
    ) {
        for row in 0..<count {
            var start = Int(starts[row &* width]), end = Int(ends[row &* width])
            guard start < end, base[start] <= 0x20 || base[end &- 1] <= 0x20 else { continue }
            while start < end, base[start] == 0x20 || base[start] == 0x09 { start += 1 }
            while end > start, base[end - 1] == 0x20 || base[end - 1] == 0x09 { end -= 1 }
            starts[row &* width] = UInt32(start)
            ends[row &* width] = UInt32(end)
        }
    }

    /// Hashes the fields; `body` is told the hashes of those that are not empty.
    @inline(__always)
    private func hashRows(
        _ run: FieldRun, into hashes: UnsafeMutablePointer<UInt64>, _ body: (_ row: Int, _ hash: UInt64) -> Void
    ) {
        for row in 0..<run.count {
            let field = run[row]
            guard field.count > 0 else {
                hashes[row] = 0
                continue
            }
            let hash = FieldHash.hash(field)
            hashes[row] = hash
            body(row, hash)
        }
    }

    private func substitute(
        _ starts: UnsafeMutablePointer<UInt32>, _ ends: UnsafeMutablePointer<UInt32>, width: Int, count: Int,
        hash: UnsafeMutablePointer<UInt64>, in window: Window
    ) {
        for row in 0..<count {
            let start = Int(starts[row * width])
            let field = Field(start: window.base + start, count: Int(ends[row * width]) - start)
            guard let other = substitutes[field.text] else { continue }
            let place = window.constantsStart + other.lowerBound
            starts[row * width] = UInt32(place)
            ends[row * width] = UInt32(place + other.count)
            hash[row] = other.isEmpty ? 0 : FieldHash.hash(Field(start: window.base + place, count: other.count))
        }
    }

    private func readConstant(
        rows: Int, in window: Window, hashes: UnsafeMutablePointer<UInt64>, faults: inout RowFaults
    ) {
        guard let constant else { return }
        let place = window.constantsStart + constant.lowerBound
        var start = UInt32(place), end = UInt32(place + constant.count)
        let field = Field(start: window.base + place, count: constant.count)
        let hash = constant.isEmpty ? 0 : FieldHash.hash(field)
        for row in 0..<rows { hashes[row] = hash }
        withUnsafePointer(to: &start) { start in
            withUnsafePointer(to: &end) { end in
                builder.append(
                    FieldRun(base: window.base, starts: start, ends: end, stride: 0, count: rows, hashes: hashes),
                    faults: &faults)
            }
        }
    }
}

extension ColumnReader {
    private static func builder(_ plan: ColumnPlan, kind: FileKind, _ conventions: Conventions) -> any ColumnBuilder {
        switch plan.role {
        case .identifier(let identifier):
            return IdentifierColumn(
                .identifier(IdentifierForm(kind: identifier, callingCode: conventions.callingCode)),
                acceptsZero: plan.conversion.acceptsZero)
        case .key: return IdentifierColumn(.key(required: kind.requiredKey))
        case .eventName: return CodedColumn(required: .eventName)
        case .time: return typed(plan, required: kind.requiredTime, conventions)
        case .property, .ignored: return typed(plan, required: nil, conventions)
        }
    }

    private static func typed(_ plan: ColumnPlan, required: RowLack?, _ conventions: Conventions) -> any ColumnBuilder {
        let conversion = plan.conversion
        switch plan.type {
        case .text: return CodedColumn(required: required)
        case .list:
            return ListColumn(separator: conversion.separator?.asciiValue ?? JSONRows.separator)
        case .integer, .number:
            return NumberColumn(isWhole: plan.type == .integer, hasDecimalComma: conversion.hasDecimalComma)
        case .boolean: return ParsedColumn(.boolean, required: required, parser: TruthValue())
        case .date: return ParsedColumn(.date, required: required, parser: DateText(format: conversion.format))
        case .timestamp:
            let parser = TimeText(format: conversion.format, localTime: conventions.localTime)
            return ParsedColumn(.timestamp, required: required, parser: parser)
        case .money:
            let parser = Amount(
                hasDecimalComma: conversion.hasDecimalComma, digits: conventions.currencyDigits,
                scale: conversion.scale)
            return ParsedColumn(.money, required: required, parser: parser)
        }
    }
}

extension FileKind {
    /// What a row lacks without its key, where it may not.
    var requiredKey: RowLack? {
        switch self {
        case .profiles, .events, .consents: nil
        case .orders, .orderLines: .orderID
        case .products: .productID
        }
    }

    /// What a row lacks without its time, where it may not.
    var requiredTime: RowLack? {
        switch self {
        case .events: .time
        case .orders: .orderDate
        case .profiles, .orderLines, .products, .consents: nil
        }
    }
}

extension ColumnReader {
    /// Whether the builder takes a constant's text.
    func acceptsConstant(_ text: [UInt8]) -> Bool {
        let padded = text + Array(repeating: 0, count: Window.padding)
        let starts: [UInt32] = [0], ends = [UInt32(text.count)], hashes: [UInt64] = [1]
        var faults = RowFaults()
        padded.withUnsafeBufferPointer { bytes in
            starts.withUnsafeBufferPointer { starts in
                ends.withUnsafeBufferPointer { ends in
                    hashes.withUnsafeBufferPointer { hashes in
                        guard let base = bytes.baseAddress, let start = starts.baseAddress, let end = ends.baseAddress,
                            let hash = hashes.baseAddress
                        else { return }
                        builder.append(
                            FieldRun(base: base, starts: start, ends: end, stride: 0, count: 1, hashes: hash),
                            faults: &faults)
                    }
                }
            }
        }
        return faults.faults.isEmpty
    }
}
