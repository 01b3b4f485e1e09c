extension ValueTest {
    var text: String {
        switch self {
        case .compare(let comparison, let value): "\(comparison.rawValue) \(value.text)"
        case .between(let lower, let upper): "between \(lower.text) and \(upper.text)"
        case .isIn(let values): "in \(list(values))"
        case .isNotIn(let values): "not in \(list(values))"
        case .exists: "exists"
        case .missing: "missing"
        case .contains(let text): "contains \(quoted(text: text))"
        case .startsWith(let text): "starts with \(quoted(text: text))"
        case .endsWith(let text): "ends with \(quoted(text: text))"
        case .exactly(let text): "exactly \(quoted(text: text))"
        case .matches(let pattern): "matches \(printed(pattern: pattern))"
        case .has(let value): "has \(value.text)"
        case .hasAny(let values): "has any \(list(values))"
        case .hasAll(let values): "has all \(list(values))"
        case .time(let time): time.text
        case .withinNext(let span): "within next \(span.text)"
        }
    }

    private func list(_ values: [Literal]) -> String {
        "(\(values.map(\.text).joined(separator: ", ")))"
    }
}

extension TimeRange {
    var text: String {
        switch self {
        case .withinLast(let span): "within last \(span.text)"
        case .before(let point): "before \(point.text)"
        case .after(let point): "after \(point.text)"
        case .on(let point): "on \(point.text)"
        case .between(let lower, let upper): "between \(lower.text) and \(upper.text)"
        }
    }
}

extension TimePoint {
    /// The point in the filter language.
    public var text: String {
        switch self {
        case .date(let date): date.text
        case .instant(let instant): instant.text
        case .ago(let span): "\(span.text) ago"
        case .trait(let name): printed(name: name)
        }
    }
}

/// A pattern between slashes, with the slashes inside escaped.
func printed(pattern: String) -> String {
    var result = "/"
    var isEscaped = false
    for character in pattern.unicodeScalars {
        if character == "/", !isEscaped { result += "\\" }
        isEscaped = character == "\\" && !isEscaped
        result.unicodeScalars.append(character)
    }
    return result + "/"
}
