import Analytics
import Columnar
import Customers
import Filters
import Testing

/// A funnel over few instants, so that ties and events that may be several steps are frequent.
private struct RandomWays {
    var generator: SplitMix
    let steps: Int
    let profiles: Int
    /// Whether all events stand in one table, where one may be several steps.
    let isShared: Bool

    /// Events by profile.
    mutating func ways(longest: Int) -> [[WayEvent]] {
        (0..<profiles).map { _ in
            let count = Int.random(in: 0...longest, using: &generator)
            return (0..<count).map { _ in event() }
        }
    }

    private mutating func event() -> WayEvent {
        let time = Int64.random(in: 0..<14, using: &generator) * 1000
        if Int.random(in: 0..<8, using: &generator) == 0 { return WayEvent(time: time, steps: [], isExcluded: true) }
        var own: Set = [Int.random(in: 0..<steps, using: &generator)]
        if isShared, Bool.random(using: &generator) { own.insert(Int.random(in: 0..<steps, using: &generator)) }
        if isShared, Int.random(in: 0..<5, using: &generator) == 0 { own = [] }
        return WayEvent(time: time, steps: own)
    }

    /// The same events as tables: one for all steps where an event may be several or others count, or one a step.
    func events(
        of ways: [[WayEvent]], order: Funnel.Order, marking mark: (Int) -> UInt8 = { _ in 0 }
    ) -> PathEvents {
        let all = ways.enumerated().flatMap { profile, way in way.map { (profile, $0) } }.sorted {
            $0.1.time < $1.1.time
        }
        let excluded = SmallTable(all.filter(\.1.isExcluded))
        var sources = [PathEvents.Source(excluded.run { _ in true }, as: .excluded)]
        if isShared || order == .strict {
            let table = SmallTable(all.filter { !$0.1.isExcluded })
            for step in 0..<steps {
                sources.append(
                    .init(table.run { $0.steps.contains(step) }, as: .step(step), marks: table.marks(mark)))
            }
            if order == .strict { sources.append(.init(table.run { _ in true }, as: .other)) }
        } else {
            for step in 0..<steps {
                let table = SmallTable(all.filter { $0.1.steps.contains(step) })
                sources.append(.init(table.run { _ in true }, as: .step(step), marks: table.marks(mark)))
            }
        }
        return PathEvents(profiles: ProfileMap(count: profiles), sources: sources, span: .min..<(.max), reach: .max)
    }
}

/// Events in time order, a row each.
private struct SmallTable {
    private let events: [WayEvent]
    private let records: Lane<UInt32>
    private let times: TimeLane

    init(_ rows: [(Int, WayEvent)]) {
        events = rows.map(\.1)
        records = Lane(rows.map { UInt32($0.0) })
        times = .milliseconds(Lane(rows.map(\.1.time)))
    }

    func marks(_ mark: (Int) -> UInt8) -> RowMarks { .rows(events.indices.map(mark), from: 0) }

    func run(_ isMeant: (WayEvent) -> Bool) -> EventRun {
        var mask = Mask(rows: 0..<events.count)
        for row in events.indices where isMeant(events[row]) { mask.insert(row) }
        return EventRun(records: records, times: times, blocks: [.mask(mask)])
    }
}

struct FunnelTests {
    private func funnel(_ steps: Int, _ order: Funnel.Order, seconds: Int?, ends: Bool) -> Funnel {
        Funnel(
            (0..<steps).map { Funnel.Step("step \($0)") }, order: order,
            within: seconds.map { Span($0, .minutes) }, excluding: [Funnel.Step("stop")], endsAtExcluded: ends)
    }

    @Test(
        arguments: [
            (Funnel.Order.ordered, false), (.ordered, true), (.strict, true), (.any, false), (.any, true),
        ])
    func `every profile comes as far as trying everything finds`(order: Funnel.Order, isShared: Bool) throws {
        for seed in 0..<150 as Range<UInt64> {
            var random = RandomWays(
                generator: SplitMix(seed: seed), steps: 3 + Int(seed % 2), profiles: 12, isShared: isShared)
            let ways = random.ways(longest: order == .any ? 6 : 7)
            let window = [3, nil, 8][Int(seed % 3)]
            let ends = seed % 2 == 0
            try check(random, ways, order, window: window, ends: ends)
        }
    }

    private func check(
        _ random: RandomWays, _ ways: [[WayEvent]], _ order: Funnel.Order, window: Int?, ends: Bool
    ) throws {
        let entry: Range<Int64> = 2000..<11_000
        // A minute of the funnel is a second of the slow one: times are scaled.
        let scaled = ways.map { $0.map { WayEvent(time: $0.time * 60, steps: $0.steps, isExcluded: $0.isExcluded) } }
        let question = FunnelQuestion(
            funnel(random.steps, order, seconds: window, ends: ends),
            entry: entry.lowerBound * 60..<entry.upperBound * 60,
            asOf: Instant(milliseconds: 14_000 * 60))
        let following = try FunnelFollowing(question, through: random.events(of: scaled, order: order))
        let outcomes = try following.outcomes()
        let slow = SlowFunnel(
            steps: random.steps, window: window.map { Int64($0) * 60_000 } ?? .max / 4,
            order: order == .ordered ? .ordered : order == .strict ? .strict : .any, stopsAtExcluded: ends)
        for (profile, way) in scaled.enumerated() {
            var best = slow.best(of: way, begun: question.entry)
            if !ends, let found = best, let last = found.times.last,
                way.contains(where: { $0.isExcluded && $0.time > found.start && $0.time < last })
            {
                best = nil
            }
            #expect(Int(outcomes.depths[profile]) == best?.depth ?? 0, "\(way) \(question)")
            var isOpen = false
            if let best, best.depth < random.steps {
                let isOver = question.asOf.milliseconds - best.start >= (window.map { Int64($0) * 60_000 } ?? .max)
                let isStopped =
                    ends && order == .ordered && way.contains { $0.isExcluded && $0.time > best.times[best.depth - 1] }
                isOpen = !isOver && !isStopped
            }
            #expect(outcomes.open[profile] == isOpen)
        }
        let periods = ReportPeriods(
            by: .day, from: CivilDate(dayNumber: 0), through: CivilDate(dayNumber: 0), in: .utc)
        let report = try following.report(periods: periods)
        let lengths = scaled.compactMap { way -> Int64? in
            guard ends, let best = slow.best(of: way, begun: question.entry), best.depth == random.steps else {
                return nil
            }
            return best.length
        }.sorted()
        if ends {
            #expect(
                report.whole.medianSeconds == (lengths.isEmpty ? nil : Double(lengths[(lengths.count - 1) / 2]) / 1000))
        }
        for (place, step) in report.whole.steps.enumerated() {
            #expect(step.profiles == step.converted + step.dropped + step.open)
            #expect(step.profiles == outcomes.profiles(.reached, at: place + 1).count)
            #expect(step.dropped == outcomes.profiles(.dropped, at: place + 1).count)
            #expect(step.open == outcomes.profiles(.open, at: place + 1).count)
        }
        #expect(report.trend[0].entered == report.whole.entered)
        #expect(report.trend[0].converted == report.whole.converted)
        #expect(report.timeToConvert.counts.reduce(0, +) == report.whole.converted)
    }

    @Test func `which event of an instant an attempt takes does not hang on what is marked`() throws {
        for seed in 700..<760 as Range<UInt64> {
            var random = RandomWays(generator: SplitMix(seed: seed), steps: 3, profiles: 9, isShared: seed % 2 == 0)
            let ways = random.ways(longest: 9)
            let question = FunnelQuestion(
                Funnel((0..<3).map { Funnel.Step("s\($0)") }, within: nil), entry: 0..<14_000,
                asOf: Instant(milliseconds: 14_000))
            func outcomes(_ mark: @escaping (Int) -> UInt8) throws -> FunnelOutcomes {
                try FunnelFollowing(question, through: random.events(of: ways, order: .ordered, marking: mark))
                    .outcomes()
            }
            let (some, others) = (try outcomes { UInt8($0 % 5) }, try outcomes { UInt8(4 - $0 % 5) })
            for profile in 0..<9 where some.depths[profile] > 0 {
                for touch in FunnelTouch.allCases {
                    #expect(some.mark(of: profile, at: touch) == 4 - others.mark(of: profile, at: touch))
                }
            }
        }
    }

    @Test func `attempts are every event of the first step, each as far as it leads`() throws {
        for seed in 500..<600 as Range<UInt64> {
            var random = RandomWays(generator: SplitMix(seed: seed), steps: 3, profiles: 9, isShared: seed % 2 == 0)
            let ways = random.ways(longest: 7).map { $0.filter { !$0.isExcluded } }
            let question = FunnelQuestion(
                Funnel((0..<3).map { Funnel.Step("s\($0)") }, within: nil), entry: 0..<14_000,
                asOf: Instant(milliseconds: 14_000), unit: .attempts)
            let following = try FunnelFollowing(question, through: random.events(of: ways, order: .ordered))
            let periods = ReportPeriods(
                by: .day, from: CivilDate(dayNumber: 0), through: CivilDate(dayNumber: 0), in: .utc)
            let report = try following.report(periods: periods)
            let slow = SlowFunnel(steps: 3, window: .max / 4)
            let attempts = ways.flatMap { slow.attempts(of: $0, begun: 0..<14_000) }
            #expect(report.whole.steps.map(\.profiles) == (1...3).map { depth in attempts.count { $0.depth >= depth } })
        }
    }
}
