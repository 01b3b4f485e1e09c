import Customers
import Filters

extension Oracle {
    func holds(_ aggregate: Aggregate, _ person: Person, _ now: Int64) -> Bool {
        let rows = rows(.named(aggregate.event), person, now).filter { row in
            row.satisfies(aggregate.condition)
                && (aggregate.time.map { contains($0, row.time, person, now) } ?? true)
        }
        let values = aggregate.property.map { name in
            rows.flatMap { $0.values(of: name, where: aggregate.condition) }
        }
        switch aggregate.function {
        case .count: return passes(aggregate.test, hundredths: (values?.count ?? rows.count) * 100)
        case .distinct: return passes(aggregate.test, hundredths: Set((values ?? []).map(\.key)).count * 100)
        case .sum: return passes(aggregate.test, hundredths: (values ?? []).reduce(0) { $0 + $1.hundredths })
        case .average:
            let sum = (values ?? []).reduce(0) { $0 + $1.hundredths }
            return passes(aggregate.test, hundredths: values?.isEmpty ?? true ? nil : sum, of: values?.count ?? 0)
        case .min, .max:
            let sorted = (values ?? []).sorted { $0.hundredths < $1.hundredths }
            let figure = aggregate.function == .min ? sorted.first : sorted.last
            guard sorted.first?.isTime ?? false || sorted.allSatisfy(\.isBoolean) && !sorted.isEmpty else {
                return passes(aggregate.test, hundredths: figure?.hundredths)
            }
            return passes(aggregate.test, [figure].compactMap(\.self), person, now)
        }
    }

    /// Tests a fraction: so many hundredths divided by a number.
    private func passes(_ test: ValueTest, hundredths: Int?, of count: Int = 1) -> Bool {
        if let twin = test.positiveTwin { return !passes(twin, hundredths: hundredths, of: count) }
        guard let hundredths else { return false }
        func difference(_ literal: Literal) -> Int {
            guard case .number(let number) = literal else { return 0 }
            let scale = (0..<number.fractionDigits).reduce(1) { scale, _ in scale * 10 }
            return hundredths * scale - Int(number.coefficient) * 100 * count
        }
        switch test {
        case .exists: return true
        case .between(let first, let last): return difference(first) >= 0 && difference(last) <= 0
        case .isIn(let literals): return literals.contains { difference($0) == 0 }
        case .compare(let comparison, let literal):
            return switch comparison {
            case .equal: difference(literal) == 0
            case .unequal: difference(literal) != 0
            case .less: difference(literal) < 0
            case .atMost: difference(literal) <= 0
            case .greater: difference(literal) > 0
            case .atLeast: difference(literal) >= 0
            }
        default: return false
        }
    }
}

extension Value {
    /// The value in hundredths, in which all values of random shops are whole.
    fileprivate var hundredths: Int {
        switch self {
        case .integer(let number): Int(number) * 100
        case .money(let cents): Int(cents)
        case .number(let number): Int(number * 100)
        case .boolean(let value): value ? 100 : 0
        case .timestamp(let instant): Int(instant.milliseconds)
        case .text, .list, .date: 0
        }
    }

    fileprivate var isTime: Bool { if case .timestamp = self { true } else { false } }
    fileprivate var isBoolean: Bool { if case .boolean = self { true } else { false } }
}
