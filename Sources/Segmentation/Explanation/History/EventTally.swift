import Columnar
import Customers

/// How many events each profile has so far.
struct EventTally {
    private let count: EventCount
    /// None before the first is needed: whether there is an event at all needs no numbers.
    private var numbers: [UInt32] = []
    private var time = Int64.min
    /// The profiles whose number lies between the bounds.
    private(set) var members: Bitmap

    init(profiles: Int, _ count: EventCount) {
        self.count = count
        members = Bitmap(rows: profiles, repeating: count.bounds.least == 0)
    }

    /// Counts what happened up to an instant.
    mutating func advance(to instant: Instant, _ evaluator: Evaluator) throws {
        let now = instant.milliseconds
        guard now > time else { return }
        let events = EventReasons(evaluator: evaluator, now: now)
        let window = ResolvedWindow(time..<now)
        defer { time = now }
        switch (count.bounds.least, count.bounds.most) {
        case (1, nil): members |= try events.scan.profiles(with: count.events, in: window)
        case (0, 0): members.subtract(try events.scan.profiles(with: count.events, in: window))
        default: try add(in: window, events.scan, of: evaluator.population.profiles)
        }
    }

    private mutating func add(in window: ResolvedWindow, _ scan: EventScan, of profiles: ProfileMap) throws {
        if numbers.isEmpty { numbers = Array(repeating: 0, count: profiles.count) }
        let (least, most) = (count.bounds.least, count.bounds.most ?? .max)
        var (numbers, members) = (self.numbers, self.members)
        (self.numbers, self.members) = ([], Bitmap(rows: 0))
        try scan.forEachMatch(of: count.events, in: window) { source, match in
            match.forEach { row in
                let profile = profiles.profile(of: Int(source.records[row]))
                numbers[profile] += 1
                let number = Int(numbers[profile])
                if number == least || number == most + (most == .max ? 0 : 1) {
                    members[profile] = number == least && number <= most
                }
            }
        }
        (self.numbers, self.members) = (numbers, members)
    }
}
