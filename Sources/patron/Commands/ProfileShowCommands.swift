import ArgumentParser
import Customers
import Foundation
import Terminal
import Workspace

extension ProfileCommand {
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Everything about one profile but its events.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Argument(help: "An identifier such as profile_id:17.") var id: String

        private struct Trait: Encodable {
            let name: String
            let value: JSONValue
            let source: String
            let time: String?
        }

        private struct Scores: Encodable {
            let recency, frequency, monetary: Int
            let group: String
        }

        private struct Card: Encodable {
            let profile: ProfileRowJSON
            let identifiers: [String]
            let traits: [Trait]
            let sources: [String]
            let reach: [String]
            let rfm: Scores?
            let segments: [String]
            let events, orders: Int
        }

        func run() throws {
            let session = try store.open()
            let asOf = try question.instant(session)
            let (card, currency) = try waiting { [id] in
                (
                    try await session.card(of: session.profile(named: id), asOf: asOf),
                    try await session.settings().currency
                )
            }
            switch printing.format ?? .text {
            case .json: try Printer.json(json(card, currency: currency.code))
            case .csv:
                Printer.csv(
                    ["name", "value", "source", "time"],
                    card.traits.map { [$0.name, Printer.plain($0.value), $0.source, $0.time?.description ?? ""] })
            case .text: print(card, Amounts(currency: currency))
            }
        }

        private func json(_ card: ProfileCard, currency: String) -> Card {
            Card(
                profile: ProfileRowJSON(card.row, currency: currency), identifiers: card.identifiers.map(\.description),
                traits: card.traits.map {
                    Trait(name: $0.name, value: JSONValue($0.value), source: $0.source, time: $0.time?.description)
                },
                sources: card.sources, reach: card.reach.map(\.rawValue).sorted(),
                rfm: card.rfm.map {
                    Scores(recency: $0.recency, frequency: $0.frequency, monetary: $0.monetary, group: $0.group)
                },
                segments: card.segments, events: card.events, orders: card.orders)
        }

        private func print(_ card: ProfileCard, _ amounts: Amounts) {
            var table = TextTable([("what", .left), ("value", .left), ("source", .left)])
            table.append(["name", card.row.name, ""])
            for identifier in card.identifiers { table.append(["identifier", identifier.description, ""]) }
            table.append(["purchases", "\(card.row.purchases)", ""])
            table.append(["revenue", amounts.money(card.row.revenueMinor), ""])
            table.append(["last purchase", card.row.lastPurchase?.description ?? "-", ""])
            if let rfm = card.rfm {
                table.append(["RFM", "\(rfm.recency) \(rfm.frequency) \(rfm.monetary) \(rfm.group)", ""])
            }
            table.append(["events", Numbers.grouped(card.events), ""])
            table.append(["orders", Numbers.grouped(card.orders), ""])
            table.append(["reach", card.reach.map(\.rawValue).sorted().joined(separator: ", "), ""])
            table.append(["segments", card.segments.joined(separator: ", "), ""])
            for trait in card.traits { table.append([trait.name, amounts.value(trait.value), trait.source]) }
            table.print()
        }
    }

    struct TimelineCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "timeline", abstract: "What a profile did, newest first.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Option(name: .long, help: "How many, at most.") var limit = 100
        @Option(name: .long, help: "Goes on after so many.") var after = 0
        @Option(name: .long, help: "Events of these names alone, parted by commas; order for orders.")
        var names: String?
        @Argument(help: "An identifier such as profile_id:17.") var id: String

        private struct Entry: Encodable {
            let kind, time, name: String
            let properties: [String: JSONValue]
            let lines: [[String: JSONValue]]?
        }

        private struct Page: Encodable {
            let total: Int
            let entries: [Entry]
        }

        func run() throws {
            let session = try store.open()
            let asOf = try question.instant(session)
            let names = Set((names ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
            let (page, currency) = try waiting { [id, limit, after] in
                let profile = try await session.profile(named: id)
                return (
                    try await session.timeline(
                        of: profile, asOf: asOf, names: names, offset: after, limit: limit),
                    try await session.settings().currency
                )
            }
            switch printing.format ?? .text {
            case .json:
                try Printer.json(
                    Page(
                        total: page.total,
                        entries: page.entries.map {
                            Entry(
                                kind: $0.kind.rawValue, time: $0.time.description, name: $0.name,
                                properties: $0.properties.json, lines: $0.kind == .order ? $0.lines.map(\.json) : nil)
                        }))
            case .csv:
                Printer.csv(
                    ["time", "kind", "name", "properties"],
                    page.entries.map {
                        [$0.time.description, $0.kind.rawValue, $0.name, Self.words($0.properties, nil)]
                    })
            case .text: print(page, Amounts(currency: currency))
            }
        }

        private func print(_ page: TimelinePage, _ amounts: Amounts) {
            var table = TextTable([("time", .left), ("what", .left), ("with", .left)])
            for entry in page.entries {
                table.append([entry.time.description, entry.name, Self.words(entry.properties, amounts)])
                for line in entry.lines { table.append(["", "  line", Self.words(line, amounts)]) }
            }
            table.print()
            Printer.note("\(page.entries.count) of \(Numbers.grouped(page.total))")
        }

        private static func words(_ values: [NamedValue], _ amounts: Amounts?) -> String {
            values.map { "\($0.name)=\(amounts?.value($0.value) ?? Printer.plain($0.value))" }.joined(separator: " ")
        }
    }
}
