import Analytics
import Columnar
import Customers
import Filters
import Foundation

/// Made-up events of some people, some of whom have several records.
struct RandomEvents {
    struct Event: Equatable {
        let record: Int
        let time: Int64
        let amount: Int64
    }

    let profileOfRecord: [UInt32]
    /// In time order.
    let events: [Event]
    /// The profiles that a report is limited to.
    let members: Set<Int>

    /// Events of a year and a half from a day on, at whole hours more often than not.
    init(records: Int, events count: Int, from start: Int64 = 1_735_600_000_000, seed: UInt64) {
        var random = SplitMix(seed: seed)
        var profiles: [UInt32] = []
        for record in 0..<records {
            let isMerged = record > 0 && Int.random(in: 0..<4, using: &random) == 0
            profiles.append(isMerged ? profiles[Int.random(in: 0..<record, using: &random)] : UInt32(record))
        }
        profileOfRecord = profiles
        // Drawn before the events, so that more events are of the same people.
        members = Set(profiles.map { Int($0) }.filter { _ in Int.random(in: 0..<6, using: &random) > 0 })
        let span: Int64 = 540 * 86_400_000
        events = (0..<count).map { _ in
            let time = start + Int64.random(in: 0..<span, using: &random)
            let isRound = Bool.random(using: &random)
            return Event(
                record: Int.random(in: 0..<records, using: &random),
                time: isRound ? time / 1_800_000 * 1_800_000 : time,
                amount: Int64.random(in: 0...5000, using: &random))
        }.sorted { $0.time < $1.time }
    }

    var profiles: ProfileMap { ProfileMap(count: profileOfRecord.count, profileOfRecord: Lane(profileOfRecord)) }

    var memberSet: Bitmap {
        var set = Bitmap(rows: profileOfRecord.count)
        for member in members { set[member] = true }
        return set
    }

    /// The events before an instant as a run of the whole table.
    func run(before end: Int64) -> EventRun {
        let count = events.prefix { $0.time < end }.count
        let middle = count / 128 * 64
        return EventRun(
            records: Lane(events.map { UInt32($0.record) }), times: .milliseconds(Lane(events.map(\.time))),
            blocks: [.range(0..<middle), .mask(Mask(rows: middle..<count, repeating: true))])
    }

    func revenueRun(before end: Int64) -> RevenueRun {
        RevenueRun(run(before: end), amounts: events.map(\.amount))
    }

    /// All events as purchases by profile.
    func purchases(in calendar: CivilCalendar) -> Purchases {
        let (times, amounts) = (events.map(\.time), events.map(\.amount))
        return Purchases(
            profileRows: profileOfRecord.count, profiles: events.map { profileOfRecord[$0.record] }, times: times,
            netRevenue: amounts, grossRevenue: amounts, localDays: calendar.dayNumbers(of: times))
    }

    /// The events before an instant of the people who count, by profile.
    func byProfile(before end: Int64) -> [Int: [Event]] {
        Dictionary(grouping: events.filter { $0.time < end }) { Int(profileOfRecord[$0.record]) }
            .filter { members.contains($0.key) }
    }
}

/// The periods of Foundation's calendar, for tests to compare with.
struct SlowPeriods {
    let calendar: Calendar
    let unit: Period

    init?(zone: String, unit: Period) {
        guard let zone = TimeZone(identifier: zone) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        calendar.firstWeekday = 2
        self.calendar = calendar
        self.unit = unit
    }

    private var component: Calendar.Component {
        switch unit {
        case .day: .day
        case .week: .weekOfYear
        case .month: .month
        }
    }

    /// When the period that holds an instant begins, in milliseconds since 1970.
    func start(of time: Int64) -> Int64 {
        let date = Date(timeIntervalSince1970: Double(time) / 1000)
        guard let interval = calendar.dateInterval(of: component, for: date) else { return 0 }
        return Int64((interval.start.timeIntervalSince1970 * 1000).rounded())
    }

    /// When the period some periods later begins.
    func start(_ count: Int, after start: Int64) -> Int64 {
        let noon = Date(timeIntervalSince1970: Double(start) / 1000 + 43_200)
        guard let later = calendar.date(byAdding: component, value: count, to: noon) else { return 0 }
        return self.start(of: Int64(later.timeIntervalSince1970 * 1000))
    }
}
