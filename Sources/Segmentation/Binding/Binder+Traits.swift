package import Columnar
package import Customers
import Filters

extension Binder {
    /// The trait of a name, or an error with the nearest names.
    func trait(named name: String) throws(BindingError.Reason) -> Trait {
        guard let trait = population.traits[name] else {
            throw .name(.unknownTrait(name, nearest: nearestNames(to: name, among: population.traits.keys)))
        }
        return trait
    }

    /// A test of a trait; `age` is one where the settings name the birth date.
    func trait(
        _ name: String, _ test: ValueTest, _ times: TimeBinder
    ) throws(BindingError.Reason) -> Plan.Condition {
        if name == "age", population.traits[name] == nil, let birthDate = options.birthDate {
            return try age(from: birthDate, test, times)
        }
        let trait = try trait(named: name)
        return .trait(trait, try values(name, trait.current.type, times).bind(test))
    }

    private func values(_ name: String, _ type: ValueType, _ times: TimeBinder) -> ValueBinder {
        ValueBinder(name: name, type: type, times: times, fractionDigits: options.fractionDigits)
    }

    private func age(
        from birthDate: String, _ test: ValueTest, _ times: TimeBinder
    ) throws(BindingError.Reason) -> Plan.Condition {
        let trait = try trait(named: birthDate)
        guard trait.current.type == .date else {
            throw .name(.unfitTest(name: birthDate, type: trait.current.type, instead: trait.current.type.usualTest))
        }
        let ages = try values("age", .integer, times).bind(test)
        let ranges: [ClosedRange<Int64>] = if case .integers(let ranges) = ages.kind { ranges } else { [0...(.max)] }
        let births = ranges.compactMap(Ages(today: CivilDate(dayNumber: Int32(times.today))).births)
        return .trait(trait, ColumnTest(.integers(births.merged), isNegated: ages.isNegated))
    }

    func anniversary(
        of name: String, next span: Span, _ times: TimeBinder
    ) throws(BindingError.Reason) -> Plan.Condition {
        let trait = try trait(named: name)
        guard let window = times.days(next: span).fixed else { return .trait(trait, ColumnTest(.integers([]))) }
        let days = Anniversaries(from: Int(window.lowerBound), to: Int(window.upperBound)).days
        switch trait.current.type {
        case .date: return .trait(trait, ColumnTest(.integers(days)))
        case .timestamp:
            let instants = days.map { days in
                times.local.midnight(
                    of: Int(days.lowerBound))...(times.local.midnight(of: Int(days.upperBound) + 1) - 1)
            }
            return .trait(trait, ColumnTest(.integers(instants)))
        case let type: throw .name(.unfitTest(name: name, type: type, instead: type.usualTest))
        }
    }
}

extension Column {
    /// The type of the column's values.
    package var type: ValueType {
        switch self {
        case .codes, .texts: .text
        case .numbers: .number
        case .lists: .list
        case .integers(_, let meaning, _):
            switch meaning {
            case .integer: .integer
            case .boolean: .boolean
            case .date: .date
            case .timestamp: .timestamp
            case .money: .money
            }
        }
    }
}
