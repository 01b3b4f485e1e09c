/// The two years that the shop has been open, 2024-11-01 up to 2026-11-01 UTC.
///
/// Inside the module a time is whole seconds since the opening.
enum Window {
    /// The opening in seconds since 1970-01-01T00:00:00Z.
    static let opening = 1_730_419_200
    /// The opening in days since 1970-01-01; a Friday.
    static let firstDay = opening / secondsADay
    static let days = 730
    static let seconds = days * secondsADay
    static let secondsADay = 86_400

    static func contains(_ time: Int) -> Bool {
        (0..<seconds).contains(time)
    }

    /// The months of the window: which month of the year (1 to 12) each day falls in.
    static let monthOfDay: [Int] = (0..<days).map { CivilDays.month(of: firstDay + $0) }

    /// 0 for Monday to 6 for Sunday.
    static func weekday(ofDay day: Int) -> Int {
        (day + 4) % 7
    }
}
