import Customers

extension FilePlan {
    /// Takes over what a mapping says of types, names and constants.
    ///
    /// - Returns: the first fault of the mapping, else what the kind lacks; all that is not at fault holds.
    mutating func decide(_ decisions: Decisions, _ mapping: Mapping, path: String) -> IntakeError? {
        var fault: IntakeError?
        func attempt(_ work: () throws(IntakeError) -> Void) {
            do throws(IntakeError) { try work() } catch { fault = fault ?? error }
        }
        for (position, column) in decisions.columns {
            attempt { () throws(IntakeError) in try columns[position].decide(column) }
        }
        for constant in mapping.constants { attempt { () throws(IntakeError) in try add(constant) } }
        attempt { () throws(IntakeError) in try check(path: path) }
        return fault
    }

    private mutating func add(_ constant: Mapping.Constant) throws(IntakeError) {
        var column = ColumnPlan(
            source: .constant(constant.value), header: constant.target, target: constant.target)
        if let words = constant.role {
            column.role = try Decisions.role(words)
        } else {
            column.role = defaultRole(of: constant.target)
        }
        if let type = constant.type {
            column.type = try Decisions.type(type)
        } else {
            column.type = defaultType(of: column)
        }
        guard column.accepts(constant.value) else {
            throw .mapping(.badConstant(target: constant.target, type: column.type))
        }
        columns.append(column)
    }

    private func defaultRole(of target: String) -> Role {
        switch (kind, HeaderWords.meaning(of: target)) {
        case (.events, .eventName): .eventName
        case (.events, .time), (.orders, .time): .time
        default: .property
        }
    }

    private func defaultType(of column: ColumnPlan) -> ValueType {
        if column.role == .time { return .timestamp }
        guard column.role == .property, case .canonical(let name) = HeaderWords.meaning(of: column.target) else {
            return .text
        }
        switch (kind, name) {
        case (.orders, "revenue"), (.orders, "discount"), (.orders, "cost"), (.orders, "tax"), (.orders, "delivery"),
            (.orderLines, "price"):
            return .money
        case (.orderLines, "quantity"): return .integer
        default: return .text
        }
    }

    /// Whether the plan has what its kind needs, and no name twice.
    private func check(path: String) throws(IntakeError) {
        var targets: Set<String> = []
        for column in stored where !targets.insert(column.target).inserted {
            throw .mapping(.sameTarget(column.target))
        }
        for column in stored where column.role == .time && column.type != .timestamp && column.type != .date {
            throw .mapping(.noTime(column: column.header, type: column.type))
        }
        let headers = columns.map(\.header)
        func need(_ what: IntakeError.Need, _ isThere: (Role) -> Bool) throws(IntakeError) {
            guard stored.contains(where: { isThere($0.role) }) else {
                throw .lacks(path: path, kind, what: what, headers: headers)
            }
        }
        if kind.needsIdentifier { try need(.customer) { $0.isIdentifier } }
        if kind == .events || kind == .orders { try need(.time) { $0 == .time } }
        if kind == .events { try need(.eventName) { $0 == .eventName } }
        if kind == .orderLines { try need(.orderID) { $0 == .key } }
        if kind == .products { try need(.productID) { $0 == .key } }
    }
}

extension ColumnPlan {
    /// Takes over what a mapping says of the column.
    fileprivate mutating func decide(_ mapping: Mapping.Column) throws(IntakeError) {
        if let target = mapping.target { self.target = target }
        if let word = mapping.type {
            let decided = try Decisions.type(word)
            if decided != type { conversion = Conversion(hasDecimalComma: conversion.hasDecimalComma) }
            type = decided
        }
        if let pattern = mapping.format {
            guard let format = DateFormat(pattern) else { throw .mapping(.badFormat(pattern, column: header)) }
            conversion.format = format
            if mapping.type == nil, role != .time { type = format.hasTime ? .timestamp : .date }
        }
        if let hasDecimalComma = mapping.hasDecimalComma { conversion.hasDecimalComma = hasDecimalComma }
        if let separator = mapping.separator {
            guard let sign = separator.first, separator.count == 1, sign.isASCII else {
                throw .mapping(.unknownSign(separator, of: .separator, names: []))
            }
            conversion.separator = sign
            if mapping.type == nil { type = .list }
        }
        if !mapping.values.isEmpty { conversion.values = mapping.values }
        if let scale = mapping.scale {
            guard (0...6).contains(scale) else { throw .mapping(.badScale(scale, column: header)) }
            conversion.scale = scale
        }
        if let acceptsZero = mapping.acceptsZero { conversion.acceptsZero = acceptsZero }
        if role == .time, mapping.type == nil { type = .timestamp }
    }

    /// Whether a text can be read as the column's type.
    fileprivate func accepts(_ text: String) -> Bool {
        var constants: [UInt8] = []
        let reader = ColumnReader(self, kind: .products, conventions: Conventions(), constants: &constants)
        return reader.acceptsConstant(constants)
    }
}
