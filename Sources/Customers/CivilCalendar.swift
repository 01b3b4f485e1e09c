import Foundation

/// Calendar words in one time zone: which local date an instant falls on, and when a local date or time is.
///
/// Made once from the zone's rules; every question after that is a look-up in a table of offsets that reaches from 1900
/// to 2200.
public struct CivilCalendar: Sendable {
    /// The calendar of UTC with weeks from Monday.
    public static let utc = CivilCalendar(zone: "UTC", firstWeekday: 1, starts: [.min], offsets: [0])

    /// The IANA name of the zone.
    public let zone: String
    /// 1 for Monday to 7 for Sunday.
    public let firstWeekday: Int
    /// When each offset begins to hold, in milliseconds; the first holds since ever.
    private let starts: [Int64]
    /// Milliseconds east of UTC.
    private let offsets: [Int64]

    private init(zone: String, firstWeekday: Int, starts: [Int64], offsets: [Int64]) {
        self.zone = zone
        self.firstWeekday = firstWeekday
        self.starts = starts
        self.offsets = offsets
    }

    /// The calendar of an IANA zone; none where this machine does not know the zone.
    ///
    /// - Parameter firstWeekday: 1 for Monday to 7 for Sunday.
    public init?(zone: String, firstWeekday: Int = 1) {
        guard (1...7).contains(firstWeekday) else { return nil }
        if zone == "UTC" {
            self.init(zone: zone, firstWeekday: firstWeekday, starts: [.min], offsets: [0])
            return
        }
        guard let rules = TimeZone(identifier: zone) else { return nil }
        var starts: [Int64] = [.min]
        var date = Date(timeIntervalSince1970: -2_208_988_800)
        var offsets = [Int64(rules.secondsFromGMT(for: date)) * 1000]
        while let next = rules.nextDaylightSavingTimeTransition(after: date), next > date,
            next.timeIntervalSince1970 < 7_258_118_400
        {
            starts.append(Int64(next.timeIntervalSince1970 * 1000))
            offsets.append(Int64(rules.secondsFromGMT(for: next)) * 1000)
            date = next
        }
        self.init(zone: zone, firstWeekday: firstWeekday, starts: starts, offsets: offsets)
    }

    /// Milliseconds east of UTC at an instant.
    private func offset(at milliseconds: Int64) -> Int64 {
        guard starts.count > 1 else { return offsets[0] }
        var low = 1
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= milliseconds { low = middle + 1 } else { high = middle }
        }
        return offsets[low - 1]
    }

    /// The local date and the milliseconds since its midnight on the clock.
    public func local(_ instant: Instant) -> (date: CivilDate, milliseconds: Int) {
        let local = instant.milliseconds + offset(at: instant.milliseconds)
        var day = local / 86_400_000
        var rest = local % 86_400_000
        if rest < 0 {
            day -= 1
            rest += 86_400_000
        }
        return (CivilDate(dayNumber: Int32(clamping: day)), Int(rest))
    }

    /// The local date of an instant.
    public func date(of instant: Instant) -> CivilDate { local(instant).date }

    /// The instant at which a local date begins.
    public func start(of date: CivilDate) -> Instant { instant(of: date, milliseconds: 0) }

    /// The instant of a local time: one that does not exist moves forward, of a doubled one it is the first.
    public func instant(of date: CivilDate, milliseconds: Int) -> Instant {
        let local = Int64(date.dayNumber) * 86_400_000 + Int64(milliseconds)
        // The offsets that may hold at that time: those a day before and a day after.
        let early = offset(at: local - 86_400_000)
        let late = offset(at: local + 86_400_000)
        for offset in [max(early, late), min(early, late)] where self.offset(at: local - offset) == offset {
            return Instant(milliseconds: local - offset)
        }
        // In a gap the clock jumps forward: with the offset before the jump the time comes out as much after it.
        return Instant(milliseconds: local - early)
    }

    /// The first day of the week of a date.
    public func weekStart(of date: CivilDate) -> CivilDate {
        date.adding(days: -((date.weekday - firstWeekday + 7) % 7))
    }
}
