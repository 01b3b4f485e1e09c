import Customers

extension ValueTest {
    /// The test after the name of its value: `is 30 or more`.
    var english: String {
        switch self {
        case .compare(.unequal, let value): "is not \(value.english)"
        case .compare(let comparison, let value): "is \(comparison.english(value))"
        case .between(let lower, let upper): "is from \(lower.english) to \(upper.english)"
        case .isIn(let values): "is \(values.english("or"))"
        case .isNotIn(let values): "is not \(values.english("or"))"
        case .exists: "is known"
        case .missing: "is not known"
        case .contains(let text): "contains “\(text)”"
        case .startsWith(let text): "starts with “\(text)”"
        case .endsWith(let text): "ends with “\(text)”"
        case .exactly(let text): "is exactly “\(text)”"
        case .matches(let pattern): "matches \(printed(pattern: pattern))"
        case .has(let value): "has \(value.english)"
        case .hasAny(let values): "has \(values.english("or"))"
        case .hasAll(let values): "has \(values.english("and"))"
        case .time(let time): "is \(time.english)"
        case .withinNext(let span): "is in the next \(span.english)"
        }
    }
}

extension Comparison {
    /// A value compared: `30 or more`.
    func english(_ value: Literal) -> String {
        let isMoment =
            switch value {
            case .date, .instant: true
            default: false
            }
        return switch self {
        case .equal: value.english
        case .unequal: "not \(value.english)"
        case .less: (isMoment ? "before " : "less than ") + value.english
        case .atMost: value.english + (isMoment ? " or before" : " or less")
        case .greater: (isMoment ? "after " : "more than ") + value.english
        case .atLeast: value.english + (isMoment ? " or later" : " or more")
        }
    }
}

extension Literal {
    /// The value as it is read: a text without quotes where it is plain words.
    var english: String {
        switch self {
        case .text(let text):
            !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
                ? text : "“\(text)”"
        case .number(let number): number.description
        case .boolean(let boolean): boolean ? "true" : "false"
        case .date(let date): date.english
        case .instant(let instant): instant.english
        }
    }
}

extension [Literal] {
    /// Such as `a, b or c`.
    func english(_ joint: String) -> String { listed(map(\.english), joint) }
}

extension Span {
    /// Such as `30 days`, `3 calendar months`.
    public var english: String { text }
}

extension TimeRange {
    /// Such as `in the last 30 days`.
    var english: String {
        switch self {
        case .withinLast(let span): "in the last \(span.english)"
        case .before(let point): "before \(point.english)"
        case .after(let point): "after \(point.english)"
        case .on(let point): "on \(point.english)"
        case .between(let lower, let upper): "between \(lower.english) and \(upper.english)"
        }
    }
}

extension TimePoint {
    /// Such as `1 January 2026`, `30 days ago`, `their subscription date`.
    var english: String {
        switch self {
        case .date(let date): date.english
        case .instant(let instant): instant.english
        case .ago(let span): "\(span.english) ago"
        case .trait(let name): "their \(spoken(name))"
        }
    }
}

extension CivilDate {
    /// Such as `31 January 2026`.
    var english: String {
        let (year, month, day) = yearMonthDay
        return "\(day) \(monthName(month)) \(year)"
    }
}

extension LocalInstant {
    /// Such as `10:00 on 1 May 2026`.
    var english: String {
        let written = text.split(separator: "T")
        return "\(written.last ?? "") on \(date.english)"
    }
}

/// The English name of a month, 1 to 12.
func monthName(_ month: Int) -> String {
    let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : String(month)
}

/// A name as it is said: `add_to_cart` is ‘add to cart’.
func spoken(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
}
