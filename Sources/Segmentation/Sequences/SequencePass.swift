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
    /// The instants of all steps but the last, those of one candidate side by side; `Int64.min` is none.
    private var slots: [Int64]
    /// By the numbers of candidates.
    private var members: Bitmap

    /// The profiles that went through the sequence before an instant, on two threads where that is worth it.
    ///
    /// `few`: those that are asked about; none where all are.
    static func profiles(
        through sequence: SequenceCondition, with scan: EventScan, among few: Bitmap? = nil
    ) throws -> Bitmap {
        let deadlines = scan.deadlines(of: sequence)
        let windows = scan.windows(of: sequence, deadlines)
        let candidates = scan.candidates(of: sequence, among: few)
        let cut = scan.isShared ? SequenceCut(of: sequence, in: windows, deadlines, before: scan.now) : nil
        let stretches = cut.map { [$0.before, $0.after] } ?? [windows]
        let members = try shared(stretches.count) { number in
            let cursors = scan.cursors(of: sequence, in: stretches[number], deadlines: deadlines, candidates)
            var pass = SequencePass(
                steps: sequence.steps.count, endsNegated: sequence.steps.last?.isNegated ?? false,
                candidates: candidates.count)
            return try pass.run(cursors, now: scan.now)
        }
        return candidates.profiles(numbered: members.dropFirst().reduce(members[0], |))
    }

    private init(steps: Int, endsNegated: Bool, candidates: Int) {
        self.steps = steps
        self.endsNegated = endsNegated
        slots = Array(repeating: .min, count: (steps - 1) * candidates)
        members = Bitmap(rows: candidates)
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
        let pair = steps == 2 ? RunPair(in: runs) : nil
        Self.lend(&runs, &slots, &members) { runs, slots, words in
            if let pair {
                pair.take(from: runs, isNegated: taker.endsNegated, slots, words)
            } else if taker.endsNegated {
                takeAll(runs) { taker.takeWait($0, $1, $2, $3, slots, words) }
            } else {
                takeAll(runs) { taker.take($0, $1, $2, $3, slots, words) }
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

    /// Takes an event of a sequence whose steps must all happen.
    @inline(__always)
    func take(
        _ step: Int, _ profile: Int, _ time: Int64, _ deadline: Int64, _ slots: UnsafeMutableBufferPointer<Int64>,
        _ words: UnsafeMutableBufferPointer<UInt64>
    ) {
        let first = profile * (steps - 1)
        if step == steps - 1 {
            if time <= slots[first + step - 1] { words[profile >> 6] |= 1 << UInt64(profile & 63) }
        } else if step == 0 || time <= slots[first + step - 1] {
            slots[first + step] = max(slots[first + step], deadline)
        }
    }

    /// Takes an event of a sequence whose last step must not happen.
    @inline(__always)
    func takeWait(
        _ step: Int, _ profile: Int, _ time: Int64, _ deadline: Int64, _ slots: UnsafeMutableBufferPointer<Int64>,
        _ words: UnsafeMutableBufferPointer<UInt64>
    ) {
        let first = profile * (steps - 1)
        if step == steps - 1 {
            let wait = slots[first + step - 1]
            if wait != .min, wait < time { words[profile >> 6] |= 1 << UInt64(profile & 63) }
            slots[first + step - 1] = .min
        } else if step == 0 || time <= slots[first + step - 1] {
            let known = slots[first + step]
            if step == steps - 2 ? known == .min : deadline > known { slots[first + step] = deadline }
        }
    }
}

/// Takes the earliest event of all runs, of runs with equal instants the first, until one of them has none left.
///
/// `take` is told the step of the event, its profile, its instant and the instant until which it gives the next step.
@inline(__always)
func takeAll(
    _ runs: UnsafeMutableBufferPointer<StepRun>, _ take: (Int, Int, Int64, Int64) -> Void
) {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: runs.count) { heads in
        for index in runs.indices { heads.initializeElement(at: index, to: runs[index].time) }
        while true {
            var first = 0
            var time = heads[0]
            for index in heads.indices.dropFirst() {
                let isEarlier = heads[index] < time
                first = isEarlier ? index : first
                time = isEarlier ? heads[index] : time
            }
            let run = runs[first]
            take(run.step, Int(run.profiles[run.place]), time, run.deadlines[run.place])
            runs[first].place += 1
            if run.place + 1 == run.end { return }
            heads[first] = run.times[run.place + 1]
        }
    }
}

extension EventScan {
    /// The events of all steps, each in a stretch of time of its own.
    ///
    /// - `deadlines`: how long after the step before it each may happen.
    /// - `candidates`: events of other profiles are left out.
    func cursors(
        of sequence: SequenceCondition, in windows: [ResolvedWindow], deadlines: [Deadline?],
        _ candidates: Candidates
    ) -> [StepCursor] {
        windows.enumerated().flatMap { number, window in
            let next = number + 1 < deadlines.count ? deadlines[number + 1] : nil
            return sequence.steps[number].events.sources.map { source in
                StepCursor(
                    step: number, rows: rows(of: source, in: window, blockSize: StepCursor.blockSize),
                    profiles: profiles, next: next, candidates: candidates)
            }
        }
    }

    /// Those among some profiles, or among all, that have an event of every step that must happen, at whatever time; all
    /// where that is not known, or most have.
    func candidates(of sequence: SequenceCondition, among few: Bitmap? = nil) -> Candidates {
        candidates(having: sequence.steps.filter { !$0.isNegated }.map(\.events), among: few)
    }

    /// Those among some profiles, or among all, that have an event of each kind, at whatever time; all where that is not
    /// known, or most have.
    func candidates(having kinds: [EventCondition], among few: Bitmap? = nil) -> Candidates {
        var candidates = few
        for events in kinds {
            guard events.sources.allSatisfy({ $0.everyRecord?.rows == profiles.count }) else { continue }
            var records = Bitmap(rows: profiles.count)
            for source in events.sources { source.everyRecord?.formUnion(into: &records) }
            profiles.lift(&records, moved: moved)
            candidates = candidates.map { $0 & records } ?? records
        }
        guard let candidates, candidates.count <= profiles.count / 4 * 3 else {
            return Candidates(all: profiles.count)
        }
        return Candidates(candidates)
    }

    /// How long after the step before it each may happen; what never happened since must not until the last instant.
    func deadlines(of sequence: SequenceCondition) -> [Deadline?] {
        sequence.steps.map { step in
            step.within.map { Deadline($0, resolver.local) } ?? (step.isNegated ? .until(now - 1) : nil)
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
