public import ArgumentParser
public import Customers
import Foundation
import Terminal
import Workspace

struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "Lists, shows and finds people.",
        subcommands: [List.self, Show.self, TimelineCommand.self, Search.self])
}

extension ProfileColumn: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }

    public var defaultValueDescription: String { name }
}

/// A profile of a list as JSON.
struct ProfileRowJSON: Encodable {
    let profile: Int
    let identifier: String?
    let name: String
    let city: String?
    let purchases: Int
    let revenueMinor: Int64
    let currency: String
    let lastPurchase, lastSeen: String?

    init(_ row: ProfileRow, currency: String) {
        profile = row.number
        identifier = row.identifier?.description
        name = row.name
        city = row.city
        purchases = row.purchases
        revenueMinor = row.revenueMinor
        self.currency = currency
        lastPurchase = row.lastPurchase?.description
        lastSeen = row.lastSeen?.description
    }
}

/// Prints a page of profiles.
struct ProfilePagePrinter {
    let session: Session
    let format: OutputFormat

    private struct Page: Encodable {
        let total: Int
        let next: String?
        let profiles: [ProfileRowJSON]
    }

    func print(_ page: ProfilePage) throws {
        let currency = try waiting { [session] in try await session.settings().currency }
        let end = page.offset + page.rows.count
        switch format {
        case .json:
            try Printer.json(
                Page(
                    total: page.total, next: end < page.total ? "\(end)" : nil,
                    profiles: page.rows.map { ProfileRowJSON($0, currency: currency.code) }))
        case .csv:
            Printer.csv(
                ["identifier", "name", "city", "purchases", "revenue_minor", "last_purchase", "last_seen"],
                page.rows.map {
                    [
                        $0.identifier?.description ?? "", $0.name, $0.city ?? "", "\($0.purchases)",
                        "\($0.revenueMinor)",
                        $0.lastPurchase?.description ?? "", $0.lastSeen?.description ?? "",
                    ]
                })
        case .text:
            let amounts = Amounts(currency: currency)
            var table = TextTable([
                ("identifier", .left), ("name", .left), ("city", .left), ("purchases", .right), ("revenue", .right),
                ("last purchase", .left), ("last seen", .left),
            ])
            for row in page.rows {
                table.append([
                    row.identifier?.description ?? "-", row.name, row.city ?? "-", "\(row.purchases)",
                    amounts.money(row.revenueMinor), row.lastPurchase?.description ?? "-",
                    row.lastSeen?.description ?? "-",
                ])
            }
            table.print()
            Printer.note(
                "\(Numbers.grouped(page.rows.count)) of \(Numbers.grouped(page.total)) people"
                    + (end < page.total ? "; --after \(end) goes on" : ""))
        }
    }
}

extension ProfilePagePrinter {
    private struct ChosenPage: Encodable {
        let total: Int
        let next: String?
        /// Of amounts, where there are any.
        let currency: String?
        let profiles: [[String: JSONValue?]]
    }

    /// Prints the columns that were chosen.
    func print(_ page: ProfilePage, columns: [ProfileColumn]) throws {
        let amounts = Amounts(currency: try waiting { [session] in try await session.settings().currency })
        let end = page.offset + page.rows.count
        let minor = MinorUnits(columns.map(\.name), in: page.rows.map(\.values))
        switch format {
        case .json:
            let rows = page.rows.map { row in
                Dictionary(zip(minor.names, row.values.map { $0.map(JSONValue.init) })) { first, _ in first }
            }
            try Printer.json(
                ChosenPage(
                    total: page.total, next: end < page.total ? "\(end)" : nil,
                    currency: minor.isAny ? amounts.currency.code : nil,
                    profiles: rows))
        case .csv:
            Printer.csv(minor.names, page.rows.map { $0.values.map { $0.map(Printer.shown) ?? "" } })
        case .text:
            var table = TextTable(columns.map { ($0.name, $0.isFigure ? .right : .left) })
            for row in page.rows { table.append(row.values.map { $0.map(amounts.value) ?? "-" }) }
            table.print()
            Printer.note(
                "\(Numbers.grouped(page.rows.count)) of \(Numbers.grouped(page.total)) people"
                    + (end < page.total ? "; --after \(end) goes on" : ""))
        }
    }
}

extension ProfileColumn {
    /// Whether it holds numbers.
    fileprivate var isFigure: Bool {
        switch self {
        case .number, .purchases, .revenue, .averageOrder, .recency, .frequency, .monetary: true
        default: false
        }
    }
}

extension ProfileCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The people of a filter, or all.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Option(
            name: .long,
            help: "number, name, city, purchases, revenue, average_order, last_purchase, rfm.recency … or a trait.")
        var sort: ProfileColumn = .number
        @Option(name: .long, help: "What to show, parted by commas: the same names; all figures where it is not said.")
        var columns: String?
        @Flag(name: .long, help: "The greatest first.") var descending = false
        @Option(name: .long, help: "How many, at most.") var limit = 50
        @Option(name: .long, help: "Goes on after this cursor, which the page before tells.") var after: String?
        @Argument(help: "The filter.") var filter: String?

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            guard let offset = after.map(Int.init) ?? 0, offset >= 0, limit >= 0 else {
                throw UsageProblem(
                    message: "--after takes the cursor that the page before told, --limit a number from 0.")
            }
            let chosen = columns.map { text in
                text.split(separator: ",").map { ProfileColumn(named: $0.trimmingCharacters(in: .whitespaces)) }
            }
            let page = try waiting { [filter, sort, descending, limit] in
                try await session.profiles(
                    filter ?? "", in: scope, asOf: asOf, columns: chosen ?? [], sort: sort,
                    isDescending: descending, offset: offset, limit: limit)
            }
            let printer = ProfilePagePrinter(session: session, format: printing.format ?? .text)
            if let chosen { try printer.print(page, columns: chosen) } else { try printer.print(page) }
        }
    }

    struct Search: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "search", abstract: "The people whose name, city or identifier holds a text.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Option(name: .long, help: "How many, at most.") var limit = 50
        @Argument(help: "The text.") var text: String

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            let page = try waiting { [text, limit] in
                try await session.search(text, in: scope, asOf: asOf, limit: limit)
            }
            try ProfilePagePrinter(session: session, format: printing.format ?? .text).print(page)
        }
    }
}
