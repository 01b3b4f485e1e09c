import Analytics
import Testing

struct RFMMovesTests {
    @Test func `says who came, went and stayed`() throws {
        let shop = Purchases.single(days: [1, 2, 8, 30], amounts: [5, 5, 5, 5])
        let before = RFMReport(of: shop, asOf: day(5), options: try RFMOptions(groups: 2))
        let now = RFMReport(of: shop, asOf: day(10), options: try RFMOptions(groups: 2, since: day(1.5)))
        // Before: 1 is worse in recency than 2; now: 1 no longer counts, 2 is worse than the new buyer of day 8.
        let moves = RFMMoves(from: before, to: now).moves
        #expect(moves.map { [$0.from, $0.to] } == [[.new, .lost], [.lost, nil], [nil, .new]])
        #expect(moves.map(\.profiles) == [1, 1, 1])
    }

    @Test func `adds up to the buyers on both sides`() {
        let shop = someShop(seed: 6, profiles: 150, purchases: 300)
        let (before, now) = (RFMReport(of: shop, asOf: day(15)), RFMReport(of: shop, asOf: day(35)))
        let moves = RFMMoves(from: before, to: now).moves
        #expect(moves.filter { $0.from != nil }.reduce(0) { $0 + $1.profiles } == before.buyers)
        #expect(moves.filter { $0.to != nil }.reduce(0) { $0 + $1.profiles } == now.buyers)
        for (group, share) in now.groups {
            #expect(moves.filter { $0.to == group }.reduce(0) { $0 + $1.profiles } == share.profiles)
        }
    }
}
