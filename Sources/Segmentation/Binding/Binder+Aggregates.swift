import Columnar
import Customers
import Filters

extension Binder {
    func aggregate(_ aggregate: Aggregate, _ times: TimeBinder) throws(BindingError.Reason) -> Plan.Condition {
        let event = EventName.named(aggregate.event)
        var sources = try sources(event, where: aggregate.condition, times)
        if let property = aggregate.property {
            try check([property], of: event, in: sources)
            for index in sources.indices {
                sources[index].source.measured = sources[index].columns.column(named: property)
            }
        }
        let types = sources.compactMap { $0.source.measured?.column.type }
        let type = try figureType(of: aggregate, types)
        let units = (0..<options.fractionDigits).reduce(Int64(1)) { units, _ in units * 10 }
        let values = ValueBinder(
            name: aggregate.property ?? aggregate.event, type: type, times: times,
            fractionDigits: options.fractionDigits)
        return .aggregate(
            AggregateCondition(
                function: aggregate.function,
                events: EventCondition(sources: sources.map(\.source), window: try window(aggregate.time, times)),
                isFraction: type == .number, moneyUnits: types.contains(.money) ? units : 1,
                test: try values.bind(aggregate.test), countsDays: type == .date))
    }

    /// The type of the figure, in which values of all tables are counted.
    ///
    /// Amounts of money beside whole numbers are money, beside fractions fractions of the major unit; booleans count as
    /// 0 and 1.
    private func figureType(
        of aggregate: Aggregate, _ types: [ValueType]
    ) throws(BindingError.Reason) -> ValueType {
        let isExtreme = aggregate.function == .min || aggregate.function == .max
        switch aggregate.function {
        case .count, .distinct: return .integer
        case .sum, .average, .min, .max:
            if isExtreme, let first = types.first, types.allSatisfy({ $0 == first }), !first.isCounted,
                first != .text, first != .list
            {
                return first
            }
            for type in types where !type.isCounted && type != .boolean {
                let property = aggregate.property ?? ""
                throw .name(
                    .unfitTest(
                        name: property, type: type, instead: "distinct(\(aggregate.event).\(property)) >= 2"))
            }
            if aggregate.function == .average || types.contains(.number) { return .number }
            return types.contains(.money) ? .money : .integer
        }
    }
}

extension ValueType {
    /// Whether values of the type can be added to each other.
    fileprivate var isCounted: Bool { self == .integer || self == .number || self == .money }
}
