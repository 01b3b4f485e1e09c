import Customers
import Filters

/// Tests one value that is there.
struct ValueOracle {
    let now: Int64

    func passes(_ test: ValueTest, _ value: Value) -> Bool {
        switch test {
        case .exists: return true
        case .compare(let comparison, let literal): return compare(value, comparison, literal)
        case .between(let first, let last): return compare(value, .atLeast, first) && compare(value, .atMost, last)
        case .isIn(let literals): return literals.contains { compare(value, .equal, $0) }
        case .contains(let part): return !find(part, in: value.text).isEmpty
        case .startsWith(let part): return find(part, in: value.text).contains(0)
        case .endsWith(let part):
            return find(part, in: value.text).contains(fold(value.text).count - fold(part).count)
        case .exactly(let text): return Array(value.text.utf8) == Array(text.utf8)
        case .has(let literal): return value.elements.contains { compare(.text($0), .equal, literal) }
        case .hasAny(let literals): return literals.contains { passes(.has($0), value) }
        case .hasAll(let literals): return literals.allSatisfy { passes(.has($0), value) }
        case .time(let range):
            guard case .date(let date) = value else { return false }
            return contains(range, Int64(date.dayNumber))
        case .withinNext(let span):
            switch value {
            case .timestamp(let instant):
                return instant.milliseconds >= now && instant.milliseconds < Moment.back(span, from: now, sign: 1)
            case .date(let date):
                // Hours ahead touch the day in which they end.
                let end =
                    span.unit == .hours
                    ? Moment.day(Moment.back(span, from: now, sign: 1)) + 1
                    : Moment.day(Moment.back(span, from: Moment.day(now) * Moment.dayLength, sign: 1))
                return Int64(date.dayNumber) >= Moment.day(now) && Int64(date.dayNumber) < end
            default: return false
            }
        case .isNotIn, .missing, .matches: return false
        }
    }

    /// Dates compare as dates; the instant asked about stands for its day.
    private func contains(_ range: TimeRange, _ day: Int64) -> Bool {
        let today = Moment.day(now)
        func place(_ point: TimePoint) -> Int64 {
            switch point {
            case .date(let date): Int64(date.dayNumber)
            case .ago(let span): Moment.day(Moment.back(span, from: today * Moment.dayLength))
            default: 0
            }
        }
        return switch range {
        case .withinLast(let span): day >= place(.ago(span)) && day < today
        case .before(let point): day < place(point)
        case .after(let point): day > place(point)
        case .on(let point): day == place(point)
        case .between(let first, let last): day >= place(first) && day <= place(last)
        }
    }

    /// Texts as characters, which are equal where they are canonically equivalent.
    private func fold(_ text: String) -> [Character] { Array(text.uppercased().lowercased()) }

    private func find(_ part: String, in whole: String) -> [Int] {
        let (part, whole) = (fold(part), fold(whole))
        guard part.count <= whole.count else { return [] }
        return (0...(whole.count - part.count)).filter { Array(whole[$0..<($0 + part.count)]) == part }
    }

    private func compare(_ value: Value, _ comparison: Comparison, _ literal: Literal) -> Bool {
        switch (value, literal) {
        case (.text(let text), .text(let other)): return comparison.holds(String(fold(text)), String(fold(other)))
        case (.integer(let number), .number(let other)): return comparison.holds(Double(number), other.doubleValue)
        case (.money(let cents), .number(let other)):
            let scale = (0..<other.fractionDigits).reduce(Int64(1)) { scale, _ in scale * 10 }
            return comparison.holds(cents * scale, other.coefficient * 100)
        case (.number(let number), .number(let other)): return comparison.holds(number, other.doubleValue)
        case (.boolean(let value), .boolean(let other)): return comparison.holds(value ? 1 : 0, other ? 1 : 0)
        case (.boolean(let value), .number(let other)): return comparison.holds(value ? 1 : 0, other.doubleValue)
        case (.date(let date), .date(let other)): return comparison.holds(date.dayNumber, other.dayNumber)
        case (.timestamp(let instant), .date(let day)):
            // The whole day is one value.
            return comparison.holds(Moment.day(instant.milliseconds), Int64(day.dayNumber))
        case (.timestamp(let instant), .instant):
            guard case .instant(let written) = literal else { return false }
            return comparison.holds(instant.milliseconds, Moment.start(of: .instant(written), now) ?? 0)
        default: return false
        }
    }
}

extension Comparison {
    fileprivate func holds<Operand: Comparable>(_ lhs: Operand, _ rhs: Operand) -> Bool {
        switch self {
        case .equal: lhs == rhs
        case .unequal: lhs != rhs
        case .less: lhs < rhs
        case .atMost: lhs <= rhs
        case .greater: lhs > rhs
        case .atLeast: lhs >= rhs
        }
    }
}

extension Value {
    fileprivate var text: String { if case .text(let text) = self { text } else { "" } }
    fileprivate var elements: [String] { if case .list(let texts) = self { texts } else { [] } }
}

extension ValueTest {
    /// What the test denies; nil for a positive test.
    var positiveTwin: ValueTest? {
        switch self {
        case .compare(.unequal, let literal): .compare(.equal, literal)
        case .isNotIn(let literals): .isIn(literals)
        case .missing: .exists
        default: nil
        }
    }
}
