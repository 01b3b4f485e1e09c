extension FunnelCondition {
    var english: String {
        let place =
            switch state {
            case .reached: "who reached step \(step) of"
            case .dropped: "who dropped out at step \(step) of"
            case .open: "who are still at step \(step) of"
            }
        let touched = condition.map { " with \(touch.rawValue) event \($0.english)" }
        return "\(place) \(funnel.english)\(touched ?? "")\(time.map { " begun \($0.english)" } ?? "")"
    }
}

extension FunnelReference {
    fileprivate var english: String {
        switch self {
        case .saved(let name): "the funnel ‘\(name)’"
        case .defined(let funnel): "the funnel \(funnel.english)"
        }
    }
}

extension Funnel {
    /// Such as ‘home, then cart, then purchase within 7 days’.
    private func list(_ joint: String) -> String { steps.map(\.text).joined(separator: joint) }

    var english: String {
        let way =
            switch order {
            case .ordered: list(", then ")
            case .strict: list(", right after it ")
            case .any: list(", ") + " in any order"
            }
        let except = excluded.map(\.text).joined(separator: " or ")
        let without = excluded.isEmpty ? "" : endsAtExcluded ? " (until \(except))" : " (without \(except))"
        return "‘\(startsAtFirst ? "first " : "")\(way)’\(without)\(within.map { " within \($0.english)" } ?? "")"
    }
}
