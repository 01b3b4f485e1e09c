/// Lengths of time as people say them.
public enum Durations {
    /// `40 s`, `12 m`, `3 h 20 m`, `2 d 4 h`.
    ///
    /// `seconds` are 0 or more.
    public static func text(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        let parts = [(whole / 86_400, "d"), (whole / 3600 % 24, "h"), (whole / 60 % 60, "m"), (whole % 60, "s")]
        guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return "0 s" }
        let shown = parts[first...].prefix(2).filter { $0.0 > 0 }
        return shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}
