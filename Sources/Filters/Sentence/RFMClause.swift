import Phrases

extension RFMFigure {
    fileprivate var phrase: Phrase {
        self == .group
            ? Phrase("sentence.rfm.group", "RFM group") : Phrase("sentence.rfm.score", "RFM %1 score", rawValue)
    }
}

extension RFMVariant {
    /// A figure of the report, with what sets the report apart in brackets.
    func phrase(of figure: RFMFigure) -> Phrase {
        let terms = terms
        guard !terms.isEmpty else { return figure.phrase }
        return words(figure.phrase, terms.joined(by: .comma).enclosed)
    }

    /// What sets the report apart from the workspace's own.
    private var terms: [Phrase] {
        var terms: [Phrase] = []
        switch division {
        case .groups(let count): terms.append(Phrase("sentence.rfm.groups", "%1 groups", "\(count)"))
        case .fixed: terms.append(Phrase("sentence.rfm.fixed", "fixed borders"))
        case nil: break
        }
        if rule != .share { terms.append(Phrase("sentence.rfm.rule", "rule %1", rule.rawValue)) }
        if countsDays { terms.append(Phrase("sentence.rfm.days", "days with a purchase")) }
        if takesAverage { terms.append(Phrase("sentence.rfm.average", "average revenue")) }
        if isGross { terms.append(Phrase("sentence.rfm.gross", "gross revenue")) }
        if let since { terms.append(Phrase("sentence.rfm.since", "purchases since %1").with(since.phrase)) }
        return terms
    }
}
