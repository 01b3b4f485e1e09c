import Columnar
import Filters

/// The events of one step of a sequence in one table, in time order, with the instant until which each gives the next
/// step time.
final class StepCursor {
    private var rows: EventRows
    private var gathered = GatheredRows()
    private let profiles: ProfileMap
    private let next: Deadline?
    /// Events of other profiles do not matter.
    private let candidates: Candidates

    /// The events at hand; one that is taken is behind the place.
    private(set) var run: StepRun

    /// Events at hand at a time.
    static let blockSize = 1 << 13

    /// `next`: how long the step after this one may take; none for the last.
    init(step: Int, rows: EventRows, profiles: ProfileMap, next: Deadline?, candidates: Candidates) {
        self.rows = rows
        self.profiles = profiles
        self.next = next
        self.candidates = candidates
        run = StepRun(step: step, capacity: Self.blockSize)
    }

    deinit { run.deallocate() }

    var step: Int { run.step }

    var place: Int {
        get { run.place }
        set { run.place = newValue }
    }

    /// Takes the next events at hand where none is left.
    ///
    /// - Returns: whether there is an event.
    func fill() throws -> Bool {
        while run.place == run.end {
            guard let match = try rows.nextBlock() else { return false }
            gathered.gather(match, of: rows.source, profiles, among: candidates)
            run.read(gathered, rows.source.times)
            if let next { run.findDeadlines(next) }
        }
        return true
    }
}

/// Events of one step in time order, in memory of their own so that several runs can be read side by side.
struct StepRun {
    let step: Int
    /// The first event that is not taken yet, and the end of those at hand.
    var place = 0
    private(set) var end = 0
    let times: UnsafeMutablePointer<Int64>
    /// The last instant at which the next step may follow each event; 0 for the last step.
    let deadlines: UnsafeMutablePointer<Int64>
    /// The numbers of the candidates whose events they are.
    let profiles: UnsafeMutablePointer<UInt32>

    init(step: Int, capacity: Int) {
        self.step = step
        times = .allocate(capacity: capacity)
        deadlines = .allocate(capacity: capacity)
        profiles = .allocate(capacity: capacity)
        deadlines.initialize(repeating: 0, count: capacity)
    }

    func deallocate() {
        times.deallocate()
        deadlines.deallocate()
        profiles.deallocate()
    }

    /// Reads the instants and profiles of gathered events.
    ///
    /// - Precondition: there are no more of them than the run has room for.
    mutating func read(_ gathered: GatheredRows, _ lane: TimeLane) {
        precondition(gathered.count <= StepCursor.blockSize, "more events than a run has room for")
        (place, end) = (0, gathered.count)
        gathered.profiles.withUnsafeBufferPointer { source in
            for index in 0..<end { profiles[index] = source[index] }
        }
        gathered.events.withUnsafeBufferPointer { rows in
            switch lane {
            case .seconds(let lane, let origin):
                lane.withValues { values in
                    for index in 0..<end { times[index] = (Int64(values[Int(rows[index])]) &+ origin) &* 1000 }
                }
            case .milliseconds(let lane):
                lane.withValues { values in
                    for index in 0..<end { times[index] = values[Int(rows[index])] }
                }
            }
        }
    }

    func findDeadlines(_ next: Deadline) {
        switch next {
        case .after(let length): for index in 0..<end { deadlines[index] = times[index] &+ length }
        case .until(let instant): for index in 0..<end { deadlines[index] = instant }
        case .calendar: for index in 0..<end { deadlines[index] = next.instant(after: times[index]) }
        }
    }
}
