import Columnar
import Customers

/// Follows a plain sequence through time for all profiles at once.
///
/// The steps' events are taken in time order, those of later steps first where instants are equal, since a step comes
/// strictly after the one before it. Of a step only the latest instant matters up to which the next step may happen:
/// who could follow an earlier event may follow a later one for longer. Where the last step must not happen, the
/// earliest such instant that no event has cut short matters instead: if that wait is not over, no later one is.
struct SequencePass {
    private let steps: Int
    private let endsNegated: Bool
    /// The instants of all steps but the last, those of one profile side by side; `Int64.min` is none.
    private var slots: [Int64]
    private var members: Bitmap

    /// The profiles that went through the sequence before an instant.
    static func profiles(through sequence: SequenceCondition, with scan: EventScan) throws -> Bitmap {
        var pass = SequencePass(
            steps: sequence.steps.count, endsNegated: sequence.steps.last?.isNegated ?? false,
            profiles: scan.profiles.count)
        return try pass.run(try scan.cursors(of: sequence), now: scan.now)
    }

    private init(steps: Int, endsNegated: Bool, profiles: Int) {
        self.steps = steps
        self.endsNegated = endsNegated
        slots = Array(repeating: .min, count: (steps - 1) * profiles)
        members = Bitmap(rows: profiles)
    }

    private mutating func run(_ cursors: [StepCursor], now: Int64) throws -> Bitmap {
        var cursors = cursors
        while true {
            // Which holds an event; a sequence whose first step is over may still be finished.
            cursors = try cursors.filter { try $0.fill() }
            guard let first = cursors.indices.min(by: { cursors[$0].isBefore(cursors[$1]) }) else { break }
            let others = cursors.indices.filter { $0 != first }
            guard let second = others.min(by: { cursors[$0].isBefore(cursors[$1]) }) else {
                take(cursors[first])
                continue
            }
            let third = others.filter { $0 != second }.map { cursors[$0] }.min { $0.isBefore($1) }
            merge(cursors[first], cursors[second], until: third?.key ?? .end)
        }
        if endsNegated { takeWaits(before: now) }
        return members
    }

    /// Takes all events at hand of the only cursor that has some.
    private mutating func take(_ cursor: StepCursor) {
        let taker = Taker(steps: steps, endsNegated: endsNegated)
        let (step, start, end) = (cursor.step, cursor.place, cursor.end)
        cursor.place = end
        Self.taking(cursor, &slots, &members) { times, deadlines, places, slots, words in
            for index in start..<end {
                taker.take(step, Int(places[index]), times[index], deadlines[index], slots, words)
            }
        }
    }

    /// Takes events of two cursors in their order, until one has none at hand or another cursor's turn comes.
    private mutating func merge(_ first: StepCursor, _ second: StepCursor, until limit: EventKey) {
        // At the same instant the later step comes first.
        let (late, early) = first.step >= second.step ? (first, second) : (second, first)
        let taker = Taker(steps: steps, endsNegated: endsNegated)
        let (lateStep, earlyStep) = (late.step, early.step)
        var (i, j) = (late.place, early.place)
        let (lateEnd, earlyEnd) = (late.end, early.end)
        Self.taking(late, &slots, &members) { lateTimes, lateDeadlines, latePlaces, slots, words in
            early.withEvents { earlyTimes, earlyDeadlines, earlyPlaces in
                while i < lateEnd, j < earlyEnd {
                    if lateTimes[i] <= earlyTimes[j] {
                        guard limit.isAfter(lateTimes[i], lateStep) else { break }
                        taker.take(lateStep, Int(latePlaces[i]), lateTimes[i], lateDeadlines[i], slots, words)
                        i += 1
                    } else {
                        guard limit.isAfter(earlyTimes[j], earlyStep) else { break }
                        taker.take(earlyStep, Int(earlyPlaces[j]), earlyTimes[j], earlyDeadlines[j], slots, words)
                        j += 1
                    }
                }
            }
        }
        (late.place, early.place) = (i, j)
    }

    private static func taking(
        _ cursor: StepCursor, _ slots: inout [Int64], _ members: inout Bitmap,
        _ body: (
            UnsafeBufferPointer<Int64>, UnsafeBufferPointer<Int64>, UnsafeBufferPointer<UInt32>,
            UnsafeMutableBufferPointer<Int64>, UnsafeMutableBufferPointer<UInt64>
        ) -> Void
    ) {
        slots.withUnsafeMutableBufferPointer { slots in
            members.withWords { words in
                cursor.withEvents { times, deadlines, places in body(times, deadlines, places, slots, words) }
            }
        }
    }

    /// Adds the profiles with a wait that was over before an instant.
    private mutating func takeWaits(before now: Int64) {
        for profile in 0..<members.rows {
            let wait = slots[profile * (steps - 1) + steps - 2]
            if wait != .min, wait < now { members[profile] = true }
        }
    }
}

/// What an event does to the instants of its profile.
private struct Taker {
    let steps: Int
    let endsNegated: Bool

    @inline(__always)
    func take(
        _ step: Int, _ profile: Int, _ time: Int64, _ deadline: Int64, _ slots: UnsafeMutableBufferPointer<Int64>,
        _ words: UnsafeMutableBufferPointer<UInt64>
    ) {
        let first = profile * (steps - 1)
        let bit: UInt64 = 1 << UInt64(profile & 63)
        if step == steps - 1 {
            let wait = slots[first + step - 1]
            if endsNegated {
                if wait != .min, wait < time { words[profile >> 6] |= bit }
                slots[first + step - 1] = .min
            } else if time <= wait {
                words[profile >> 6] |= bit
            }
        } else if step == 0 || time <= slots[first + step - 1] {
            let known = slots[first + step]
            let isWait = endsNegated && step == steps - 2
            if isWait ? known == .min : deadline > known { slots[first + step] = deadline }
        }
    }
}

/// Where an event stands in the order in which events are taken.
private struct EventKey {
    let time: Int64
    let step: Int

    /// After all events.
    static let end = EventKey(time: .max, step: -1)

    /// Whether an event of a step comes before this one; of those of one step at one instant either may.
    @inline(__always)
    func isAfter(_ time: Int64, _ step: Int) -> Bool {
        time < self.time || time == self.time && step >= self.step
    }
}

extension StepCursor {
    fileprivate var key: EventKey { EventKey(time: times[place], step: step) }

    /// Whether the event at hand is to be taken before another's.
    fileprivate func isBefore(_ other: StepCursor) -> Bool {
        let (key, others) = (key, other.key)
        return (key.time, -key.step) < (others.time, -others.step)
    }

    fileprivate func withEvents(
        _ body: (UnsafeBufferPointer<Int64>, UnsafeBufferPointer<Int64>, UnsafeBufferPointer<UInt32>) -> Void
    ) {
        times.withUnsafeBufferPointer { times in
            deadlines.withUnsafeBufferPointer { deadlines in
                places.withUnsafeBufferPointer { places in body(times, deadlines, places) }
            }
        }
    }
}

extension EventScan {
    /// The events of all steps, each from the earliest to the latest instant at which it can matter.
    fileprivate func cursors(of sequence: SequenceCondition) throws -> [StepCursor] {
        let deadlines = sequence.steps.map { step in step.within.map { Deadline($0, resolver.local) } }
        return windows(of: sequence, deadlines).enumerated().flatMap { number, window in
            let next = number + 1 < deadlines.count ? deadlines[number + 1] : nil
            return sequence.steps[number].events.sources.map { source in
                StepCursor(
                    step: number, rows: rows(of: source, in: window, blockSize: 1 << 13), profiles: profiles, next: next
                )
            }
        }
    }

    /// When the events of each step can matter: the first in its own stretch, the others as long as they can follow.
    func windows(of sequence: SequenceCondition, _ deadlines: [Deadline?]) -> [ResolvedWindow] {
        let first = resolver.instants(sequence.steps[0].events.window)
        var upper = first.span.upperBound
        var windows = [first]
        for deadline in deadlines.dropFirst() {
            if upper < now, let deadline, upper > .min { upper = deadline.instant(after: upper - 1) + 1 }
            windows.append(ResolvedWindow(first.span.lowerBound..<max(first.span.lowerBound, upper)))
        }
        return windows
    }
}
