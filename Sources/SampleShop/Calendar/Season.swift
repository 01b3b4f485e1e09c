/// When in the year somebody likes to shop.
enum Season: Int, CaseIterable {
    /// As the trade goes: busy in November and July, quiet in February and August.
    case ordinary
    /// In the sales above all.
    case sales
    /// When a new collection arrives.
    case newCollections

    /// How busy a day of the window is, 1000 on an average one.
    func weight(ofDay day: Int) -> Int {
        let month = Window.monthOfDay[day]
        let usual = Season.months[month - 1] * Season.weekdays[Window.weekday(ofDay: day)] / 1000
        switch self {
        case .ordinary: return Season.isSale(day: day) ? usual * 3 / 2 : usual
        case .sales: return Season.isSale(day: day) ? usual * 9 : usual
        case .newCollections: return month == 3 || month == 9 ? usual * 4 : usual
        }
    }

    /// Whether prices are down: the last ten days of November and the first three weeks of July.
    static func isSale(day: Int) -> Bool {
        switch Window.monthOfDay[day] {
        case 7: dayOfMonth(day) <= 21
        case 11: dayOfMonth(day) >= 21
        default: false
        }
    }

    /// Whether a collection has just arrived: March and September.
    static func isNewCollection(day: Int) -> Bool {
        [3, 9].contains(Window.monthOfDay[day])
    }

    private static func dayOfMonth(_ day: Int) -> Int {
        let text = CivilDays.text(of: Window.firstDay + day).suffix(2)
        return text.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private static let months = [850, 800, 1150, 1000, 1000, 950, 1250, 800, 1200, 1000, 1350, 1100]
    private static let weekdays = [1000, 960, 960, 1000, 1100, 1250, 1180]
}
