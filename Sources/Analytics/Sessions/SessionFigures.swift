/// Visits of a stretch of time: events of a person with no longer gap between them than one that was chosen.
public struct SessionFigures: Hashable, Sendable {
    /// Visits that began in the stretch.
    public internal(set) var sessions = 0
    /// People with an event in the stretch.
    public internal(set) var people = 0
    /// Events of the visits.
    public internal(set) var events = 0
    /// Visits of one event.
    public internal(set) var single = 0
    /// The most visits of one person.
    public internal(set) var most = 0
    /// Visits that came so far in a row of steps, one number a step.
    public internal(set) var reached: [Int]
    /// From the first event of each visit to its last one, in milliseconds, the shortest first.
    var lengths: [Int64] = []

    init(steps: Int) {
        reached = Array(repeating: 0, count: steps)
    }

    /// Figures that were counted elsewhere.
    ///
    /// - Parameters:
    ///   - people: with an event in the stretch.
    ///   - events: of the visits.
    ///   - single: visits of one event.
    ///   - most: the most visits of one person.
    ///   - milliseconds: how long each visit was, in any order.
    public init(people: Int, events: Int, single: Int, most: Int, milliseconds: [Int64]) {
        sessions = milliseconds.count
        self.people = people
        self.events = events
        self.single = single
        self.most = most
        reached = []
        lengths = milliseconds.sorted()
    }

    /// Events a visit; none without visits.
    public var eventsPerSession: Double? { sessions > 0 ? Double(events) / Double(sessions) : nil }

    /// The share of the visits that are of one event; none without visits.
    public var singleShare: Double? { sessions > 0 ? Double(single) / Double(sessions) : nil }

    /// The mean length of a visit in seconds; none without visits.
    public var meanSeconds: Double? {
        sessions > 0 ? Double(lengths.reduce(0, +)) / 1000 / Double(sessions) : nil
    }

    /// The length that half of the visits do not exceed, in seconds; none without visits.
    public var medianSeconds: Double? { sessions > 0 ? Double(lengths[(sessions - 1) / 2]) / 1000 : nil }

    /// Adds the figures of other people.
    mutating func add(_ other: SessionFigures) {
        sessions += other.sessions
        people += other.people
        events += other.events
        single += other.single
        most = max(most, other.most)
        for step in reached.indices { reached[step] += other.reached[step] }
        lengths += other.lengths
    }

    mutating func add(_ visit: Visit) {
        sessions += 1
        events += visit.events
        if visit.events == 1 { single += 1 }
        lengths.append(visit.last - visit.first)
        for step in 0..<visit.depth { reached[step] += 1 }
    }
}

/// One visit while it goes on.
struct Visit {
    let first: Int64
    var last: Int64
    var events = 0
    /// Steps that it has taken, one after the other.
    var depth = 0

    init(at time: Int64) {
        (first, last) = (time, time)
    }

    mutating func meet(at time: Int64, steps: UInt16) {
        last = time
        events += 1
        if steps & (1 << UInt16(depth)) != 0 { depth += 1 }
    }
}
