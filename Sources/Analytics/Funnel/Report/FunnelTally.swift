/// Counts attempts by how far they came and in what time.
struct FunnelTally: Sendable {
    let steps: Int
    /// Attempts that came exactly so far, by steps reached less one.
    private(set) var ended: [Int]
    /// Of them those that can still get further.
    private(set) var open: [Int]
    /// Milliseconds from the step before to each step, of all that reached it.
    private(set) var gaps: [[Int64]]
    /// The same of those that got to the last step.
    private(set) var convertedGaps: [[Int64]]
    /// Milliseconds from the beginning to the last step, of those that got there.
    private(set) var lengths: [Int64] = []
    /// The beginning of each attempt in milliseconds since 1970, and its steps with an open one marked by a sign.
    private(set) var begun: [(start: Int64, depth: Int8)] = []

    init(steps: Int) {
        self.steps = steps
        ended = Array(repeating: 0, count: steps)
        open = ended
        gaps = Array(repeating: [], count: steps)
        convertedGaps = gaps
    }

    mutating func add(_ attempt: FunnelAttempt, isOpen: Bool, origin: Int64) {
        ended[attempt.depth - 1] += 1
        if isOpen { open[attempt.depth - 1] += 1 }
        for step in 1..<max(attempt.depth, 1) {
            let gap = attempt.times[step] - attempt.times[step - 1]
            gaps[step].append(gap)
            if attempt.depth == steps { convertedGaps[step].append(gap) }
        }
        if attempt.depth == steps { lengths.append(attempt.length) }
        begun.append((attempt.start + origin, isOpen ? -Int8(attempt.depth) : Int8(attempt.depth)))
    }

    /// Adds what others counted.
    mutating func add(_ other: FunnelTally) {
        for step in 0..<steps {
            ended[step] += other.ended[step]
            open[step] += other.open[step]
            gaps[step] += other.gaps[step]
            convertedGaps[step] += other.convertedGaps[step]
        }
        lengths += other.lengths
        begun += other.begun
    }
}
