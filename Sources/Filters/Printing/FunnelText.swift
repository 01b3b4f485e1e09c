extension Funnel {
    /// The funnel as the filter language writes it: `(home then cart within 7 days)`, with its order in front.
    public var text: String {
        let way = steps.map(\.text).joined(separator: " then ")
        let except = excluded.isEmpty ? "" : (endsAtExcluded ? " until " : " without ") + excluded.listed
        return order.prefix + "(\(startsAtFirst ? "first " : "")\(way)\(except) within \(within?.text ?? "any time"))"
    }
}

extension Funnel.Order {
    fileprivate var prefix: String {
        switch self {
        case .ordered: ""
        case .strict: "strict "
        case .any: "any order "
        }
    }
}

extension [Funnel.Step] {
    fileprivate var listed: String { map(\.text).joined(separator: ", ") }
}

extension Funnel.Step {
    /// Such as `product_view where category = "boots"`.
    public var text: String { printed(name: event) + (condition.map { " where \($0.text)" } ?? "") }
}

extension FunnelReference {
    var text: String {
        switch self {
        case .saved(let name): quoted(text: name)
        case .defined(let funnel): funnel.text
        }
    }
}

extension FunnelCondition {
    var text: String {
        let place = "\(state.rawValue) \(state == .reached ? "" : "at ")step \(step) of funnel \(funnel.text)"
        let property = condition.map { "where \(touch == .last ? "last " : "")\($0.text)" }
        return [place, property, time?.text].compactMap { $0 }.joined(separator: " ")
    }
}
