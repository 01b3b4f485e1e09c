import Customers
import Filters

extension ValueBinder {
    /// A test of a column of integers: whole numbers, or amounts in units of their last decimal.
    func integer(_ test: ValueTest, digits: Int) throws(BindingError.Reason) -> ColumnTest {
        let (ranges, isNegated) = try ranges(test) { literal throws(BindingError.Reason) in
            IntegerPlace(try decimal(literal), digits: digits)
        }
        let whole = ranges.compactMap { lower, upper in
            let first = lower.map { $0.isIncluded ? $0.value.ceiling : $0.value.next } ?? .min
            let last = upper.map { $0.isIncluded ? $0.value.floor : $0.value.previous } ?? .max
            return first <= last ? first...last : nil
        }
        return ColumnTest(.integers(whole.merged), isNegated: isNegated)
    }

    /// A test of a column of numbers.
    func number(_ test: ValueTest) throws(BindingError.Reason) -> ColumnTest {
        let (ranges, isNegated) = try ranges(test) { literal throws(BindingError.Reason) in
            try decimal(literal).doubleValue
        }
        let closed = ranges.compactMap { lower, upper in
            let first = lower.map { $0.isIncluded ? $0.value : $0.value.nextUp } ?? -.infinity
            let last = upper.map { $0.isIncluded ? $0.value : $0.value.nextDown } ?? .infinity
            return first <= last ? first...last : nil
        }
        return ColumnTest(.numbers(closed), isNegated: isNegated)
    }

    private func decimal(_ literal: Literal) throws(BindingError.Reason) -> DecimalLiteral {
        switch literal {
        case .number(let number): return number
        case .boolean(let value): throw unfit(value ? "= 1" : "= 0")
        default: throw unfit(type.usualTest)
        }
    }

    private typealias Bound<Place> = (value: Place, isIncluded: Bool)

    private func ranges<Place>(
        _ test: ValueTest, _ place: (Literal) throws(BindingError.Reason) -> Place
    ) throws(BindingError.Reason) -> (ranges: [(Bound<Place>?, Bound<Place>?)], isNegated: Bool) {
        switch test {
        case .compare(let comparison, let literal):
            let value = try place(literal)
            return switch comparison {
            case .equal: ([((value, true), (value, true))], false)
            case .unequal: ([((value, true), (value, true))], true)
            case .less: ([(nil, (value, false))], false)
            case .atMost: ([(nil, (value, true))], false)
            case .greater: ([((value, false), nil)], false)
            case .atLeast: ([((value, true), nil)], false)
            }
        case .between(let first, let last): return ([((try place(first), true), (try place(last), true))], false)
        case .isIn(let literals), .isNotIn(let literals):
            var ranges: [(Bound<Place>?, Bound<Place>?)] = []
            for literal in literals {
                let value = try place(literal)
                ranges.append(((value, true), (value, true)))
            }
            let isNegated = if case .isNotIn = test { true } else { false }
            return (ranges, isNegated)
        default: throw unfit(type.usualTest)
        }
    }
}

/// Where a decimal number lies among integers.
private struct IntegerPlace {
    /// The greatest integer at or below it, and the least at or above it.
    let floor: Int64
    let ceiling: Int64

    /// Places a number among integers that count units of so many decimals.
    init(_ number: DecimalLiteral, digits: Int) {
        var value = number.coefficient
        if number.fractionDigits <= digits {
            for _ in number.fractionDigits..<digits {
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                value = overflow ? (value < 0 ? .min : .max) : product
            }
            (floor, ceiling) = (value, value)
        } else {
            var isExact = true
            var isNegative = false
            for _ in digits..<number.fractionDigits {
                isExact = isExact && value % 10 == 0
                isNegative = isNegative || value < 0
                value /= 10
            }
            floor = isExact || !isNegative ? value : value - 1
            ceiling = isExact || isNegative ? value : value + 1
        }
    }

    /// The least integer above the number.
    var next: Int64 { floor == .max ? .max : floor + 1 }

    /// The greatest integer below the number.
    var previous: Int64 { ceiling == .min ? .min : ceiling - 1 }
}

extension [ClosedRange<Int64>] {
    /// The same integers as ranges that rise and lie apart.
    var merged: [ClosedRange<Int64>] {
        var merged: [ClosedRange<Int64>] = []
        for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
