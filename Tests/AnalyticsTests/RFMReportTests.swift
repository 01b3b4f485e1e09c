import Analytics
import Customers
import Testing

struct RFMReportTests {
    /// Every combination of options, with the number of groups and the window taking turns.
    static func everyOption() throws -> [RFMOptions] {
        var options: [RFMOptions] = []
        for frequency in RFMOptions.Frequency.allCases {
            for monetary in RFMOptions.Monetary.allCases {
                for revenue in RFMOptions.Revenue.allCases {
                    for groups in [2, 3, 5, 7, 10] {
                        options.append(
                            try RFMOptions(
                                groups: groups, frequency: frequency, monetary: monetary, revenue: revenue,
                                since: groups % 2 == 1 ? nil : day(11.5)))
                    }
                }
            }
        }
        return options
    }

    private func check(_ report: RFMReport, against slow: SlowRFM) {
        #expect((0..<slow.scores.count).map { report.scores[$0] } == slow.scores)
        let known = slow.scores.compactMap(\.self)
        #expect(report.buyers == known.count)
        #expect(report.recencyTotal == slow.recencyTotal)
        #expect(report.frequencyTotal == slow.frequencyTotal)
        #expect(report.revenueTotal == slow.revenueTotal)
        #expect(report.cells.reduce(0) { $0 + $1.revenueMinor } == slow.revenueTotal)
        let cells = Dictionary(grouping: known) { $0 }.mapValues(\.count)
        #expect(Dictionary(uniqueKeysWithValues: report.cells.map { ($0.score, $0.profiles) }) == cells)
    }

    @Test(arguments: try everyOption())
    func `agrees with the definition whatever the options`(options: RFMOptions) {
        for seed in 1...4 as ClosedRange<UInt64> {
            let shop = someShop(seed: seed, profiles: 60, purchases: 40 * Int(seed))
            check(
                RFMReport(of: shop, asOf: day(30.3), options: options),
                against: SlowRFM(of: shop, asOf: day(30.3), options: options))
        }
    }

    @Test(
        arguments: [-3_000_000_000_000_000...0, 0...70_000, 5...6] as [ClosedRange<Int64>],
        [[], [1_000_000_000_000_000_000]] as [[Int64]])
    func `agrees with the definition for many buyers, wide or narrow amounts and outliers`(
        amounts: ClosedRange<Int64>, outliers: [Int64]
    ) {
        var generator = SplitMix(seed: 5)
        let values = (0..<2100).map { _ in Int64.random(in: amounts, using: &generator) } + outliers
        let days = values.map { _ in Double(Int.random(in: 0..<90_000, using: &generator)) / 1000 }
        let shop = Purchases.single(days: days, amounts: values)
        check(RFMReport(of: shop, asOf: day(90)), against: SlowRFM(of: shop, asOf: day(90), options: .standard))
    }

    @Test(arguments: try everyOption().filter(\.needsOnlyTotals))
    func `totals tell the same as the purchases that they add up`(options: RFMOptions) {
        for seed in 1...4 as ClosedRange<UInt64> {
            let shop = someShop(seed: seed, profiles: 60, purchases: 40 * Int(seed))
            let known = shop.times.indices.filter { shop.times[$0] < day(30.3).milliseconds }
            var (counts, revenue) = ([UInt32](repeating: 0, count: 60), [Int64](repeating: 0, count: 60))
            var last = [Int64](repeating: .min, count: 60)
            for place in known {
                let profile = Int(shop.profiles[place])
                counts[profile] += 1
                revenue[profile] += options.revenue == .net ? shop.netRevenue[place] : shop.grossRevenue[place]
                last[profile] = max(last[profile], shop.times[place])
            }
            let totals = BuyerTotals(counts: counts, revenue: revenue, last: last)
            #expect(
                RFMReport(of: totals, asOf: day(30.3), options: options)
                    == RFMReport(of: shop, asOf: day(30.3), options: options))
        }
    }

    @Test func `means are compared exactly`() throws {
        // 1/3 as 1 over 3 and as 2 over 6 tie, though they are different pairs of numbers.
        let profiles: [UInt32] = [0, 0, 0] + [UInt32](repeating: 1, count: 6) + [2]
        let revenue: [Int64] = [1, 0, 0] + [2, 0, 0, 0, 0, 0] + [0]
        let shop = Purchases(
            profileRows: 3, profiles: profiles, times: profiles.map { _ in shopOpening }, netRevenue: revenue,
            grossRevenue: revenue)
        let report = RFMReport(of: shop, asOf: day(1), options: try RFMOptions(monetary: .average))
        #expect(report.scores.monetary == [2, 2, 1])
        #expect(report.monetary.bands[1].values == Ratio(1, over: 3)...Ratio(2, over: 6))
    }

    @Test func `the order of purchases does not matter`() throws {
        let shop = someShop(seed: 9, profiles: 200, purchases: 700)
        var generator = SplitMix(seed: 2)
        for options in try RFMReportTests.everyOption() {
            let report = RFMReport(of: shop, asOf: day(35), options: options)
            #expect(
                report
                    == RFMReport(
                        of: shop.reordered(shop.profiles.indices.shuffled(using: &generator)), asOf: day(35),
                        options: options))
            let byTime = shop.profiles.indices.sorted { shop.times[$0] < shop.times[$1] }
            #expect(report == RFMReport(of: shop.reordered(byTime), asOf: day(35), options: options))
        }
    }

    @Test func `the order of profiles does not matter`() {
        let shop = someShop(seed: 4, profiles: 100, purchases: 300)
        let report = RFMReport(of: shop, asOf: day(35))
        let mirrored = Purchases(
            profileRows: 100, profiles: shop.profiles.map { 99 - $0 }, times: shop.times, netRevenue: shop.netRevenue,
            grossRevenue: shop.grossRevenue)
        let other = RFMReport(of: mirrored, asOf: day(35))
        #expect(other.cells == report.cells)
        #expect(other.scores.recency == report.scores.recency.reversed())
    }

    @Test(arguments: [(30, 0), (29, 1), (29.5, 0), (28.999, 1), (0, 30)] as [(Double, Int64)])
    func `recency is whole days of 24 hours`(bought: Double, days: Int64) {
        let report = RFMReport(
            of: .single(days: [bought], amounts: [1]), asOf: Instant(milliseconds: day(30).milliseconds + 1))
        #expect(report.recencyTotal == days)
    }

    @Test func `a purchase at the instant itself does not count`() {
        let shop = Purchases.single(days: [9.999, 10, 11], amounts: [1, 2, 3])
        #expect(RFMReport(of: shop, asOf: day(10)).scores.recency == [1, 0, 0])
    }

    @Test func `a window begins with its first instant`() throws {
        let shop = Purchases.single(days: [4, 5, 6], amounts: [1, 2, 3])
        let report = RFMReport(of: shop, asOf: day(10), options: try RFMOptions(since: day(5)))
        #expect(report.scores.groupCodes(by: .standard).map { $0 > 0 } == [false, true, true])
        #expect(RFMReport(of: shop, asOf: day(4), options: try RFMOptions(since: day(5))).buyers == 0)
    }

    @Test func `nobody bought`() {
        for report in [
            RFMReport(of: .single(days: [], amounts: []), asOf: day(1)),
            RFMReport(of: .single(days: [5, 6], amounts: [1, 2]), asOf: day(1)),
        ] {
            #expect(report.buyers == 0)
            #expect(report.cells.isEmpty)
            #expect(report.recency.cuts.isEmpty)
            #expect(report.recency.bands.map(\.profiles) == [0, 0, 0, 0, 0])
            #expect(report.scores.recency.allSatisfy { $0 == 0 })
            #expect(report.groups.allSatisfy { $0.share.profiles == 0 })
        }
    }

    @Test func `a single buyer has the worst scores, since nobody is worse`() {
        let report = RFMReport(of: .single(days: [5], amounts: [100]), asOf: day(8))
        #expect(report.cells.map(\.score.description) == ["111"])
        #expect(report.monetary.bands[0].values == Ratio(100)...Ratio(100))
    }

    @Test func `equal buyers have equal scores`() {
        let report = RFMReport(of: .single(days: [5, 5, 5, 5, 5, 5], amounts: [7, 7, 7, 7, 7, 7]), asOf: day(8))
        #expect(report.cells.map(\.score.description) == ["111"])
        #expect(report.cells.map(\.profiles) == [6])
    }

    @Test func `scores stay unused where fewer than five values differ`() {
        let report = RFMReport(
            of: .single(days: [1, 1, 1, 2, 2, 2, 2, 3, 3, 3], amounts: [1, 1, 1, 1, 1, 1, 1, 1, 1, 2]), asOf: day(4))
        #expect(report.recency.bands.map(\.profiles) == [3, 4, 0, 3, 0])
        #expect(report.monetary.bands.map(\.profiles) == [9, 0, 0, 0, 1])
        #expect(report.recency.bands[1].values == Ratio(2)...Ratio(2))
        #expect(report.recency.bands[2].values == nil)
    }

    @Test func `borders show the range of every score and where it ends`() {
        let report = RFMReport(
            of: .single(days: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], amounts: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]),
            asOf: day(10))
        #expect(
            report.recency.bands.compactMap(\.values).map { [$0.lowerBound.sum, $0.upperBound.sum] }
                == [[9, 10], [7, 8], [5, 6], [3, 4], [1, 2]])
        #expect(report.recency.cuts.map(\.sum) == [9, 7, 5, 3])
        #expect(report.monetary.bands[4].values == Ratio(90)...Ratio(100))
        #expect(report.monetary.cuts.map(\.sum) == [20, 40, 60, 80])
    }

    @Test func `fixed borders ask for a value, not for a rank`() throws {
        let borders = RFMFixedBorders(recencyDays: [3, 6], frequency: [2, 3], monetary: [100, 1000])
        let shop = Purchases.single(days: [0, 3, 4, 6, 7, 9], amounts: [99, 100, 101, 999, 1000, -5])
        let options = try RFMOptions(groups: 3, fixedBorders: borders)
        let report = RFMReport(of: shop, asOf: day(10), options: options)
        #expect(report.scores.recency == [1, 1, 2, 2, 3, 3])
        #expect(report.scores.frequency == [1, 1, 1, 1, 1, 1])
        #expect(report.scores.monetary == [1, 2, 2, 2, 3, 1])
        #expect(report.recency.cuts.map(\.sum) == [6, 3])
        let average = try RFMOptions(groups: 3, fixedBorders: borders, monetary: .average)
        #expect(RFMReport(of: shop, asOf: day(10), options: average).scores.monetary == [1, 2, 2, 2, 3, 1])
    }

    @Test func `grid and groups add up to the buyers`() {
        let report = RFMReport(of: someShop(seed: 1, profiles: 90, purchases: 250), asOf: day(35))
        let grid = report.grid.flatMap(\.self)
        #expect(grid.reduce(0) { $0 + $1.profiles } == report.buyers)
        #expect(grid.reduce(0) { $0 + $1.revenueMinor } == report.revenueTotal)
        #expect(report.groups.map(\.group) == RFMGroup.allCases)
        #expect(report.groups.reduce(0) { $0 + $1.share.profiles } == report.buyers)
        for (recency, row) in report.grid.enumerated() {
            #expect(row.reduce(0) { $0 + $1.profiles } == report.recency.bands[recency].profiles)
        }
    }
}
