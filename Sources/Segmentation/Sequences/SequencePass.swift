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
        // At the same instant events of later steps come first.
        var cursors = cursors.sorted { $0.step > $1.step }
        while true {
            cursors = try cursors.filter { try $0.fill() }
            guard !cursors.isEmpty else { break }
            take(cursors)
        }
        if endsNegated { takeWaits(before: now) }
        return members
    }

    /// Takes events in their order until a cursor has none at hand, or another way of taking them is quicker.
    private mutating func take(_ cursors: [StepCursor]) {
        let taker = Taker(steps: steps, endsNegated: endsNegated)
        var runs = cursors.map(\.run)
        let pair = steps == 2 && !endsNegated ? RunPair(in: runs) : nil
        Self.lend(&runs, &slots, &members) { runs, slots, words in
            if let pair {
                pair.take(from: runs, slots, words)
            } else {
                takeAll(runs, by: taker, slots, words)
            }
        }
        for (cursor, run) in zip(cursors, runs) { cursor.place = run.place }
    }

    private static func lend(
        _ runs: inout [StepRun], _ slots: inout [Int64], _ members: inout Bitmap,
        _ body: (
            UnsafeMutableBufferPointer<StepRun>, UnsafeMutableBufferPointer<Int64>, UnsafeMutableBufferPointer<UInt64>
        ) -> Void
    ) {
        slots.withUnsafeMutableBufferPointer { slots in
            members.withWords { words in
                runs.withUnsafeMutableBufferPointer { runs in body(runs, slots, words) }
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

/// Takes the earliest event of all runs, of runs with equal instants the first, until one of them has none left.
private func takeAll(
    _ runs: UnsafeMutableBufferPointer<StepRun>, by taker: Taker, _ slots: UnsafeMutableBufferPointer<Int64>,
    _ words: UnsafeMutableBufferPointer<UInt64>
) {
    while true {
        var first = 0
        var time = runs[0].times[runs[0].place]
        for index in runs.indices.dropFirst() {
            let other = runs[index].times[runs[index].place]
            if other < time { (first, time) = (index, other) }
        }
        let run = runs[first]
        taker.take(run.step, Int(run.profiles[run.place]), time, run.deadlines[run.place], slots, words)
        runs[first].place += 1
        if runs[first].place == run.end { return }
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
                    step: number, rows: rows(of: source, in: window, blockSize: StepCursor.blockSize),
                    profiles: profiles, next: next
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
