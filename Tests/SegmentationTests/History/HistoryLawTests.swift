import Columnar
import Customers
import Filters
import Segmentation
import Testing

/// Histories against single questions, on random shops, filters and dates.
struct HistoryLawTests {
    @Test func `a history holds whom the filter holds at each date`() throws {
        for seed in 0..<25 {
            var random = SeededGenerator(seed: UInt64(7_000_000 + seed))
            let trial = DatedTrial(&random)
            let dates = Set((0..<6).map { _ in Pool.time(&random) }).sorted().map { Instant(milliseconds: $0) }
            for _ in 0..<8 {
                let filter = random.filter(depth: 2)
                var asked: [Instant] = []
                try trial.evaluator.history(of: filter, at: dates) { date, members in
                    asked.append(date)
                    let expected = try trial.evaluator.members(of: filter, asOf: date)
                    try #require(members == expected, "seed \(seed), at \(date): \(filter.text)")
                }
                #expect(asked == dates)
            }
        }
    }

    @Test(arguments: [
        "did purchase", "did not visit", "did visit at least 2 times", "did visit exactly 1 times",
        "did anything at most 3 times", "did visit between 1 and 2 times", "city = \"a\"", "not city missing",
        "did purchase where revenue > 1 or did click less than 2 times", "as of 9 days ago did visit",
        "sum(purchase.revenue) >= 3", "not sum(purchase.revenue) >= 5", "count(visit) >= 2",
    ])
    func `conditions of all time are carried from date to date`(text: String) throws {
        let filter = try Filter(parsing: text)
        for seed in 0..<8 {
            var random = SeededGenerator(seed: UInt64(7_500_000 + seed))
            let trial = DatedTrial(&random)
            let dates = (0..<40).map { Instant(milliseconds: Pool.start + $0 * 86_400_000) }
            try trial.evaluator.history(of: filter, at: dates) { date, members in
                let expected = try trial.evaluator.members(of: filter, asOf: date)
                try #require(members == expected, "seed \(seed), at \(date)")
            }
        }
    }
}

/// A random shop that is asked at several dates.
struct DatedTrial {
    let evaluator: Evaluator

    init(_ random: inout SeededGenerator) {
        let shop = random.shop(people: random.number(1...16))
        var columns = ShopColumns(shop: shop, random: random)
        let population = columns.population()
        evaluator = Evaluator(
            population, calendar: .utc, options: .init(birthDate: "birth"),
            derived: DerivedColumns(
                of: shop, in: population, segments: ["First": random.rule(), "Second": random.rule()]))
    }
}
