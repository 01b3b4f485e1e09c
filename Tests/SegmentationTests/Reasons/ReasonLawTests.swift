import Columnar
import Customers
import Filters
import Glibc
import Segmentation
import Testing

/// Reasons against the engine, on random shops, filters and dates.
struct ReasonLawTests {
    /// Shops of each run; more with `PATRON_DIFFERENTIAL_SHOPS`.
    private static let shops = getenv("PATRON_DIFFERENTIAL_SHOPS").flatMap { Int(String(cString: $0)) } ?? 14
    private static let zones = ["UTC", "Europe/Warsaw", "America/New_York"]

    @Test func `every node holds for those whom the engine finds for it`() throws {
        for seed in 0..<Self.shops {
            var random = SeededGenerator(seed: UInt64(5_000_000 + seed))
            let trial = ReasonTrial(&random)
            for _ in 0..<4 {
                let filter = random.filter(depth: 3)
                let members = try trial.whole.members(of: filter, asOf: trial.now)
                for person in trial.places.indices {
                    let alone = trial.alone(person)
                    let reasons = try alone.reasons(
                        for: filter, asOf: trial.now, knowing: trial.knowledge(alone), upTo: trial.now)
                    let place = trial.places[person]
                    try #require(reasons.isMember == members[place], "seed \(seed), \(person): \(filter.text)")
                    let nodes = reasons.root.flattened().map(\.node)
                    try #require(nodes.count == filter.nodes.count)
                    for (node, part) in zip(nodes, filter.nodes) {
                        #expect(node.text == part.filter.text)
                        let holds = try trial.whole.members(of: part.filter, asOf: node.asOf)[place]
                        try #require(node.holds == holds, "seed \(seed), \(person): \(node.text)")
                    }
                }
            }
        }
    }

    @Test func `an answer stays until the instant that is told, and is another then`() throws {
        var (turned, stayed) = (0, 0)
        for seed in 0..<Self.shops {
            var random = SeededGenerator(seed: UInt64(6_000_000 + seed))
            let calendar = try #require(CivilCalendar(zone: Self.zones[seed % Self.zones.count]))
            let trial = ReasonTrial(&random, calendar: calendar)
            let end = Instant(milliseconds: trial.now.milliseconds + 500 * Moment.dayLength)
            for number in 0..<6 {
                let filter = try number < 2 ? random.filter(depth: 2) : trial.movingFilter(&random, upTo: end)
                let turns = try trial.places.indices.map { person in
                    let alone = trial.alone(person)
                    return try alone.turn(
                        of: filter, after: trial.now, upTo: end, knowing: trial.knowledge(alone))
                }
                let known = turns.compactMap { $0?.milliseconds }
                let probes = known.flatMap { [$0 - 1, $0] } + trial.probes(&random)
                let first = try trial.whole.members(of: filter, asOf: trial.now)
                for probe in Set(probes).sorted() where probe >= trial.now.milliseconds {
                    let members = try trial.whole.members(of: filter, asOf: Instant(milliseconds: probe))
                    for (place, turn) in zip(trial.places, turns) where turn.map({ probe <= $0.milliseconds }) ?? true {
                        let isTurned = turn?.milliseconds == probe
                        try #require(
                            (members[place] != first[place]) == isTurned,
                            "seed \(seed), \(place) at \(probe) from \(trial.now): \(filter.text)")
                    }
                }
                turned += known.count
                stayed += turns.count - known.count
            }
        }
        #expect(turned > 40 && stayed > 40, "\(turned) turned, \(stayed) stayed")
    }
}

extension ReasonTrial {
    /// A filter whose answer may turn for somebody.
    fileprivate func movingFilter(_ random: inout SeededGenerator, upTo end: Instant) throws -> Filter {
        var filter = random.filter(depth: 1)
        for _ in 0..<30 {
            let moves = try places.indices.contains { person in
                let alone = alone(person)
                return try !alone.turns(
                    of: filter, after: now.milliseconds, upTo: end.milliseconds, knowing: knowledge(alone)
                ).isEmpty
            }
            if moves { return filter }
            filter = random.filter(depth: 1)
        }
        return filter
    }

    /// Instants at which a change may be seen that was not told: every midnight of some weeks and of some months later,
    /// quarters of days, and what lies beside them.
    fileprivate func probes(_ random: inout SeededGenerator) -> [Int64] {
        let start = now.milliseconds
        let near = (0..<10).map { _ in start + Int64(random.number(0...(4 * 70))) * Moment.dayLength / 4 }
        let nights = (0..<14).map { _ in
            calendar.midnight(of: calendar.date(at: now).adding(days: random.number(0...490))).milliseconds
        }
        return (near + nights).flatMap { [$0 - 1, $0, $0 + 1] }.filter { $0 < start + 500 * Moment.dayLength }
    }
}
