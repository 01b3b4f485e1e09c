import Analytics
import Customers
import Filters
import Terminal

/// Prints measures by period.
struct MetricsOutput {
    /// None prints all to programs and a choice to people.
    let metrics: [Metric]?
    let by: Period
    /// The filter whose people alone are counted.
    let scope: Filter?
    /// When refunds count.
    let refunds: RefundDating
    let currency: Currency

    static let foremost: [Metric] = [
        .netRevenue, .purchases, .buyers, .newBuyers, .averageOrder, .active, .conversion, .abandonment, .openRate,
        .clickRate,
    ]

    /// Whether people read a measure that refunds lower.
    var showsRefunds: Bool { some.contains(where: \.takesRefunds) }

    private var all: [Metric] { metrics ?? Metric.allCases }
    private var some: [Metric] { metrics ?? Self.foremost }

    /// How many minor units a major one has.
    var minorUnits: Int { (0..<currency.fractionDigits).reduce(1) { units, _ in units * 10 } }

    func print(_ series: MeasureSeries, asOf: Instant, as format: OutputFormat) throws {
        let periods = 0..<series.periods.count
        switch format {
        case .json:
            try Printer.json(
                Report(
                    asOf: asOf.description, by: by.rawValue, currency: currency.code, refundDating: refunds.rawValue,
                    deliveredFrom: series.takesSentForDelivered ? "sent" : "delivered",
                    rows: periods.map { row(series, $0) }))
        case .csv:
            Printer.csv(
                columns, periods.map { fields(series, $0) })
        case .text:
            var table = TextTable([("from", .left)] + some.map { ($0.rawValue, .right) })
            for period in periods {
                table.append(
                    ["\(series.periods.days(of: period).lowerBound)"]
                        + some.map { text(series.value(of: $0, in: period)) })
            }
            table.print()
            if series.takesSentForDelivered, some.contains(where: \.isOfDelivered) {
                Printer.note("Rates of mailings are of mails sent: the data does not tell which were delivered.")
            }
        }
    }

    /// The columns of a table for programs.
    var columns: [String] { ["start", "end", "complete"] + all.map(\.key) }

    /// What one period has in those columns.
    func fields(_ series: MeasureSeries, _ period: Int) -> [String] {
        let days = series.periods.days(of: period)
        return ["\(days.lowerBound)", "\(days.upperBound)", "\(!series.isCut(period))"]
            + all.map { plain(series.value(of: $0, in: period)) }
    }

    /// The figures of one period for programs.
    func row(_ series: MeasureSeries, _ period: Int) -> Row {
        let days = series.periods.days(of: period)
        let isCut = series.isCut(period)
        var row = Row(start: "\(days.lowerBound)", end: "\(days.upperBound)", isComplete: !isCut)
        row.values = all.map { ($0, series.value(of: $0, in: period)) }
        for metric in all where series.value(of: metric, in: period) != nil {
            row.filters[metric.rawValue + "_filter"] = filter(metric, series, period)?.text
        }
        return row
    }

    /// The people of a measure within the scope.
    func filter(_ metric: Metric, _ series: MeasureSeries, _ period: Int) -> Filter? {
        let people = series.people(of: metric, in: period)
        guard let people, let scope else { return people }
        return .all([scope, people])
    }

    /// The figures of one period on one line for people.
    func line(_ series: MeasureSeries, _ period: Int) -> String {
        let figures = some.map { "\($0.rawValue) \(text(series.value(of: $0, in: period)))" }
        return (["\(series.periods.days(of: period).lowerBound)"] + figures).joined(separator: "  ")
    }

    func text(_ value: MetricValue?) -> String {
        switch value {
        case nil: "-"
        case .count(let count): Numbers.grouped(count)
        case .money(let minor): Amounts(currency: currency).money(minor)
        case .share(let share): Numbers.percent(share)
        }
    }

    func plain(_ value: MetricValue?) -> String {
        switch value {
        case nil: ""
        case .count(let count): "\(count)"
        case .money(let minor): "\(minor)"
        case .share(let share): "\(share)"
        }
    }

    /// Ends with a no where a measure of any period lies beyond a limit.
    func refuse(_ series: MeasureSeries, beyond limits: [MetricThreshold], from first: Int = 0) throws {
        for limit in limits {
            for period in first..<series.periods.count {
                guard let value = series.value(of: limit.metric, in: period),
                    limit.isCrossed(by: value, minorUnits: minorUnits)
                else { continue }
                let day = series.periods.days(of: period).lowerBound
                throw NegativeAnswer(
                    message:
                        "\(limit.metric.rawValue) is \(text(value)) in the \(by.rawValue) of \(day), beyond \(limit).")
            }
        }
    }

    private struct Report: Encodable {
        let asOf, by, currency, refundDating, deliveredFrom: String
        let rows: [Row]
    }

    /// One period; measures that the data cannot give are null.
    struct Row: Encodable {
        let start, end: String
        let isComplete: Bool
        var values: [(metric: Metric, value: MetricValue?)] = []
        var filters: [String: String] = [:]

        init(start: String, end: String, isComplete: Bool) {
            (self.start, self.end, self.isComplete) = (start, end, isComplete)
        }

        private struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(start, forKey: Key(stringValue: "start"))
            try container.encode(end, forKey: Key(stringValue: "end"))
            try container.encode(isComplete, forKey: Key(stringValue: "complete"))
            for (metric, value) in values {
                let key = Key(stringValue: metric.key)
                switch value {
                case nil: try container.encodeNil(forKey: key)
                case .count(let count): try container.encode(count, forKey: key)
                case .money(let minor): try container.encode(minor, forKey: key)
                case .share(let share): try container.encode(share, forKey: key)
                }
            }
            for (key, filter) in filters { try container.encode(filter, forKey: Key(stringValue: key)) }
        }
    }
}
