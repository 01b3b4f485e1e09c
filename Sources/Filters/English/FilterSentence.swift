extension Filter {
    /// The filter as a plain English sentence.
    ///
    ///     People in Москва or Kraków, aged 30 or more, who bought at least twice in the last 90 days.
    ///
    /// It is for reading along, not for parsing: values stand without quotes where they are plain words.
    public var sentence: String {
        switch self {
        case .all(let operands) where operands.isEmpty: "Everyone."
        case .any(let operands) where operands.isEmpty: "No one."
        case .not(.all(let operands)) where operands.isEmpty: "No one."
        case .not(let operand): "Everyone except people \(operand.clause)."
        default: "People \(groupClause ?? clause)."
        }
    }

    /// What follows ‘people’, in brackets where it is a group.
    var clause: String {
        if let groupClause { return "(\(groupClause))" }
        switch self {
        case .all: return "of any kind"
        case .any: return "of no kind"
        case .not(let operand): return "other than people \(operand.clause)"
        case .asOf(let point, let operand): return "who \(point.asOfEnglish) were people \(operand.clause)"
        default: return conditionClause
        }
    }

    /// The clauses of a group; nil for what is none.
    private var groupClause: String? {
        switch self {
        case .all(let operands) where operands.count > 1:
            let (positive, excluded) = operands.partitioned
            guard !positive.isEmpty else {
                return "other than people \(excluded.joined(separator: ", and other than people "))"
            }
            return ([joined(positive, "and")] + excluded.map { "excluding people \($0)" }).joined(separator: ", ")
        case .any(let operands) where operands.count > 1: return joined(operands.map(\.clause), "or")
        case .all(let operands), .any(let operands): return operands.first?.groupClause
        default: return nil
        }
    }

    private func joined(_ clauses: [String], _ joint: String) -> String {
        guard clauses.count > 1, let last = clauses.last else { return clauses.first ?? "" }
        return clauses.dropLast().joined(separator: ", ") + ", \(joint) " + last
    }
}

extension [Filter] {
    /// The clauses that hold, and those that must not.
    fileprivate var partitioned: (positive: [String], excluded: [String]) {
        var positive: [String] = [], excluded: [String] = []
        for filter in self {
            if case .not(let operand) = filter {
                excluded.append(operand.clause)
            } else {
                positive.append(filter.clause)
            }
        }
        return (positive, excluded)
    }
}

extension TimePoint {
    fileprivate var asOfEnglish: String {
        switch self {
        case .date(let date): "on \(date.english)"
        case .instant(let instant): "at \(instant.english)"
        case .ago(let span): "\(span.english) ago"
        case .trait(let name): "at \(spoken(name))"
        }
    }
}
