extension CivilDate: CustomStringConvertible {
    /// The date as ISO 8601 writes it, `2026-03-01`.
    public var description: String {
        let (year, month, day) = components
        return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }

    /// Reads `2026-03-01`: four, two and two digits, nothing before or after.
    public init?(parsing text: some StringProtocol) {
        var scanner = TimeScanner(text)
        guard let date = scanner.date(), scanner.isAtEnd else { return nil }
        self = date
    }
}

extension Int {
    /// The number in decimal, with zeros before it up to a width.
    func padded(to width: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
