/// A number in a condition's text that can be stepped to its neighbours.
public struct NumberPlace: Hashable, Sendable {
    /// The number as it stands.
    public let value: DecimalLiteral
    /// UTF-8 offsets of the number in the text.
    public let range: Range<Int>
    /// The word after it: `days`, `times`; empty where none follows.
    public let unit: String

    /// The numbers of a filter's text in reading order.
    ///
    /// - Complexity: O(*n*) for *n* characters.
    public static func all(in text: String) -> [NumberPlace] {
        let tokens = Lexer.tokens(of: text)
        return tokens.indices.compactMap { index in
            guard case .number(let value) = tokens[index].kind else { return nil }
            let next = index + 1 < tokens.count ? tokens[index + 1].kind : .end
            let unit =
                switch next {
                case .word(let word) where ["day", "days", "hour", "hours", "week", "weeks", "times"].contains(word):
                    word
                case .word("calendar"): "calendar"
                case .sign(.percent): "%"
                default: ""
                }
            return NumberPlace(value: value, range: tokens[index].range, unit: unit)
        }
    }

    /// The text with another number in this place.
    public func putting(_ value: DecimalLiteral, in text: String) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + value.description
            + String(decoding: bytes[range.upperBound...], as: UTF8.self)
    }

    /// Numbers that people would try in place of this one, rising: some below it, itself, some above it.
    ///
    /// Lengths of time go by the calendar's habits, small numbers by one, others by steps of 1, 2, 2.5 and 5 times a power
    /// of ten. None is below what the unit allows.
    public func neighbours(below: Int = 2, above: Int = 3) -> [DecimalLiteral] {
        let candidates = candidates
        let number = Ladder.number(value)
        let lower = candidates.filter { Ladder.number($0) < number }.suffix(below)
        let upper = candidates.filter { Ladder.number($0) > number }.prefix(above)
        return lower + [value] + upper
    }

    private var candidates: [DecimalLiteral] {
        switch unit {
        case "day", "days": Ladder.days
        case "hour", "hours": Ladder.hours
        case "week", "weeks", "calendar": Ladder.small(around: value, from: 1)
        case "times": Ladder.small(around: value, from: 0)
        default: Ladder.general(around: value)
        }
    }
}

/// Rows of numbers to step along.
private enum Ladder {
    static let days = [
        1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 75, 90, 120, 150, 180, 270, 365, 540, 730, 1095, 1460, 1825,
    ]
    .map { DecimalLiteral(coefficient: $0) }
    static let hours = [1, 2, 3, 6, 12, 24, 36, 48, 72, 96, 120, 168, 336, 720].map { DecimalLiteral(coefficient: $0) }

    static func number(_ literal: DecimalLiteral) -> Double {
        (0..<literal.fractionDigits).reduce(Double(literal.coefficient)) { value, _ in value / 10 }
    }

    /// Whole numbers near a value, by one up to 20, by five up to 100, then by tens.
    static func small(around value: DecimalLiteral, from least: Int64) -> [DecimalLiteral] {
        let middle = Int64(number(value))
        let step: Int64 = middle < 20 ? 1 : middle < 100 ? 5 : 10
        return (-5...5).map { middle / step * step + Int64($0) * step }.filter { $0 >= least }
            .map { DecimalLiteral(coefficient: $0) }
    }

    /// A number below 20 goes by one, one with a fraction by a tenth of its size, others by round steps.
    static func general(around value: DecimalLiteral) -> [DecimalLiteral] {
        if value.fractionDigits == 0, abs(value.coefficient) < 20 { return small(around: value, from: .min) }
        if value.fractionDigits == 0, abs(value.coefficient) < 200, value.coefficient > 0 {
            return (-5...5).map { value.coefficient / 5 * 5 + Int64($0) * 5 }.map { DecimalLiteral(coefficient: $0) }
        }
        guard value.fractionDigits == 0, value.coefficient > 0 else {
            let step = max(1, abs(value.coefficient) / 10)
            return (-5...5).compactMap { number in
                let (sum, isTooLarge) = value.coefficient.addingReportingOverflow(Int64(number) * step)
                return isTooLarge ? nil : DecimalLiteral(coefficient: sum, fractionDigits: value.fractionDigits)
            }
        }
        var numbers: [DecimalLiteral] = []
        var power: Int64 = 1
        while power < .max / 100 {
            numbers += [10, 15, 20, 25, 30, 40, 50, 60, 75].map { DecimalLiteral(coefficient: $0 * power) }
            power *= 10
        }
        return numbers
    }
}
