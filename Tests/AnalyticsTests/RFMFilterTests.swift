import Analytics
import Filters
import Testing

struct RFMFilterTests {
    private func equals(_ measure: Measure, _ score: Int64) -> Filter {
        .derived(measure, .compare(.equal, .number(DecimalLiteral(coefficient: score))))
    }

    @Test func `a cell, a pair and a row are said by their scores`() {
        #expect(
            Filter.rfm(recency: 5, frequency: 3, monetary: 2)
                == .all([equals(.recency, 5), equals(.frequency, 3), equals(.monetary, 2)]))
        #expect(Filter.rfm(recency: 5, frequency: 3) == .all([equals(.recency, 5), equals(.frequency, 3)]))
        #expect(Filter.rfm(monetary: 4) == equals(.monetary, 4))
    }

    @Test func `a group is said by its name`() {
        #expect(Filter.rfm(group: .cannotLoseThem) == .derived(.group, .compare(.equal, .text("Cannot lose them"))))
    }

    @Test func `only a report with the options of filters has filters`() throws {
        let shop = someShop(seed: 1, profiles: 30, purchases: 60)
        let report = RFMReport(of: shop, asOf: day(35))
        let cell = try #require(report.cells.first)
        #expect(
            report.filter(of: cell)
                == .rfm(recency: cell.score.recency, frequency: cell.score.frequency, monetary: cell.score.monetary))
        #expect(report.filter(of: .loyal) == .rfm(group: .loyal))
        for options in [try RFMOptions(groups: 4), try RFMOptions(revenue: .gross), try RFMOptions(since: day(3))] {
            let other = RFMReport(of: shop, asOf: day(35), options: options)
            #expect(other.filter(recency: 1) == nil)
            #expect(other.filter(of: .loyal) == nil)
        }
    }
}
