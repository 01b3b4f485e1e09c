import Columnar
import Filters

/// The events of one step of a sequence in one table, in time order, with the instant until which each gives the next
/// step time.
final class StepCursor {
    let step: Int
    private var rows: EventRows
    private var gathered = GatheredRows()
    private let profiles: ProfileMap
    private let next: Deadline?

    /// The first event that is not taken yet, and the end of those at hand.
    var place = 0
    private(set) var end = 0
    private(set) var times: [Int64] = []
    private(set) var deadlines: [Int64] = []
    var places: [UInt32] { gathered.profiles }

    /// `next`: how long the step after this one may take; none for the last.
    init(step: Int, rows: EventRows, profiles: ProfileMap, next: Deadline?) {
        self.step = step
        self.rows = rows
        self.profiles = profiles
        self.next = next
    }

    /// Takes the next events at hand where none is left.
    ///
    /// - Returns: whether there is an event.
    func fill() throws -> Bool {
        while place == end {
            guard let match = try rows.nextBlock() else { return false }
            gathered.gather(match, of: rows.source, profiles)
            place = 0
            end = gathered.count
            readTimes()
        }
        return true
    }

    private func readTimes() {
        let missing = end - times.count
        if missing > 0 {
            times += Array(repeating: 0, count: missing)
            deadlines += Array(repeating: 0, count: missing)
        }
        rows.source.times.read(gathered.events, count: end, into: &times)
        guard let next else { return }
        switch next {
        case .after(let length): for place in 0..<end { deadlines[place] = times[place] &+ length }
        case .calendar: for place in 0..<end { deadlines[place] = next.instant(after: times[place]) }
        }
    }
}

/// How long after one event another may happen.
enum Deadline {
    /// So many milliseconds.
    case after(Int64)
    /// Until the local midnight to which calendar units lead.
    case calendar(Filters.Span, LocalTime)

    init(_ span: Filters.Span, _ local: LocalTime) {
        switch span.unit {
        case .hours, .days, .weeks: self = .after(local.milliseconds(span, from: 0, forward: true))
        case .calendarDays, .calendarWeeks, .calendarMonths, .calendarYears: self = .calendar(span, local)
        }
    }

    /// The last instant at which the other event may happen.
    func instant(after time: Int64) -> Int64 {
        switch self {
        case .after(let length): time &+ length
        case .calendar(let span, let local): local.milliseconds(span, from: time, forward: true)
        }
    }
}

extension TimeLane {
    /// Reads the instants of some rows, in their order.
    fileprivate func read(_ rows: [UInt32], count: Int, into times: inout [Int64]) {
        rows.withUnsafeBufferPointer { rows in
            times.withUnsafeMutableBufferPointer { times in
                switch self {
                case .seconds(let lane, let origin):
                    lane.withValues { values in
                        for place in 0..<count { times[place] = (Int64(values[Int(rows[place])]) &+ origin) &* 1000 }
                    }
                case .milliseconds(let lane):
                    lane.withValues { values in
                        for place in 0..<count { times[place] = values[Int(rows[place])] }
                    }
                }
            }
        }
    }
}
