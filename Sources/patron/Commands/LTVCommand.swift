import Analytics
import ArgumentParser
import Customers
import Filters
import Terminal
import Workspace

struct LTVCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ltv", abstract: "What customers have brought: by a trait, by age, and by how few bring how much.",
        discussion: """
            --by TRAIT adds up purchases by the value of a trait; margin is revenue less the property ‘cost’ of orders, where \
            they have one. Net revenue is after refunds; of an order that was refunded in full the cost is left out too. --by-age: net \
            revenue by buyer in the first months since the first purchase, over the buyers for whom they have passed. \
            --concentration: the share of revenue that the best buyers bring, those of equal revenue together.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var question: QuestionOptions
    @OptionGroup var printing: PrintOptions
    @Option(name: .long, help: ArgumentHelp("A row a value of this trait.", valueName: "trait")) var by: String?
    @Flag(name: .long, help: "A row a month since the first purchase; also without any option.") var byAge = false
    @Flag(name: .long, help: "Shares of buyers with their shares of revenue.") var concentration = false
    @Option(name: .long, help: "net or gross, for --by.") var revenue: RFMOptions.Revenue = .net
    @OptionGroup var refunds: RefundOptions

    func validate() throws {
        guard (by == nil ? 0 : 1) + (byAge ? 1 : 0) + (concentration ? 1 : 0) <= 1 else {
            throw ValidationError("Write one of --by, --by-age and --concentration.")
        }
        guard refunds.refunds == .ownDate || (by == nil && !concentration) else {
            throw ValidationError("--refunds belongs to --by-age; all else counts whatever was refunded by the date.")
        }
        guard revenue == .net || by != nil else { throw ValidationError("--revenue belongs to --by.") }
    }

    func run() throws {
        let session = try store.open()
        let scope = try question.scope(session)
        let asOf = try question.instant(session)
        let currency = try waiting { try await session.settings() }.currency
        let output = ValueOutput(
            scope: try scope.map { try ParsedFilter($0).filter }, currency: currency, asOf: asOf,
            format: printing.format ?? .text)
        if let by {
            let isGross = revenue == .gross
            try output.print(
                waitingForInterrupts { try await session.value(byTrait: by, isGross: isGross, in: scope, asOf: asOf) },
                of: by)
        } else if concentration {
            try output.print(waitingForInterrupts { try await session.concentration(in: scope, asOf: asOf) })
        } else {
            let dating = refunds.refunds
            try output.print(
                waitingForInterrupts { try await session.valueByAge(in: scope, refunds: dating, asOf: asOf) },
                refunds: dating)
            if printing.format ?? .text == .text { try refunds.note(session) }
        }
    }
}
