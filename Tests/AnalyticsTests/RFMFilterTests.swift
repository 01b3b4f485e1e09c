import Analytics
import Customers
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

    @Test func `a cell of another report is said with what sets it apart`() throws {
        let options = try RFMOptions(groups: 7, frequency: .days, revenue: .gross, since: day(3))
        let variant = options.variant(standardGroups: 5, calendar: .utc, currency: try euro)
        #expect(
            Filter.rfm(recency: 7, of: variant).text
                == "rfm(groups 7, frequency days, revenue gross, since \(CivilCalendar.utc.date(at: day(3)))).recency = 7"
        )
        #expect(Filter.rfm(group: .loyal, of: variant).text.hasSuffix(".group = \"Loyal\""))
        #expect(
            Filter.rfm(cell: RFMScore(recency: 5, frequency: 4, monetary: 3)).text
                == "rfm.recency = 5 and rfm.frequency = 4 and rfm.monetary = 3")
    }

    @Test func `the report of the workspace needs no words`() throws {
        let (options, euro) = (try RFMOptions(groups: 7), try euro)
        #expect(options.variant(standardGroups: 7, calendar: .utc, currency: euro) == .standard)
        #expect(RFMOptions.standard.variant(standardGroups: 5, calendar: .utc, currency: euro) == .standard)
        #expect(
            RFMOptions.standard.variant(standardGroups: 7, calendar: .utc, currency: euro).text == "groups 5")
    }

    @Test func `options become a variant and the same options again, through the text of a filter`() throws {
        let fixed = RFMFixedBorders(recencyDays: [30, 90], frequency: [2, 5], monetary: [1999, 10_000])
        let starts = [nil, day(3), Instant(milliseconds: 1_700_000_000_123)]
        for since in starts {
            for frequency in RFMOptions.Frequency.allCases {
                for monetary in RFMOptions.Monetary.allCases {
                    for revenue in RFMOptions.Revenue.allCases {
                        for (groups, borders) in [(5, nil), (2, nil), (10, nil), (3, fixed)] {
                            let options = try RFMOptions(
                                groups: groups, fixedBorders: borders, frequency: frequency, monetary: monetary,
                                revenue: revenue, since: since)
                            #expect(try again(options) == options)
                        }
                    }
                }
            }
        }
    }

    @Test func `a border finer than the currency is reached by the next unit above it`() throws {
        let variant = try RFMVariant(parsing: "fixed days (30) purchases (2) revenue (19.991)")
        let options = try RFMOptions(variant, standardGroups: 5, since: nil, currency: try euro)
        #expect(options.fixedBorders?.monetary == [2000])
        #expect(throws: RFMError.bordersNotRising(.monetary)) {
            let variant = try RFMVariant(parsing: "fixed days (1, 2) purchases (1, 2) revenue (19.991, 19.992)")
            _ = try RFMOptions(variant, standardGroups: 5, since: nil, currency: try euro)
        }
    }

    private func again(_ options: RFMOptions) throws -> RFMOptions {
        let calendar = try #require(CivilCalendar(zone: "Europe/Warsaw"))
        let said = options.variant(standardGroups: 5, calendar: calendar, currency: try euro)
        let variant = try RFMVariant(parsing: said.text)
        var since: Instant?
        switch variant.since {
        case .date(let date): since = calendar.midnight(of: date)
        case .instant(let instant): since = instant.instant(in: calendar)
        case .ago, .trait, nil: break
        }
        return try RFMOptions(variant, standardGroups: 5, since: since, currency: try euro)
    }

    private var euro: Currency {
        get throws { try #require(Currency(code: "EUR")) }
    }
}
