extension RFMVariant {
    /// What stands between the brackets of `rfm(…)`; empty for the workspace's own report.
    public var text: String { terms.joined(separator: ", ") }

    /// The start of the report as it is written after `since`; none where all purchases count.
    public var sinceText: String? { since?.text }

    private var terms: [String] {
        var terms: [String] = []
        switch division {
        case .groups(let count): terms.append("groups \(count)")
        case .fixed(let borders): terms.append(borders.text)
        case nil: break
        }
        if rule != .share { terms.append("rule \(rule.rawValue)") }
        if countsDays { terms.append("frequency days") }
        if takesAverage { terms.append("monetary average") }
        if isGross { terms.append("revenue gross") }
        if let since { terms.append("since \(since.text)") }
        return terms
    }

    /// Such as `rfm.recency`, `rfm(groups 7).recency`.
    func text(of figure: RFMFigure) -> String {
        let text = text
        return (text.isEmpty ? "rfm." : "rfm(\(text)).") + figure.rawValue
    }
}

extension RFMVariant.Borders {
    var text: String {
        "fixed days (\(list(days))) purchases (\(list(purchases))) revenue (\(list(revenue)))"
    }

    private func list(_ borders: [some CustomStringConvertible]) -> String {
        borders.map(\.description).joined(separator: ", ")
    }
}
