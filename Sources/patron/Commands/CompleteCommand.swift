import ArgumentParser
import Customers
import Filters
import Terminal
import Workspace

extension SegmentCommand {
    struct Complete: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "complete", abstract: "What may stand at a place of a filter's text.",
            discussion: "The best comes first. The range is what a choice replaces, in bytes of UTF-8.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var printing: PrintOptions
        @Option(name: .long, help: "The place, in bytes of UTF-8 from the beginning; the end where none is given.")
        var at: Int?
        @Option(name: .long, help: "The most candidates to print.") var limit = 20
        @Argument(help: "The text, which need not be a whole filter.") var text: String

        private struct Line: Encodable {
            let text, kind: String
            let count: Int?
        }

        private struct Completions: Encodable {
            let start, end: Int
            let candidates: [Line]
        }

        func validate() throws {
            guard limit >= 0 else { throw ValidationError("The limit must not be below 0.") }
            guard let at, !(0...text.utf8.count).contains(at) else { return }
            throw ValidationError("The text has \(text.utf8.count) bytes; --at lies outside it.")
        }

        func run() throws {
            let session = try store.open()
            let found = try waiting { [text, at, limit] in
                try await session.complete(text, at: at ?? text.utf8.count, limit: limit)
            }
            let range = found.range
            let lines = found.items.prefix(limit).map { Line(text: $0.text, kind: $0.kind.rawValue, count: $0.count) }
            switch printing.format ?? .text {
            case .json:
                try Printer.json(Completions(start: range.lowerBound, end: range.upperBound, candidates: lines))
            case .csv:
                Printer.csv(
                    ["text", "kind", "count", "start", "end"],
                    lines.map {
                        [
                            $0.text, $0.kind, $0.count.map(String.init) ?? "", "\(range.lowerBound)",
                            "\(range.upperBound)",
                        ]
                    })
            case .text:
                var table = TextTable([("candidate", .left), ("kind", .left), ("count", .right)])
                for line in lines { table.append([line.text, line.kind, line.count.map(Numbers.grouped) ?? ""]) }
                table.print()
                Printer.line("for bytes \(range.lowerBound)..<\(range.upperBound)")
            }
        }
    }
}
