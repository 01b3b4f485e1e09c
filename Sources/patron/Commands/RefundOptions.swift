public import Analytics
public import ArgumentParser
import Terminal
import Workspace

extension RefundDating: ExpressibleByArgument {}

/// When reports of money by period take refunds.
struct RefundOptions: ParsableArguments {
    @Option(name: .long, help: "own-date, or order-date: refunds count with their orders.")
    var refunds = RefundDating.ownDate

    /// Says beside a report for people when refunds count and which do not; nothing where no event tells of refunds.
    func note(_ session: Session) throws {
        guard let uncounted = try waiting({ try await session.uncountedRefunds() }) else { return }
        Printer.note(
            refunds == .ownDate
                ? "Refunds count on their own dates; --refunds order-date counts them with their orders."
                : "Refunds count on the dates of their orders.")
        for sentence in uncounted.sentences { Printer.note(sentence) }
    }
}

extension UncountedRefunds {
    /// Why some refunds take nothing off, or less than they say.
    var sentences: [String] {
        [
            (
                ofNoOrder, "names no known order and takes nothing off; its order_id is that of no order.",
                "name no known order and take nothing off; their order_id is that of no order."
            ),
            (
                ofCancelled, "is of a cancelled order, which brought nothing.",
                "are of cancelled orders, which brought nothing."
            ),
            (
                unreadable,
                "takes nothing off: its amount is no number, or its product is not in the order with a price.",
                "take nothing off: their amount is no number, or their product is not in the order with a price."
            ),
            (
                beyondOrder, "asks more than was left of its order, and takes that.",
                "ask more than was left of their order, and take that."
            ),
        ].filter { $0.0 > 0 }.map { count, one, other in
            count == 1 ? "1 refund \(one)" : "\(Numbers.grouped(count)) refunds \(other)"
        }
    }
}
