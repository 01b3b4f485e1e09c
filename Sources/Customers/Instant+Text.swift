extension Instant: CustomStringConvertible {
    /// ISO 8601 in UTC: `2026-01-01T00:00:00Z`, with milliseconds where there are any.
    public var description: String {
        var day = milliseconds / 86_400_000
        var rest = milliseconds % 86_400_000
        if rest < 0 {
            day -= 1
            rest += 86_400_000
        }
        let fraction = rest % 1000
        let seconds = rest / 1000
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let digits = String(fraction)
        let tail = fraction == 0 ? "" : "." + String(repeating: "0", count: 3 - digits.count) + digits
        return "\(CivilDate(dayNumber: Int32(clamping: day)))T\(time.joined(separator: ":"))\(tail)Z"
    }
}
