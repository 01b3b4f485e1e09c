import Analytics
import Columnar
import Customers
import Filters
import Testing

/// So many events that the profiles are followed in several parts.
struct FunnelPartsTests {
    private static let profiles = 3000

    /// The times of two steps' events by profile, and the same as tables.
    private func events() -> (times: [[[Int64]]], events: PathEvents) {
        var random = SplitMix(seed: 41)
        var times = [[[Int64]]](repeating: Array(repeating: [], count: Self.profiles), count: 2)
        var sources: [PathEvents.Source] = []
        for step in 0..<2 {
            var records: [UInt32] = []
            var instants: [Int64] = []
            for second in 0..<50_000 as Range<Int64> {
                let record = Int.random(in: 0..<Self.profiles, using: &random)
                times[step][record].append(second * 1000)
                records.append(UInt32(record))
                instants.append(second * 1000)
            }
            let run = EventRun(
                records: Lane(records), times: .milliseconds(Lane(instants)), blocks: [.range(0..<records.count)])
            sources.append(.init(run, as: .step(step)))
        }
        return (
            times,
            PathEvents(profiles: ProfileMap(count: Self.profiles), sources: sources, span: .min..<(.max), reach: .max)
        )
    }

    @Test func `every profile of every part comes as far as its own events lead`() throws {
        let (times, events) = events()
        let question = FunnelQuestion(
            Funnel([Funnel.Step("a"), Funnel.Step("b")], within: Span(10, .minutes)), entry: .min..<(.max),
            asOf: Instant(milliseconds: 50_000_000))
        let outcomes = try FunnelFollowing(question, through: events).outcomes()
        let slow = (0..<Self.profiles).map { profile -> UInt8 in
            let (first, second) = (times[0][profile], times[1][profile])
            let gets = first.contains { start in second.contains { $0 >= start && $0 <= start + 600_000 } }
            return first.isEmpty ? 0 : gets ? 2 : 1
        }
        #expect(outcomes.depths == slow)
        #expect(Set(slow) == [1, 2])
    }

    @Test func `profiles that are not meant do not enter`() throws {
        let (times, events) = events()
        var meant = Bitmap(rows: Self.profiles)
        for profile in stride(from: 1, to: Self.profiles, by: 3) { meant[profile] = true }
        let question = FunnelQuestion(
            Funnel([Funnel.Step("a"), Funnel.Step("b")], within: nil), entry: .min..<(.max),
            asOf: Instant(milliseconds: 50_000_000))
        let outcomes = try FunnelFollowing(question, through: events, of: meant).outcomes()
        let entered = outcomes.profiles(.reached, at: 1)
        #expect(entered.count == (0..<Self.profiles).count { meant[$0] && !times[0][$0].isEmpty })
        entered.forEach { #expect(meant[$0]) }
    }
}
