import Customers
import Filters

extension ValueBinder {
    /// A test of a column of dates, in days since 1970-01-01.
    func date(_ test: ValueTest) throws(BindingError.Reason) -> ColumnTest {
        switch test {
        case .time(let range):
            guard let window = try times.days(range) else { throw unfit("on 2026-01-31") }
            return column(window)
        case .withinNext(let span): return column(times.days(next: span))
        default:
            return try ranges(test) { literal throws(BindingError.Reason) in
                guard case .date(let date) = literal else { throw unfit(type.usualTest) }
                return Int64(date.dayNumber)...Int64(date.dayNumber)
            }
        }
    }

    /// A test of a column of instants, in milliseconds since 1970.
    ///
    /// A date stands for its whole local day: `=` is on it, `<` before it, `>` after it.
    func timestamp(_ test: ValueTest) throws(BindingError.Reason) -> ColumnTest {
        switch test {
        case .time(let range): return column(try times.instants(range))
        case .withinNext(let span): return column(times.instants(next: span))
        default:
            return try ranges(test) { literal throws(BindingError.Reason) in
                switch literal {
                case .date(let date):
                    let day = Int(date.dayNumber)
                    return times.local.midnight(of: day)...(times.local.midnight(of: day + 1) - 1)
                case .instant(let written):
                    let instant = times.local.milliseconds(of: written)
                    return instant...instant
                default: throw unfit(type.usualTest)
                }
            }
        }
    }

    private func column(_ window: Window) -> ColumnTest {
        guard let fixed = window.fixed else { return ColumnTest(.window(window)) }
        // An open end reaches to the greatest value, which no file holds.
        return ColumnTest(.integers(fixed.isEmpty ? [] : [fixed.lowerBound...(fixed.upperBound - 1)]))
    }

    private func ranges(
        _ test: ValueTest, _ unit: (Literal) throws(BindingError.Reason) -> ClosedRange<Int64>
    ) throws(BindingError.Reason) -> ColumnTest {
        switch test {
        case .compare(let comparison, let literal):
            let unit = try unit(literal)
            return switch comparison {
            case .equal: ColumnTest(.integers([unit]))
            case .unequal: ColumnTest(.integers([unit]), isNegated: true)
            case .less: ColumnTest(.integers([.min...(unit.lowerBound - 1)]))
            case .atMost: ColumnTest(.integers([.min...unit.upperBound]))
            case .greater: ColumnTest(.integers([(unit.upperBound + 1)...(.max)]))
            case .atLeast: ColumnTest(.integers([unit.lowerBound...(.max)]))
            }
        case .between(let first, let last):
            let (first, last) = (try unit(first).lowerBound, try unit(last).upperBound)
            return ColumnTest(.integers(first <= last ? [first...last] : []))
        case .isIn(let literals), .isNotIn(let literals):
            var units: [ClosedRange<Int64>] = []
            for literal in literals { units.append(try unit(literal)) }
            let isNegated = if case .isNotIn = test { true } else { false }
            return ColumnTest(.integers(units.merged), isNegated: isNegated)
        default: throw unfit(type.usualTest)
        }
    }
}
