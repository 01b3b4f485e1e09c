import Customers
import Filters
import Testing
import Workspace

/// Histories, and differences between dates and between versions, of the segments of a store.
struct SegmentHistoryTests {
    private static let warsaw = CivilCalendar(zone: "Europe/Warsaw") ?? .utc

    @Test func `the dates are local midnights that begin periods, and the end`() throws {
        let first = try #require(Instant(parsing: "2026-01-10T12:00:00Z"))
        let last = try #require(Instant(parsing: "2026-03-02T12:00:00Z"))
        func dates(_ period: Period, from first: Instant?) -> [String] {
            HistoryDates(by: period, from: first, to: last, in: Self.warsaw).dates.map(\.description)
        }
        #expect(
            dates(.month, from: first) == ["2026-01-31T23:00:00Z", "2026-02-28T23:00:00Z", "2026-03-02T12:00:00Z"])
        #expect(dates(.week, from: first).prefix(2) == ["2026-01-11T23:00:00Z", "2026-01-18T23:00:00Z"])
        #expect(dates(.day, from: first).count == 52)
        #expect(dates(.day, from: nil).count == 32)
        #expect(dates(.day, from: last) == ["2026-03-02T12:00:00Z"])
    }

    @Test(arguments: ["did purchase", "did purchase within last 60 days and city exists", "rfm.recency >= 3", ""])
    func `each row counts the members of its date and who came and went`(filter: String) async throws {
        let store = try await SharedStore.of(SmallShop(people: 40, seed: 11))
        let dates = HistoryDates(by: .month, from: nil, to: .asked, in: .utc).dates
        let points = try await store.session.history(of: filter, at: dates)
        #expect(points.map(\.time) == dates)
        var before: Set<String>?
        for point in points {
            let members = try await store.ids(filter, asOf: point.time)
            let size = try await store.session.count(filter, asOf: point.time)
            #expect((point.members, point.base) == (size.count, size.base))
            #expect(point.entered == before.map { members.subtracting($0).count })
            #expect(point.left == before.map { $0.subtracting(members).count })
            before = members
        }
        #expect(Set(points.map(\.members)).count > 1 || filter.isEmpty)
    }

    @Test func `a difference names its people`() async throws {
        let store = try await SharedStore.of(SmallShop(people: 40, seed: 12))
        let filter = "did purchase within last 60 days and did product_view within last 200 days"
        let earlier = Instant(milliseconds: Instant.asked.milliseconds - 90 * 86_400_000)
        let difference = try await store.session.difference(of: filter, from: earlier, to: .asked)
        let (before, after) = (
            try await store.ids(filter, asOf: earlier), try await store.ids(filter, asOf: .asked)
        )
        #expect(try await store.ids(difference.entered.all.filter) == after.subtracting(before))
        #expect(try await store.ids(difference.left.all.filter) == before.subtracting(after))
        #expect(try await store.ids(difference.stayed.filter) == before.intersection(after))
        #expect(difference.entered.all.count > 0 && difference.left.all.count > 0)
        #expect(
            difference.left.causes.map(\.text) == [
                "did purchase within last 60 days", "did product_view within last 200 days",
            ])
        for cause in difference.left.causes {
            #expect(try await store.ids(cause.needed.filter).count == cause.needed.count)
            #expect(try await store.ids(cause.alone.filter).isSubset(of: store.ids(cause.needed.filter)))
        }
    }

    @Test func `two versions of a segment differ by their people`() async throws {
        let store = try await TestStore(SmallShop(people: 40, seed: 13))
        let session = store.session
        _ = try await session.save(segment: "Loyal", source: "did purchase", at: .asked)
        _ = try await session.save(segment: "Loyal", source: "did purchase at least 2 times", at: .asked)
        let versions = try await session.versions(of: "Loyal")
        #expect(versions.map(\.version) == [1, 2])
        let difference = try await session.difference(
            from: versions[0].source, to: versions[1].source, asOf: .asked)
        #expect(difference.entered.all.count == 0)
        #expect(try await store.ids(difference.left.all.filter) == store.ids("did purchase exactly 1 times"))
        #expect(try await session.filter(orSegment: "Loyal") == "did purchase at least 2 times")
        #expect(try await session.filter(orSegment: "did order") == "did order")
    }
}
