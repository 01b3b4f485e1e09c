extension RFMFigure {
    var english: String { self == .group ? "group" : "\(rawValue) score" }
}

extension RFMVariant {
    /// What sets the report apart, in brackets; nothing for the workspace's own.
    var aside: String {
        var terms: [String] = []
        switch division {
        case .groups(let count): terms.append("\(count) groups")
        case .fixed: terms.append("fixed borders")
        case nil: break
        }
        if rule != .share { terms.append("rule \(rule.rawValue)") }
        if countsDays { terms.append("days with a purchase") }
        if takesAverage { terms.append("average revenue") }
        if isGross { terms.append("gross revenue") }
        if let since { terms.append("purchases since \(since.english)") }
        return terms.isEmpty ? "" : " (\(terms.joined(separator: ", ")))"
    }
}
