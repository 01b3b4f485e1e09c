import Customers

extension DecimalLiteral {
    /// Reads `-19.99`; nil where it is no such number or does not fit.
    public init?(written: String) {
        let parts = written.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else { return nil }
        var fraction = parts.count == 2 ? parts[1] : ""
        while fraction.last == "0" { fraction.removeLast() }
        guard fraction.count <= 18, let coefficient = Int64(whole + fraction) else { return nil }
        self.init(coefficient: coefficient, fractionDigits: fraction.count)
    }
}

extension DecimalLiteral: CustomStringConvertible {
    /// The number as the filter language writes it: `-19.99`.
    public var description: String {
        guard fractionDigits > 0 else { return String(coefficient) }
        let digits = String(coefficient.magnitude)
        let padded = String(repeating: "0", count: Swift.max(0, fractionDigits + 1 - digits.count)) + digits
        return (coefficient < 0 ? "-" : "") + padded.dropLast(fractionDigits) + "." + padded.suffix(fractionDigits)
    }
}

extension CivilDate {
    /// Such as `2026-01-31`.
    var text: String {
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month))-\(padded(day))"
    }
}

extension LocalInstant {
    /// `2026-05-01T10:00`, with seconds, milliseconds and offset where there are any.
    var text: String {
        let seconds = milliseconds / 1000
        var text = "\(date.text)T\(padded(seconds / 3600)):\(padded(seconds / 60 % 60))"
        if milliseconds % 60_000 != 0 { text += ":" + padded(seconds % 60) }
        if milliseconds % 1000 != 0 { text += "." + padded(milliseconds % 1000, 3) }
        guard let offset else { return text }
        guard offset != 0 else { return text + "Z" }
        let minutes = abs(offset) / 60
        return text + (offset < 0 ? "-" : "+") + "\(padded(minutes / 60)):\(padded(minutes % 60))"
    }
}

extension CohortPeriod {
    /// Such as `2026-03-15`, `2026-W11`, `2026-03`.
    public var text: String {
        switch self {
        case .day(let date): date.text
        case .week(let year, let week): "\(padded(year, 4))-W\(padded(week))"
        case .month(let year, let month): "\(padded(year, 4))-\(padded(month))"
        }
    }
}

extension Span {
    /// Such as `30 days`, `1 calendar month`.
    var text: String {
        count == 1 ? "1 " + unit.rawValue.dropLast() : "\(count) \(unit.rawValue)"
    }
}

extension Literal {
    /// The value as it is written.
    var text: String {
        switch self {
        case .text(let text): quoted(text: text)
        case .number(let number): number.description
        case .boolean(let boolean): boolean ? "true" : "false"
        case .date(let date): date.text
        case .instant(let instant): instant.text
        }
    }
}

private func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
}
