/// A filter that begins with a text; nil where none is found.
///
/// What to add is what the parser misses, until it misses nothing.
///
/// - Complexity: a few readings of the text.
package func continuation(of text: String) -> String? {
    continuation(of: text, steps: 24, isBegun: false)
}

private func continuation(of text: String, steps: Int, isBegun: Bool) -> String? {
    let reading = Reading(text)
    guard let error = reading.error else { return text }
    guard steps > 0 else { return nil }
    let end = reading.parser.lastEnd
    // A word that means something by itself, such as a trait called "people", needs its test before it is understood.
    let additions = reading.reachesEnd ? error.additions(at: end) : isBegun ? [] : [" exists"]
    for addition in additions {
        if let filter = continuation(of: text + addition, steps: steps - 1, isBegun: true) { return filter }
    }
    return nil
}

extension SyntaxError {
    /// What may be missing at the end of a text.
    fileprivate func additions(at end: Int) -> [String] {
        let insertions = fixes.filter { $0.range == end..<end && !$0.text.isEmpty }.map(\.text)
        switch reason {
        case .nothingWritten: return [" everyone"]
        case .unexpected(_, let expected): return insertions + expected.examples
        case .missing(let word, _): return insertions + [" " + word]
        // A funnel may have too few steps to be closed.
        case .unclosed(.bracket): return [")", " then x"]
        case .wording(.bareTrait): return [" exists"]
        case .wording(.trailingJoint): return [" x exists"]
        case .wording(.lifecycleOnlyEquals): return [" = \"new\""]
        default: return insertions
        }
    }
}

extension SyntaxError.Expectation {
    /// `1`, `1, 2`, and so on.
    private static let lists = (1...9).map { (1...$0).map(String.init).joined(separator: ", ") }

    /// Texts that are what is awaited, or begin it.
    fileprivate var examples: [String] {
        switch self {
        case .condition: [" x exists"]
        case .test: [" = 1", " exists"]
        // Of borders there must be as many as on the axis before.
        case .literal: Self.lists.map { " \($0)" }
        case .text: [" \"x\""]
        case .number: [" 1000", " 1", " 5"]
        case .name, .event, .property, .segment, .funnel: [" x"]
        case .count: [" 1000000000"]
        case .time: [" within last 1 days"]
        case .point: [" 2026-01-01"]
        case .span: [" 1 days"]
        case .unit: [" days"]
        // Borders of a report come as many on every axis.
        case .list: Self.lists.map { " (\($0))" }
        case .openBracket: [" ("]
        case .closeBracket: [")"]
        case .pattern: [" /x/"]
        case .period: [" day"]
        case .cohort: [" 2026-01"]
        case .stage: [" \"new\""]
        case .channel: [" email"]
        case .next: [" within next 1 days"]
        case .stepTime: [" within 1 days"]
        case .last: [" within last 1 days", " last 1 days"]
        case .join: [" product"]
        case .measure: [".recency", "recency"]
        case .variant: [" groups 5"]
        case .variantEnd: [")"]
        case .frequency: [" days"]
        case .monetary: [" average"]
        case .rule: [" ntile"]
        case .revenue: [" gross"]
        case .start: [" 2026-01-01"]
        case .funnelEnd: [")", " then x"]
        default: []
        }
    }
}
