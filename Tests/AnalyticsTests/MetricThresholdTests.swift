import Analytics
import Testing

struct MetricThresholdTests {
    @Test(arguments: [
        ("abandonment > 0.8", MetricThreshold(.abandonment, .above, 0.8)),
        ("net_revenue_minor<500", MetricThreshold(.netRevenue, .below, 500)),
        ("  Open-Rate  <  .2 ", MetricThreshold(.openRate, .below, 0.2)),
    ])
    func `reads a condition`(text: String, expected: MetricThreshold) {
        #expect(MetricThreshold(parsing: text) == expected)
    }

    @Test(arguments: ["abandonment", "nonsense > 1", "buyers > many", "buyers > nan", "> 3", ""])
    func `refuses what is no condition`(text: String) {
        #expect(MetricThreshold(parsing: text) == nil)
    }

    @Test func `amounts are compared in major units`() {
        let threshold = MetricThreshold(.netRevenue, .below, 5)
        #expect(threshold.isCrossed(by: .money(499), minorUnits: 100))
        #expect(!threshold.isCrossed(by: .money(500), minorUnits: 100))
        #expect(!threshold.isCrossed(by: .money(499), minorUnits: 1))
    }

    @Test func `an alarm fires once and again only after the measure has gone back`() {
        var alarm = MetricAlarm(MetricThreshold(.abandonment, .above, 0.8))
        let values = [0.7, 0.81, 0.9, 0.79, 0.81, 0.77, 0.76, 0.8, 0.85]
        let fired = values.map { alarm.fires(at: .share($0), minorUnits: 100) }
        #expect(fired == [false, true, false, false, false, false, false, false, true])
    }

    @Test func `a measure that is not known changes nothing`() {
        var alarm = MetricAlarm(MetricThreshold(.buyers, .below, 10), hysteresis: 0.1)
        let values: [MetricValue?] = [.count(9), nil, .count(10), nil, .count(9), .count(11), .count(9)]
        let fired = values.map { alarm.fires(at: $0, minorUnits: 100) }
        #expect(fired == [true, false, false, false, false, false, true])
    }
}
