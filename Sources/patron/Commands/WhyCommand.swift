import ArgumentParser
import Customers
import Screens
import Workspace

extension SegmentCommand {
    struct Why: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "why",
            abstract: "Why a person is in a filter or is not, and when time alone will change that.",
            discussion: """
                Every group and condition of the filter is shown with whether it holds and with the facts that decide: the \
                trait's value and its source, the events that count, the figure. What happened at or after --as-of is left out.
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Option(name: .long, help: "An identifier such as profile_id:17.") var profile: String
        @Argument(help: "The filter, or the name of a saved segment.") var filter: String

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            let (reasons, currency) = try waitingForInterrupts { [filter, profile] in
                let number = try await session.profile(named: profile)
                return (
                    try await session.reasons(
                        try await session.filter(orSegment: filter), in: scope, for: number, asOf: asOf),
                    try await session.settings().currency
                )
            }
            switch printing.format ?? .text {
            case .json:
                try Printer.json(ReasonsJSON(reasons, profile: profile, asOf: asOf, currency: currency.code))
            case .csv:
                Printer.csv(
                    ["depth", "kind", "text", "holds", "evidence"],
                    reasons.root.flattened().map { node, depth in
                        let words = node.evidence.map { EvidenceText($0, Amounts(currency: currency)).text }
                        return [
                            "\(depth)", node.kind.rawValue, node.text, "\(node.holds)", words.joined(separator: "; "),
                        ]
                    })
            case .text: ReasonsText(reasons: reasons, amounts: Amounts(currency: currency)).print(profile, asOf: asOf)
            }
        }
    }
}
