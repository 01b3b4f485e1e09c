import Customers

extension Filter {
    /// The filter in the filter language, on one line.
    ///
    /// It parses to the same filter. Brackets stand where `and` meets `or`, where a group stands in a group, and nowhere
    /// else; names stand in backticks only where they must.
    public var text: String {
        switch self {
        case .all(let operands): operands.isEmpty ? "everyone" : joined(operands, " and ")
        case .any(let operands): operands.isEmpty ? "not everyone" : joined(operands, " or ")
        case .not(let operand): "not \(operand.operandText)"
        case .asOf(let point, let operand): "as of \(point.text) \(operand.operandText)"
        default: conditionText
        }
    }

    /// The filter as `not`, `as of` and groups hold it: in brackets where it is a group itself.
    var operandText: String {
        needsBrackets ? "(\(text))" : text
    }

    var needsBrackets: Bool {
        switch self {
        case .all(let operands), .any(let operands): operands.count > 1
        default: false
        }
    }

    private func joined(_ operands: [Filter], _ joint: String) -> String {
        guard operands.count > 1 else { return operands[0].text }
        return operands.map(\.operandText).joined(separator: joint)
    }

    private var conditionText: String {
        switch self {
        case .trait(let name, let test): "\(printed(name: name)) \(test.text)"
        case .anniversary(let trait, let span): "anniversary of \(printed(name: trait)) within next \(span.text)"
        case .performed(let performance): performance.text
        case .occurrence(let occurrence): occurrence.text
        case .sequence(let sequence): sequence.text
        case .habit(let habit): habit.text
        case .change(let change): change.text
        case .cart(let cart): cart.text
        case .aggregate(let aggregate): aggregate.text
        case .membership(let membership): membership.text
        case .derived(let measure, let test): "\(measure.text) \(test.text)"
        case .lifecycle(let event, let period, let stage):
            "lifecycle of \(printed(name: event)) by \(period.rawValue) = \(quoted(text: stage))"
        case .funnelStep(let condition): condition.text
        case .cohort(let period, let event): "in cohort \(period.text) of \(printed(name: event))"
        case .reachable(let channel): "reachable by \(channel.rawValue)"
        case .consents(let channel, let purpose): "consents to \(channel.rawValue) for \(printed(name: purpose))"
        case .sample(let percent, let salt): "sample \(percent) % salt \(quoted(text: salt))"
        case .all, .any, .not, .asOf: text
        }
    }
}

extension Membership {
    var text: String {
        switch self {
        case .member(let segment): "in segment \(quoted(text: segment))"
        case .entered(let segment, let time): "entered segment \(quoted(text: segment)) \(time.text)"
        case .left(let segment, let time): "left segment \(quoted(text: segment)) \(time.text)"
        }
    }
}

extension Measure {
    /// The figure as the filter language names it: `rfm.recency`.
    public var text: String {
        switch self {
        case .rfm(let figure, let variant): variant.text(of: figure)
        case .netRevenue: "net_revenue"
        case .lifetimeValue: "ltv"
        case .probabilityAlive: "p_alive"
        case .score(let name): "score(\(quoted(text: name)))"
        case .probability(let event, let span): "probability(\(printed(name: event)), \(span.text))"
        case .expectedPurchases(let span): "expected_purchases(\(span.text))"
        }
    }
}
