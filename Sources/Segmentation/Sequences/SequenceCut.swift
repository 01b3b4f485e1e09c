import Columnar

/// An instant at which the events of a sequence are cut in two, so that each part can be followed apart.
///
/// Who reaches the last step before the cut went through all of the sequence before it. Who reaches it later cannot have
/// begun earlier than all steps together may take. So only the events of that short while are followed twice.
struct SequenceCut {
    /// When the events of each step can matter to those who reach the last step before the cut.
    private(set) var before: [ResolvedWindow]
    /// The same for those who reach it at the cut or later.
    private(set) var after: [ResolvedWindow]

    /// Finds the instant at which both parts are about equal.
    ///
    /// None where a step may follow after calendar units, where the last must not happen, or where the steps may take
    /// so long that most events would be followed twice.
    ///
    /// - `windows`: when the events of each step can matter.
    /// - `deadlines`: how long after the step before it each may happen.
    /// - `now`: the end of time.
    init?(
        of sequence: SequenceCondition, in windows: [ResolvedWindow], _ deadlines: [Deadline?], before now: Int64
    ) {
        guard let reaches = Self.reaches(deadlines), sequence.steps.last?.isNegated == false else { return nil }
        let sources = sequence.steps.map(\.events.sources)
        func events(_ windows: [ResolvedWindow]) -> Int {
            zip(sources, windows).reduce(0) { sum, step in
                let span = step.1.span.clamped(to: .min..<now)
                return step.0.reduce(sum) { $0 + $1.times.rows(in: span).count }
            }
        }
        let times = sources.joined().map(\.times).filter { $0.count > 0 }
        guard var low = times.map({ $0[0] }).min(), var high = times.map({ $0[$0.count - 1] }).max() else { return nil }
        (before, after) = (windows, windows)
        while low < high {
            let middle = low + (high - low) / 2
            cut(windows, at: middle, reaches)
            if events(before) < events(after) { low = middle + 1 } else { high = middle }
        }
        cut(windows, at: low, reaches)
        let all = events(windows)
        guard max(events(before), events(after)) < all - all / 4 else { return nil }
    }

    private mutating func cut(_ windows: [ResolvedWindow], at instant: Int64, _ reaches: [Int64]) {
        before = windows.map { $0.clamped(to: .min..<instant) }
        after = zip(windows, reaches).map { $0.clamped(to: max(.min + $1, instant) - $1..<(.max)) }
    }

    /// How long each step may come before the last; none where that is not the same at all times.
    private static func reaches(_ deadlines: [Deadline?]) -> [Int64]? {
        var reaches: [Int64] = [0]
        for deadline in deadlines.dropFirst().reversed() {
            guard case .after(let length) = deadline, length >= 0,
                case let (sum, false) = reaches[0].addingReportingOverflow(length)
            else { return nil }
            reaches.insert(sum, at: 0)
        }
        return reaches
    }
}
