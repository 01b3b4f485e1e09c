import ArgumentParser
import Customers
import Terminal
import Workspace

struct SegmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment", abstract: "Counts, explains, exports and keeps segments.",
        subcommands: [
            Count.self, Explain.self, Vary.self, Makeup.self, Contrast.self, Why.self, Overlap.self, History.self,
            Diff.self,
            Complete.self, Export.self, Save.self, List.self, Show.self, Delete.self,
        ])
}

extension SegmentCommand {
    struct Count: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "count", abstract: "How many people a filter holds.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Option(name: .long, help: "Ends with status 1 where fewer are counted.") var failBelow: Int?
        @Option(name: .long, help: "Ends with status 1 where more are counted.") var failAbove: Int?
        @Argument(help: "The filter.") var filter: String

        private struct Size: Encodable {
            let count, base: Int
            let share: Double
            let asOf: String
            let reach: [String: Int]
            let milliseconds: Double
        }

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            let size = try waiting { [filter] in try await session.count(filter, in: scope, asOf: asOf) }
            let reach = Dictionary(uniqueKeysWithValues: size.reach.map { ($0.key.rawValue, $0.value) })
            switch printing.format ?? .text {
            case .json:
                try Printer.json(
                    Size(
                        count: size.count, base: size.base, share: size.share, asOf: size.asOf.description,
                        reach: reach, milliseconds: size.milliseconds))
            case .csv:
                Printer.csv(
                    ["count", "base", "share", "as_of", "email", "sms", "push", "milliseconds"],
                    [
                        ["\(size.count)", "\(size.base)", "\(size.share)", size.asOf.description]
                            + Channel.allCases.map { "\(size.reach[$0] ?? 0)" } + ["\(size.milliseconds)"]
                    ])
            case .text:
                Printer.line(
                    "\(Numbers.grouped(size.count)) of \(Numbers.grouped(size.base)), \(Numbers.percent(size.share))")
                let channels = Channel.allCases.map { "\($0.rawValue) \(Numbers.grouped(size.reach[$0] ?? 0))" }
                Printer.line("reach: " + channels.joined(separator: ", "))
            }
            try judge(size.count)
        }

        private func judge(_ count: Int) throws {
            if let failBelow, count < failBelow {
                throw NegativeAnswer(message: "\(count) people are fewer than \(failBelow).")
            }
            if let failAbove, count > failAbove {
                throw NegativeAnswer(message: "\(count) people are more than \(failAbove).")
            }
        }
    }

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain", abstract: "What each condition of a filter does to its count.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Argument(help: "The filter.") var filter: String

        private struct Condition: Encodable {
            let text: String
            let depth, alone, after, without: Int
            let milliseconds: Double
        }

        private struct Explanation: Encodable {
            let count: Int
            let conditions: [Condition]
        }

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            let (count, conditions) = try waiting { [filter] in
                try await session.explain(filter, in: scope, asOf: asOf)
            }
            switch printing.format ?? .text {
            case .json:
                let lines = conditions.map {
                    Condition(
                        text: $0.text, depth: $0.depth, alone: $0.alone, after: $0.after, without: $0.without,
                        milliseconds: $0.milliseconds)
                }
                try Printer.json(Explanation(count: count, conditions: lines))
            case .csv:
                Printer.csv(
                    ["text", "depth", "alone", "after", "without", "milliseconds"],
                    conditions.map {
                        [$0.text, "\($0.depth)", "\($0.alone)", "\($0.after)", "\($0.without)", "\($0.milliseconds)"]
                    })
            case .text:
                var table = TextTable([
                    ("condition", .left), ("alone", .right), ("left after", .right), ("without", .right),
                    ("ms", .right),
                ])
                for line in conditions {
                    table.append([
                        String(repeating: "  ", count: line.depth) + line.text, Numbers.grouped(line.alone),
                        Numbers.grouped(line.after), Numbers.grouped(line.without),
                        Numbers.decimal(line.milliseconds, places: 2),
                    ])
                }
                table.print()
                Printer.line("\(Numbers.grouped(count)) people")
            }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Prints the people of a filter with chosen columns.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Option(name: .long, help: "Traits, and identifier, name, purchases, revenue, last_purchase, last_seen.")
        var columns: String?
        @Argument(help: "The filter.") var filter: String

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            let names = columns?.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init)
            let export = try waiting { [filter] in
                try await session.export(filter, in: scope, asOf: asOf, columns: names)
            }
            let minor = MinorUnits(export.columns, in: export.rows)
            switch printing.format ?? .csv {
            case .json:
                let currency = try waiting { try await session.settings().currency.code }
                for row in export.rows {
                    var members = Dictionary(
                        zip(minor.names, row).compactMap { name, value in value.map { (name, JSONValue($0)) } },
                        uniquingKeysWith: { first, _ in first })
                    if minor.isAny { members["currency"] = members["currency"] ?? JSONValue(.text(currency)) }
                    try Printer.jsonLine(members)
                }
            case .csv:
                Printer.csv(minor.names, export.rows.lazy.map { $0.map { $0.map(Printer.shown) ?? "" } })
            case .text:
                var table = TextTable(export.columns.map { ($0, .left) })
                for row in export.rows { table.append(row.map { $0.map(Printer.plain) ?? "" }) }
                table.print()
            }
        }
    }
}
