import Columnar
import Customers
import Filters

/// Follows a sequence with joins, or with steps after one that must not happen, one profile at a time.
///
/// A step that must not happen is reached at the instant at which its time is over, and the next step follows that
/// instant. In a chain of joins on one property it is one value throughout.
struct SequenceSearch {
    private let sequence: SequenceCondition
    private let deadlines: [Deadline?]
    private let history: StepHistory
    private let now: Int64

    /// The profiles that went through the sequence before an instant.
    ///
    /// `few`: those that are asked about; none where all are.
    static func profiles(
        through sequence: SequenceCondition, with scan: EventScan, among few: Bitmap? = nil
    ) throws -> Bitmap {
        let deadlines = scan.deadlines(of: sequence)
        let windows = scan.windows(of: sequence, deadlines)
        var candidates = few ?? Bitmap(rows: scan.profiles.count, repeating: true)
        for (step, window) in zip(sequence.steps, windows) where !step.isNegated {
            candidates &= try scan.profiles(with: step.events, in: window)
        }
        let search = SequenceSearch(
            sequence: sequence, deadlines: deadlines,
            history: try StepHistory(of: sequence, in: windows, of: candidates, with: scan), now: scan.now)
        return try search.members(of: candidates)
    }

    private func members(of candidates: Bitmap) throws -> Bitmap {
        var members = candidates
        var path = SequencePath(keys: history.keys, distinctKeys: history.distinctKeys)
        for block in stride(from: 0, to: candidates.rows, by: 1 << 12) {
            try Task.checkCancellation()
            for profile in block..<min(block + 1 << 12, candidates.rows) where candidates[profile] {
                members[profile] = goesThrough(profile, &path)
            }
        }
        return members
    }

    private func goesThrough(_ profile: Int, _ path: inout SequencePath) -> Bool {
        path.start(with: history.events(of: 0, of: profile))
        for (number, step) in sequence.steps.enumerated().dropFirst() {
            guard let deadline = deadlines[number], !path.points.isEmpty else { break }
            let events = history.events(of: number, of: profile)
            if step.isNegated {
                path.wait(deadline, for: events, join: step.join, now: now)
            } else if let join = step.join, sequence.cutsWays(of: join, after: number) {
                path.followApart(deadline, to: events, join: join)
            } else {
                path.follow(deadline, to: events, join: step.join)
            }
        }
        return !path.points.isEmpty
    }
}
