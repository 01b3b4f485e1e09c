import ArgumentParser
import Customers
import Terminal
import Workspace

extension SegmentCommand {
    struct Makeup: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "makeup",
            abstract: "Who the people of a filter are and what they bought: revenue, places, ages.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Argument(help: "The filter.") var filter: String

        private struct Part: Encodable {
            let label: String
            let people: Int
            let filter: String
        }

        private struct Breakdown: Encodable {
            let trait: String
            let values: [Part]
            let others, unknown: Int
        }

        private struct Report: Encodable {
            let people, buyers, purchases: Int
            let revenueMinor: Int64
            let yearPurchases: Int
            let yearRevenueMinor: Int64
            let breakdowns: [Breakdown]
            let asOf: String
        }

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            let (makeup, currency) = try waiting { [filter] in
                (try await session.makeup(of: filter, in: scope, asOf: asOf), try await session.settings().currency)
            }
            switch printing.format ?? .text {
            case .json: try Printer.json(try report(makeup, in: scope, asOf))
            case .csv:
                Printer.csv(
                    ["trait", "value", "people", "filter"],
                    try makeup.breakdowns.flatMap { breakdown in
                        try breakdown.values.map {
                            [
                                breakdown.trait, $0.label, "\($0.people.count)",
                                try $0.people.joined(to: [scope, filter]).filter,
                            ]
                        } + [
                            [breakdown.trait, "(others)", "\(breakdown.others)", ""],
                            [breakdown.trait, "(unknown)", "\(breakdown.unknown)", ""],
                        ]
                    })
            case .text: print(makeup, Amounts(currency: currency))
            }
        }

        private func report(_ makeup: SegmentMakeup, in scope: String?, _ asOf: Instant) throws -> Report {
            Report(
                people: makeup.people, buyers: makeup.buyers, purchases: makeup.purchases,
                revenueMinor: makeup.revenueMinor, yearPurchases: makeup.yearPurchases,
                yearRevenueMinor: makeup.yearRevenueMinor,
                breakdowns: try makeup.breakdowns.map { breakdown in
                    Breakdown(
                        trait: breakdown.trait,
                        values: try breakdown.values.map {
                            Part(
                                label: $0.label, people: $0.people.count,
                                filter: try $0.people.joined(to: [scope, filter]).filter)
                        }, others: breakdown.others, unknown: breakdown.unknown)
                }, asOf: asOf.description)
        }

        private func print(_ makeup: SegmentMakeup, _ amounts: Amounts) {
            let count = { (number: Int) in Numbers.grouped(number) }
            Printer.line(
                "\(count(makeup.people)) people, \(count(makeup.buyers)) of them bought, "
                    + "\(count(makeup.purchases)) purchases for \(amounts.money(makeup.revenueMinor))")
            Printer.line(
                "in the last twelve months: \(count(makeup.yearPurchases)) purchases for "
                    + amounts.money(makeup.yearRevenueMinor))
            for breakdown in makeup.breakdowns {
                var table = TextTable([(breakdown.trait, .left), ("people", .right), ("share", .right)])
                let rows =
                    breakdown.values.map { ($0.label, $0.people.count) }
                    + [("(others)", breakdown.others), ("(unknown)", breakdown.unknown)].filter { $0.1 > 0 }
                for (label, people) in rows {
                    let share = Double(people) / Double(max(1, makeup.people))
                    table.append([label, count(people), Numbers.percent(share)])
                }
                table.print()
            }
        }
    }
}
