import ArgumentParser
import Customers
import Terminal
import Workspace

extension SegmentCommand {
    struct Diff: ParsableCommand {
        enum Group: String, ExpressibleByArgument, CaseIterable {
            case entered, left, stayed
        }

        static let configuration = CommandConfiguration(
            commandName: "diff",
            abstract: "Who entered and left a segment between two dates, and because of which condition.",
            discussion: """
                A condition is a cause for whoever would not have moved had it alone stayed as it was at the first date. \
                With --versions two versions of a saved segment are compared at one date.
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Option(name: .long, help: ArgumentHelp("The first date.", valueName: "time")) var from: String?
        @Option(name: .long, help: ArgumentHelp("The second date; that of --as-of.", valueName: "time")) var to: String?
        @Option(
            name: .long, parsing: .upToNextOption,
            help: ArgumentHelp("Two versions of the saved segment.", valueName: "version")) var versions: [Int] = []
        @Option(name: .long, help: "Lists the people who entered, left or stayed.") var list: Group?
        @Option(name: .long, help: "How many people are listed, at most.") var limit = 100
        @Option(name: .long, help: "Goes on after so many people.") var after = 0
        @Argument(help: "The name of a saved segment, or a filter.") var segment: String

        func validate() throws {
            guard versions.isEmpty == (from != nil), versions.isEmpty || versions.count == 2 else {
                throw ValidationError("A difference takes either --from with a date, or --versions with two versions.")
            }
            guard versions.isEmpty || to == nil else {
                throw ValidationError("Two versions are compared at the date of --as-of; leave out --to.")
            }
        }

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            let (difference, stretch) = try waitingForInterrupts { [self] in
                try await self.difference(session, in: scope, asOf: asOf)
            }
            if let list { return try print(list, of: difference, at: stretch.to, session) }
            switch printing.format ?? .text {
            case .json: try Printer.json(DifferenceJSON(difference, stretch))
            case .csv: Printer.csv(DifferenceText.header, DifferenceText(difference: difference).rows)
            case .text: DifferenceText(difference: difference).print(stretch)
            }
        }

        private func difference(
            _ session: Session, in scope: String?, asOf: Instant
        ) async throws -> (SegmentDifference, DifferenceJSON.Stretch) {
            if versions.count == 2 {
                let known = try await session.versions(of: segment)
                let sources = try versions.map { version in
                    guard let found = known.first(where: { $0.version == version }) else {
                        throw UsageProblem(message: "‘\(segment)’ has no version \(version).")
                    }
                    return found.source
                }
                let difference = try await session.difference(
                    from: sources[0], to: sources[1], in: scope, asOf: asOf)
                return (difference, DifferenceJSON.Stretch(from: nil, to: asOf, versions: versions))
            }
            let filter = try await session.filter(orSegment: segment)
            let earlier = try await session.instant(of: from ?? "")
            let later = if let to { try await session.instant(of: to) } else { asOf }
            guard earlier <= later else { throw UsageProblem(message: "--from is later than --to.") }
            return (
                try await session.difference(of: filter, in: scope, from: earlier, to: later),
                DifferenceJSON.Stretch(from: earlier, to: later, versions: nil)
            )
        }

        private func print(_ group: Group, of difference: SegmentDifference, at time: Instant, _ session: Session)
            throws
        {
            let people =
                switch group {
                case .entered: difference.entered.all
                case .left: difference.left.all
                case .stayed: difference.stayed
                }
            let page = try waiting { [limit, after] in
                try await session.profiles(people.filter, asOf: time, offset: after, limit: limit)
            }
            try ProfilePagePrinter(session: session, format: printing.format ?? .text).print(page)
        }
    }
}
