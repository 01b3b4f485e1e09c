public import Customers
import Phrases

/// What a row lacks that rows of its kind must have.
public enum RowLack: Hashable, Sendable {
    case eventName, time, orderDate, orderID, productID
    /// Of a row of consents.
    case identifier, channel, state
    /// What the workspace lacks for the row: the rate of its currency, by the code, on its day.
    case rate(of: String, on: CivilDate)
}

extension RowLack {
    /// That a row lacks it, as one full sentence.
    var sentence: Phrase {
        guard case .rate(let code, let date) = self else {
            return Phrase("reject.missing", "The row has no %1.").with(noun)
        }
        return Phrase("reject.rate", "The row has no rate of %1 for %2.", code, date.description)
    }

    /// What is lacking, as it stands after ‘no’.
    private var noun: Phrase {
        switch self {
        case .eventName: Phrase("reject.needs.event", "event name")
        case .time: Phrase("reject.needs.time", "time")
        case .orderDate: Phrase("reject.needs.date", "order date")
        case .orderID: Phrase("reject.needs.order", "order id")
        case .productID: Phrase("reject.needs.product", "product id")
        case .identifier: Phrase("reject.needs.identifier", "identifier")
        case .channel: Phrase("reject.needs.channel", "channel")
        case .state: Phrase("reject.needs.state", "state")
        case .rate(let code, _): Phrase(verbatim: code)
        }
    }
}
