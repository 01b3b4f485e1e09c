import ArgumentParser
import Customers
import Workspace

extension SegmentCommand {
    struct Contrast: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What sets the people of a filter apart from others.",
            discussion: """
                Traits with at most 200 values, ages and events that are true of a clearly different share of the people than of \
                the others (three standard errors or more), the clearest first; traits and events that the filters themselves ask \
                about are left out. The others are those of --against who are not \
                among the people, or everybody else.
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Option(name: .long, help: ArgumentHelp("The others: a filter.", valueName: "filter")) var against: String?
        @Argument(help: "The filter.") var filter: String

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            let contrast = try waitingForInterrupts { [filter, against] in
                try await session.contrast(of: filter, against: against, in: scope, asOf: asOf)
            }
            try ContrastOutput(contrast: contrast.limited(to: scope), asOf: asOf).print(as: printing.format ?? .text)
        }
    }
}
