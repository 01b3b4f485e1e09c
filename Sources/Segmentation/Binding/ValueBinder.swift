import Customers
import Filters

/// Turns a test as it is written into one of a column's type.
struct ValueBinder {
    /// What is tested, for errors.
    let name: String
    let type: ValueType
    let times: TimeBinder
    /// Decimals of the workspace's currency.
    let fractionDigits: Int

    func bind(_ test: ValueTest) throws(BindingError.Reason) -> ColumnTest {
        switch test {
        case .exists: ColumnTest(.exists)
        case .missing: ColumnTest(.exists, isNegated: true)
        default:
            switch type {
            case .text: try text(test)
            case .list: try list(test)
            case .boolean: try boolean(test)
            case .integer: try integer(test, digits: 0)
            case .money: try integer(test, digits: fractionDigits)
            case .number: try number(test)
            case .date: try date(test)
            case .timestamp: try timestamp(test)
            }
        }
    }

    /// The error for a test that the type does not take.
    func unfit(_ instead: String) -> BindingError.Reason {
        .name(.unfitTest(name: name, type: type, instead: instead))
    }

    private func list(_ test: ValueTest) throws(BindingError.Reason) -> ColumnTest {
        switch test {
        case .has(.text(let element)): return ColumnTest(.list([.among([FoldedText(element)])], needsAll: false))
        case .hasAny(let elements), .hasAll(let elements):
            let isAll = if case .hasAll = test { true } else { false }
            let tests = try texts(elements).map { TextTest.among([FoldedText($0)]) }
            return ColumnTest(.list(tests, needsAll: isAll))
        case .contains(let element), .exactly(let element), .compare(_, .text(let element)):
            throw unfit("has \(quoted(element))")
        case .isIn(let elements), .isNotIn(let elements):
            throw unfit("has any (\(elements.map(written).joined(separator: ", ")))")
        case .has(let literal): throw unfit("has \(written(literal))")
        default: throw unfit(type.usualTest)
        }
    }

    private func boolean(_ test: ValueTest) throws(BindingError.Reason) -> ColumnTest {
        switch test {
        case .compare(.equal, let literal): return ColumnTest(.integers([try truth(literal)]))
        case .compare(.unequal, let literal): return ColumnTest(.integers([try truth(literal)]), isNegated: true)
        case .isIn(let literals), .isNotIn(let literals):
            var ranges: [ClosedRange<Int64>] = []
            for literal in literals { ranges.append(try truth(literal)) }
            let isNegated = if case .isNotIn = test { true } else { false }
            return ColumnTest(.integers(ranges.merged), isNegated: isNegated)
        default: throw unfit(type.usualTest)
        }
    }

    private func truth(_ literal: Literal) throws(BindingError.Reason) -> ClosedRange<Int64> {
        switch literal {
        case .boolean(let value): return value ? 1...1 : 0...0
        case .number(DecimalLiteral(coefficient: 0)): return 0...0
        case .number(DecimalLiteral(coefficient: 1)): return 1...1
        default: throw unfit(type.usualTest)
        }
    }

    func texts(_ literals: [Literal]) throws(BindingError.Reason) -> [String] {
        var texts: [String] = []
        for literal in literals {
            guard case .text(let text) = literal else {
                throw unfit(type == .list ? "has \(written(literal))" : "= \(written(literal))")
            }
            texts.append(text)
        }
        return texts
    }

    /// A literal as the text that it would be.
    func written(_ literal: Literal) -> String {
        switch literal {
        case .text(let text): quoted(text)
        case .number(let number): quoted(number.description)
        case .boolean(let value): quoted("\(value)")
        case .date, .instant: "\"…\""
        }
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"") + "\""
    }
}

extension ValueType {
    /// A test that the type takes, as an example.
    var usualTest: String {
        switch self {
        case .text: "= \"…\""
        case .number, .integer: "= 30"
        case .money: ">= 19.99"
        case .boolean: "= true"
        case .date: "= 2026-01-31"
        case .timestamp: "after 2026-01-31"
        case .list: "has \"…\""
        }
    }
}
