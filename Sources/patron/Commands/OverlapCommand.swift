import ArgumentParser
import Customers
import Terminal
import Workspace

extension SegmentCommand {
    struct Overlap: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "How many people each two of some saved segments share.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Argument(help: "The names of two segments or more.") var names: [String]

        private struct Matrix: Encodable {
            let segments: [String]
            let overlap: [[Int]]
            let asOf: String
        }

        func validate() throws {
            guard names.count >= 2 else { throw ValidationError("An overlap takes the names of two segments or more.") }
        }

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            let (names, counts) = try waiting { [names] in
                var segments: [Segment] = []
                for name in names { segments.append(try await session.segment(name)) }
                let overlap = try await session.overlap(of: segments.map(\.source), in: scope, asOf: asOf)
                return (segments.map(\.name), overlap.counts)
            }
            switch printing.format ?? .text {
            case .json: try Printer.json(Matrix(segments: names, overlap: counts, asOf: asOf.description))
            case .csv:
                Printer.csv(
                    ["segment"] + names, zip(names, counts).map { name, row in [name] + row.map { "\($0)" } })
            case .text:
                var table = TextTable([("people in both", .left)] + names.map { ($0, .right) })
                for (name, row) in zip(names, counts) { table.append([name] + row.map { Numbers.grouped($0) }) }
                table.print()
            }
        }
    }
}
