import ArgumentParser
import Customers
import Filters
import Terminal
import Workspace

extension SegmentCommand {
    struct Vary: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "vary",
            abstract: "How many people a filter would hold with neighbouring numbers in the place of each of its own.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Argument(help: "The filter.") var filter: String

        private struct Variant: Encodable {
            let number: String
            let unit: String
            let instead: String
            let count: Int
            let filter: String
        }

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            let places = NumberPlace.all(in: filter)
            let wishes = places.flatMap { place in
                place.neighbours().map { (place, $0, place.putting($0, in: filter)) }
            }
            // Read first as it stands, so that a fault is told of in the text as it was written.
            let counts = try waiting { [filter] in
                _ = try await session.count(filter, in: scope, asOf: asOf)
                return try await session.sizes(of: wishes.map(\.2), in: scope, asOf: asOf)
            }
            let variants = zip(wishes, counts).map { wish, count in
                Variant(
                    number: wish.0.value.description, unit: wish.0.unit, instead: wish.1.description, count: count,
                    filter: wish.2)
            }
            switch printing.format ?? .text {
            case .json: try Printer.json(variants)
            case .csv:
                Printer.csv(
                    ["number", "unit", "instead", "count", "filter"],
                    variants.map { [$0.number, $0.unit, $0.instead, "\($0.count)", $0.filter] })
            case .text:
                guard !variants.isEmpty else { return Printer.line("The filter has no number to vary.") }
                var table = TextTable([("number", .left), ("instead", .right), ("people", .right)])
                for variant in variants {
                    let isPresent = variant.number == variant.instead
                    table.append([
                        isPresent ? "\(variant.number) \(variant.unit)" : "", variant.instead,
                        Numbers.grouped(variant.count),
                    ])
                }
                table.print()
            }
        }
    }
}
