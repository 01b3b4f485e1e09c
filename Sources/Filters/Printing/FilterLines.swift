extension Filter {
    /// The filter in the filter language, a condition a line; joined by line breaks it parses to the same filter.
    ///
    ///     age >= 30
    ///     and (
    ///         did purchase
    ///         or did return
    ///     )
    public var lines: [String] {
        switch self {
        case .all(let operands) where operands.count > 1: joinedLines(operands, "and ")
        case .any(let operands) where operands.count > 1: joinedLines(operands, "or ")
        default: operandLines(after: "")
        }
    }

    private func joinedLines(_ operands: [Filter], _ joint: String) -> [String] {
        operands.enumerated().flatMap { number, operand in operand.operandLines(after: number == 0 ? "" : joint) }
    }

    private func operandLines(after head: String) -> [String] {
        switch self {
        case .not(let operand) where isGroup: operand.operandLines(after: head + "not ")
        case .asOf(let point, let operand) where isGroup: operand.operandLines(after: "\(head)as of \(point.text) ")
        case _ where needsBrackets: [head + "("] + lines.map { "    " + $0 } + [")"]
        default: [head + text]
        }
    }
}
