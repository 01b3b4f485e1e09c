/// Lengths of time as people say them.
public enum Durations {
    /// `40 s`, `12 m`, `3 h 20 m`, `2 d 4 h`.
    ///
    /// `length` is in seconds, 0 or more; the units are called as the other parameters say.
    public static func text(
        _ length: Double, days: String = "d", hours: String = "h", minutes: String = "m", seconds: String = "s"
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
