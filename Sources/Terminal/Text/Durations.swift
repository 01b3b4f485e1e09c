/// Lengths of time as people say them.
public enum Durations {
    /// `40 s`, `12 m`, `3 h 20 m`, `2 d 4 h`.
    ///
    /// `seconds` are 0 or more.
    public static func text(_ seconds: Double) -> String {
        text(seconds, days: "d", hours: "h", minutes: "m", seconds: "s")
    }

    /// The same with the units called as the parameters say; `length` is in seconds.
    public static func text(
        _ length: Double, days: String, hours: String, minutes: String, seconds: String
    ) -> String {
        let whole = Int(length.rounded())
        let parts = [
            (whole / 86_400, days), (whole / 3600 % 24, hours), (whole / 60 % 60, minutes), (whole % 60, seconds),
        ]
        guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return "0 \(seconds)" }
        let shown = parts[first...].prefix(2).filter { $0.0 > 0 }
        return shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}
