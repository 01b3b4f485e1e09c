import Columnar
import Customers

/// How many events each profile has so far.
struct EventTally {
    private let count: EventCount
    private var numbers: [UInt32]
    private var time = Int64.min
    /// The profiles whose number lies between the bounds.
    private(set) var members: Bitmap

    init(profiles: Int, _ count: EventCount) {
        self.count = count
        numbers = Array(repeating: 0, count: profiles)
        members = Bitmap(rows: profiles, repeating: count.bounds.least == 0)
    }

    /// Counts what happened up to an instant.
    mutating func advance(to instant: Instant, _ evaluator: Evaluator) throws {
        let now = instant.milliseconds
        guard now > time else { return }
        let events = EventReasons(evaluator: evaluator, now: now)
        let (least, most) = (count.bounds.least, count.bounds.most ?? .max)
        let profiles = evaluator.population.profiles
        var (numbers, members) = (self.numbers, self.members)
        (self.numbers, self.members) = ([], Bitmap(rows: 0))
        try events.scan.forEachMatch(of: count.events, in: ResolvedWindow(time..<now)) { source, match in
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
        time = now
    }
}
