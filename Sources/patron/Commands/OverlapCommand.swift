import ArgumentParser
import Customers
import Terminal
import Workspace

extension SegmentCommand {
    struct Overlap: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "overlap",
            abstract: "How many people each two of some saved segments share, or a filter shares with segments.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Option(name: .long, help: "A filter to compare with the segments named, or with all.") var filter: String?
        @Argument(help: "The names of two segments or more; with --filter any number.") var names: [String] = []

        private struct Matrix: Encodable {
            let segments: [String]
            let overlap: [[Int]]
            let asOf: String
        }

        private struct Shared: Encodable {
            let segment: String
            let shared, size: Int
        }

        func validate() throws {
            guard filter == nil else { return }
            guard names.count >= 2 else { throw ValidationError("An overlap takes the names of two segments or more.") }
        }

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            if let filter { return try compare(filter, session, scope, asOf) }
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

        private func compare(_ filter: String, _ session: Session, _ scope: String?, _ asOf: Instant) throws {
            let overlaps = try waiting { [names] in
                for name in names { _ = try await session.segment(name) }
                return try await session.overlaps(
                    of: filter, with: names.isEmpty ? nil : names, in: scope, asOf: asOf)
            }
            switch printing.format ?? .text {
            case .json:
                try Printer.json(
                    overlaps.map { Shared(segment: $0.segment, shared: $0.shared, size: $0.size) })
            case .csv:
                Printer.csv(
                    ["segment", "shared", "size"], overlaps.map { [$0.segment, "\($0.shared)", "\($0.size)"] })
            case .text:
                var table = TextTable([("segment", .left), ("in both", .right), ("in the segment", .right)])
                for overlap in overlaps {
                    table.append([
                        overlap.segment, Numbers.grouped(overlap.shared), Numbers.grouped(overlap.size),
                    ])
                }
                table.print()
            }
        }
    }
}
