import Analytics
import Customers
import Filters
import Terminal
import Workspace

/// Prints what customers have brought.
struct ValueOutput {
    let scope: Filter?
    let currency: Currency
    let asOf: Instant
    let format: OutputFormat

    private var amounts: Amounts { Amounts(currency: currency) }

    func print(_ groups: [TraitValueGroup], of trait: String) throws {
        switch format {
        case .json:
            try Printer.json(
                Groups(
                    asOf: asOf.description, by: trait, currency: currency.code,
                    groups: groups.map { Groups.Row($0, filter: $0.filter?.text(in: scope)) }))
        case .csv:
            Printer.csv(
                ["value", "profiles", "buyers", "orders", "revenue_minor", "margin_minor", "per_profile_minor"],
                groups.map { group in
                    let figures = group.figures
                    return [
                        group.value.map { Printer.plain($0) } ?? "", "\(figures.profiles)", "\(figures.buyers)",
                        "\(figures.orders)", "\(figures.revenue)", figures.margin.map { "\($0)" } ?? "",
                        figures.perProfile.map { "\($0)" } ?? "",
                    ]
                })
        case .text:
            var table = TextTable([
                (trait, .left), ("people", .right), ("buyers", .right), ("orders", .right), ("revenue", .right),
                ("margin", .right), ("a person", .right),
            ])
            for group in groups {
                let figures = group.figures
                table.append([
                    group.value.map { amounts.value($0) } ?? "(none)", Numbers.grouped(figures.profiles),
                    Numbers.grouped(figures.buyers), Numbers.grouped(figures.orders), amounts.money(figures.revenue),
                    figures.margin.map { amounts.money($0) } ?? "-",
                    figures.perProfile.map { amounts.money($0) } ?? "-",
                ])
            }
            table.print()
        }
    }

    func print(_ value: ValueByAge, refunds: RefundDating) throws {
        switch format {
        case .json:
            try Printer.json(
                Ages(
                    asOf: asOf.description, currency: currency.code, refundDating: refunds.rawValue,
                    buyers: value.buyers,
                    revenueMinor: value.revenue,
                    ages: value.rows.map {
                        Ages.Row(
                            months: $0.months, buyers: $0.buyers, revenueMinor: $0.revenue,
                            perBuyerMinor: $0.perBuyer, filter: $0.filter.text(in: scope))
                    }))
        case .csv:
            Printer.csv(
                ["months", "buyers", "revenue_minor", "per_buyer_minor"],
                value.rows.map { ["\($0.months)", "\($0.buyers)", "\($0.revenue)", "\($0.perBuyer)"] })
        case .text:
            var table = TextTable([("months", .right), ("buyers", .right), ("a buyer", .right)])
            for row in value.rows {
                table.append(["\(row.months)", Numbers.grouped(row.buyers), amounts.money(row.perBuyer)])
            }
            table.print()
            Printer.note("Net revenue by buyer within so many months of the first purchase.")
        }
    }

    func print(_ concentration: Concentration) throws {
        let share = { (part: Double, whole: Double) in whole == 0 ? 0 : part / whole }
        let rows = concentration.points.map { point in
            Curve.Point(
                percent: point.percent, buyers: point.buyers,
                buyersShare: share(Double(point.buyers), Double(concentration.buyers)),
                revenueMinor: point.revenue,
                revenueShare: share(Double(point.revenue), Double(concentration.revenue)), leastMinor: point.least,
                filter: point.filter(digits: currency.fractionDigits).text(in: scope))
        }
        switch format {
        case .json:
            try Printer.json(
                Curve(
                    asOf: asOf.description, currency: currency.code, buyers: concentration.buyers,
                    revenueMinor: concentration.revenue, gini: concentration.gini, points: rows))
        case .csv:
            Printer.csv(
                ["percent", "buyers", "buyers_share", "revenue_minor", "revenue_share", "least_minor"],
                rows.map {
                    [
                        "\($0.percent)", "\($0.buyers)", "\($0.buyersShare)", "\($0.revenueMinor)",
                        "\($0.revenueShare)",
                        "\($0.leastMinor)",
                    ]
                })
        case .text:
            var table = TextTable([
                ("best buyers", .right), ("exactly", .right), ("people", .right), ("revenue", .right), ("from", .right),
            ])
            for row in rows {
                table.append([
                    "\(row.percent)%", Numbers.percent(row.buyersShare), Numbers.grouped(row.buyers),
                    Numbers.percent(row.revenueShare), amounts.money(row.leastMinor),
                ])
            }
            table.print()
            if let gini = concentration.gini { Printer.line("Gini \(Numbers.decimal(gini, places: 3))") }
        }
    }

    private struct Groups: Encodable {
        struct Row: Encodable {
            let value: JSONValue?
            let profiles, buyers, orders: Int
            let revenueMinor: Int64
            let marginMinor, perProfileMinor: Int64?
            let filter: String?

            init(_ group: TraitValueGroup, filter: String?) {
                value = group.value.map { JSONValue($0) }
                (profiles, buyers, orders) = (group.figures.profiles, group.figures.buyers, group.figures.orders)
                revenueMinor = group.figures.revenue
                marginMinor = group.figures.margin
                perProfileMinor = group.figures.perProfile
                self.filter = filter
            }

            private enum CodingKeys: CodingKey {
                case value, profiles, buyers, orders, revenueMinor, marginMinor, perProfileMinor, filter
            }

            // What is not known is null, not absent.
            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode(value, forKey: .value)
                try container.encode(profiles, forKey: .profiles)
                try container.encode(buyers, forKey: .buyers)
                try container.encode(orders, forKey: .orders)
                try container.encode(revenueMinor, forKey: .revenueMinor)
                try container.encode(marginMinor, forKey: .marginMinor)
                try container.encode(perProfileMinor, forKey: .perProfileMinor)
                try container.encode(filter, forKey: .filter)
            }
        }

        let asOf, by, currency: String
        let groups: [Row]
    }

    private struct Ages: Encodable {
        struct Row: Encodable {
            let months, buyers: Int
            let revenueMinor, perBuyerMinor: Int64
            let filter: String
        }

        let asOf, currency, refundDating: String
        let buyers: Int
        let revenueMinor: Int64
        let ages: [Row]
    }

    private struct Curve: Encodable {
        struct Point: Encodable {
            let percent, buyers: Int
            let buyersShare: Double
            let revenueMinor: Int64
            let revenueShare: Double
            let leastMinor: Int64
            let filter: String
        }

        let asOf, currency: String
        let buyers: Int
        let revenueMinor: Int64
        let gini: Double?
        let points: [Point]
    }
}
