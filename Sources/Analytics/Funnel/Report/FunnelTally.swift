import Columnar

/// Counts attempts by how far they came and in what time.
struct FunnelTally: Sendable {
    /// What entered in one period.
    struct Entries: Sendable {
        var entered = 0
        var converted = 0
        var open = 0
    }

    let steps: Int
    /// Attempts that came exactly so far, by steps reached less one.
    private(set) var ended: [Int]
    /// Of them those that can still get further.
    private(set) var open: [Int]
    /// By the period of the beginning; empty where no course is asked for.
    private(set) var trend: [Entries]
    /// The steps reached by each attempt.
    private var depths: [UInt8] = []
    /// Milliseconds from the beginning to the first step and from each step reached to the next, attempt after attempt.
    private var gaps: [Int64] = []

    /// `periods`: how many there are in the course.
    init(steps: Int, periods: Int = 0) {
        self.steps = steps
        ended = Array(repeating: 0, count: steps)
        open = ended
        trend = Array(repeating: Entries(), count: periods)
    }

    /// Makes room for so many attempts.
    mutating func reserve(_ attempts: Int) {
        depths.reserveCapacity(attempts)
        gaps.reserveCapacity(attempts * 2)
    }

    /// `period`: that of the attempt's beginning; none outside of all.
    mutating func add(_ attempt: FunnelAttempt, isOpen: Bool, in period: Int? = nil) {
        let depth = attempt.depth
        ended[depth - 1] += 1
        if isOpen { open[depth - 1] += 1 }
        depths.append(UInt8(depth))
        var last = attempt.start
        for time in attempt.times {
            gaps.append(time - last)
            last = time
        }
        guard let period, period < trend.count else { return }
        trend[period].entered += 1
        if depth == steps { trend[period].converted += 1 }
        if isOpen { trend[period].open += 1 }
    }

    /// Adds what others counted.
    mutating func add(_ other: FunnelTally) {
        for step in 0..<steps {
            ended[step] += other.ended[step]
            open[step] += other.open[step]
        }
        for period in trend.indices {
            trend[period].entered += other.trend[period].entered
            trend[period].converted += other.trend[period].converted
            trend[period].open += other.trend[period].open
        }
        depths += other.depths
        gaps += other.gaps
    }

    /// Milliseconds from the step before to a step, of all that reached it or of those alone that got to the last step.
    func gaps(to step: Int, ofConverted isConverted: Bool = false) -> [Int64] {
        let least = isConverted ? steps : step + 1
        return collect(from: least) { $0[$1 + step] }
    }

    /// Milliseconds from the beginning to the last step, of those that got there.
    var lengths: [Int64] {
        collect(from: steps) { gaps, start in (0..<steps).reduce(0) { $0 + gaps[start + $1] } }
    }

    /// A figure of each attempt that reached so many steps, made from all gaps and where its own begin.
    private func collect(from least: Int, _ figure: (UnsafeBufferPointer<Int64>, Int) -> Int64) -> [Int64] {
        let count = ended[(least - 1)...].reduce(0, +)
        // All empty arrays are one, which nobody may write.
        guard count > 0 else { return [] }
        return Array(unsafeUninitializedCapacity: count) { figures, filled in
            gaps.withUnsafeBufferPointer { gaps in
                var start = 0
                for depth in depths {
                    if depth >= least {
                        figures.initializeElement(at: filled, to: figure(gaps, start))
                        filled += 1
                    }
                    start += Int(depth)
                }
            }
        }
    }
}
