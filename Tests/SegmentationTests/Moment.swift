import Customers
import Filters

/// Times by plain counting, in UTC.
enum Moment {
    static let dayLength: Int64 = 86_400_000

    /// A point that a trait gives: an instant, or a whole day.
    enum Point {
        case instant(Int64), day(Int64)

        /// Its first millisecond, and the first beyond it.
        var start: Int64 { if case .day(let day) = self { day * dayLength } else { value } }
        var end: Int64 { if case .day(let day) = self { (day + 1) * dayLength } else { value + 1 } }
        private var value: Int64 { if case .instant(let value) = self { value } else { 0 } }
    }

    static func day(_ time: Int64) -> Int64 {
        (time - ((time % dayLength) + dayLength) % dayLength) / dayLength
    }

    /// Every day from 1900 to 2100 with its year, month and day of the month, by counting.
    private static let dates: [Int64: (year: Int, month: Int, day: Int)] = {
        var dates: [Int64: (year: Int, month: Int, day: Int)] = [:]
        var number: Int64 = -25_567
        for year in 1900...2100 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                for day in 1...length {
                    dates[number] = (year, month + 1, day)
                    number += 1
                }
            }
        }
        return dates
    }()

    private static let numbers = Dictionary(
        uniqueKeysWithValues: dates.map { ($1.year * 10_000 + $1.month * 100 + $1.day, $0) })

    /// The day of a year on which a birthday falls; 29 February falls on the 28th in common years.
    static func birthday(of birth: Int64, in year: Int) -> Int64? {
        guard let born = dates[birth] else { return nil }
        return numbers[year * 10_000 + born.month * 100 + born.day] ?? numbers[year * 10_000 + 228]
    }

    static func isAnniversary(of birth: Int64, on day: Int64) -> Bool {
        dates[day].map { birthday(of: birth, in: $0.year) == day } ?? false
    }

    /// The number of birthdays after the day of birth, up to a day.
    static func age(_ birth: Int64, on day: Int64) -> Int64 {
        guard let born = dates[birth], let date = dates[day] else { return 0 }
        return Int64((born.year...date.year).dropFirst().count { (birthday(of: birth, in: $0) ?? day + 1) <= day })
    }

    /// The day some months before or after another; the month's last where it has no such day.
    static func day(_ day: Int64, months: Int) -> Int64 {
        guard let date = dates[day] else { return day }
        let month = date.year * 12 + date.month - 1 + months
        let candidates = (0...3).compactMap { numbers[(month / 12) * 10_000 + (month % 12 + 1) * 100 + date.day - $0] }
        return candidates.first ?? day
    }

    /// The number of a day, week or month, counted on without gaps; weeks begin on Monday.
    static func number(of period: Period, at time: Int64) -> Int64 {
        let day = day(time)
        switch period {
        case .day: return day
        // 1970-01-01 was a Thursday.
        case .week: return Self.day((day + 3) * dayLength / 7)
        case .month: return dates[day].map { Int64($0.year * 12 + $0.month - 1) } ?? 0
        }
    }

    /// The ISO week of a day: that of its Thursday, numbered by the Thursdays of the year.
    static func week(of day: Int64) -> (year: Int, week: Int) {
        let thursday = day - (day + 3) % 7 + 3
        let year = dates[thursday]?.year ?? 0
        let thursdays = (thursday - 366...thursday).filter { ($0 + 3) % 7 == 3 && dates[$0]?.year == year }
        return (year, thursdays.count)
    }

    static func back(_ span: Filters.Span, from now: Int64, sign: Int64 = -1) -> Int64 {
        let count = Int64(span.count) * sign
        return switch span.unit {
        case .minutes: now + count * 60_000
        case .hours: now + count * 3_600_000
        case .days: now + count * dayLength
        case .weeks: now + count * 7 * dayLength
        case .calendarDays: (day(now) + count) * dayLength
        case .calendarWeeks: (day(now) + 7 * count) * dayLength
        case .calendarMonths: day(day(now), months: Int(count)) * dayLength
        case .calendarYears: day(day(now), months: 12 * Int(count)) * dayLength
        }
    }

    /// The instant at which a point begins; nil for a trait.
    static func start(of point: TimePoint, _ now: Int64) -> Int64? {
        self.point(point, now) { _ in nil }?.start
    }

    private static func point(_ point: TimePoint, _ now: Int64, _ trait: (String) -> Point?) -> Point? {
        switch point {
        case .date(let date): .day(Int64(date.dayNumber))
        case .instant(let written):
            .instant(
                Int64(written.date.dayNumber) * dayLength + Int64(written.milliseconds)
                    - Int64(written.offset ?? 0) * 1000)
        case .ago(let span): .instant(back(span, from: now))
        case .trait(let name): trait(name)
        }
    }

    static func contains(_ range: TimeRange, _ time: Int64, _ now: Int64, _ trait: (String) -> Point?) -> Bool {
        switch range {
        case .withinLast(let span): return time >= back(span, from: now) && time < now
        case .before(let point): return self.point(point, now, trait).map { time < $0.start } ?? false
        case .after(let point): return self.point(point, now, trait).map { time >= $0.end } ?? false
        case .on(let point): return self.point(point, now, trait).map { day(time) == day($0.start) } ?? false
        case .between(let first, let last):
            guard let first = self.point(first, now, trait), let last = self.point(last, now, trait) else {
                return false
            }
            return time >= first.start && time < last.end
        }
    }
}
