/// How a file writes dates or times, as in `dd.MM.yyyy HH:mm:ss`.
///
/// `yyyy`, `MM`, `dd`, `HH`, `mm`, `ss` are numbers, `SSS` a fraction of a second, `Z` a zone (`Z` or `±hh:mm`); any other
/// sign stands for itself. A day, month or hour before another sign may have one digit only.
public struct DateFormat: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case year, month, day, hour, minute, second, fraction, zone
        case sign(UInt8)
    }

    /// The format as it was written.
    public let pattern: String
    let parts: [Part]

    /// - Returns: nil for a pattern without a year, month and day, with a part twice, or with letters it does not know.
    public init?(_ pattern: String) {
        var parts: [Part] = []
        var rest = Substring(pattern)
        while let first = rest.first {
            if let (word, part) = Self.words.first(where: { rest.hasPrefix($0.0) }) {
                guard !parts.contains(part) else { return nil }
                parts.append(part)
                rest = rest.dropFirst(word.count)
            } else {
                guard let byte = first.asciiValue, !first.isLetter || first == "T", !first.isNumber else { return nil }
                parts.append(.sign(byte))
                rest = rest.dropFirst()
            }
        }
        guard parts.contains(.year), parts.contains(.month), parts.contains(.day) else { return nil }
        guard parts.contains(.hour) || !parts.contains(.minute) else { return nil }
        guard parts.contains(.minute) || !parts.contains(.second) else { return nil }
        guard parts.contains(.second) || !parts.contains(.fraction) else { return nil }
        self.pattern = pattern
        self.parts = parts
    }

    /// Whether the format holds a time of day.
    public var hasTime: Bool { parts.contains(.hour) }

    /// Whether the format says the zone.
    public var hasZone: Bool { parts.contains(.zone) }

    private static let words: [(String, Part)] = [
        ("yyyy", .year), ("MM", .month), ("dd", .day), ("HH", .hour), ("mm", .minute), ("ss", .second),
        ("SSS", .fraction), ("Z", .zone),
    ]
}
