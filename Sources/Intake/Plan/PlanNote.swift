public import Phrases

/// Something that people should know about a guessed plan.
public enum PlanNote: Hashable, Sendable {
    /// Day and month could be either way round in every row of the sample; day first was taken.
    case ambiguousDate(column: String)
    /// Two columns had one name; the later got a number.
    case renamed(column: String, to: String)
    /// A column without a name was empty and is left out.
    case leftOut(position: Int)
    /// A column without a name got one.
    case named(position: Int, as: String)
    /// The sample holds no value of the column, so it was taken as text.
    case empty(column: String)
    /// An order file without an order id: each row becomes an order.
    case noOrderID
    /// Rows with both a customer and a product: each row becomes an order.
    case productsInOrders
    /// Times without a zone are read in the workspace's zone.
    case localTimes(column: String)
}

extension PlanNote: CustomStringConvertible {
    public var description: String { phrase.description }

    /// What people should know, as one full sentence.
    public var phrase: Phrase {
        switch self {
        case .ambiguousDate(let column):
            Phrase(
                "plan.note.dates",
                "Dates in ‘%1’ could have day or month first; day first was taken. A mapping can say otherwise.", column
            )
        case .renamed(let column, let name):
            Phrase("plan.note.renamed", "A second column ‘%1’ is called ‘%2’.", column, name)
        case .leftOut(let position):
            Phrase("plan.note.leftout", "Column %1 has no name and no values and is left out.", "\(position + 1)")
        case .named(let position, let name):
            Phrase("plan.note.named", "Column %1 has no name and is called ‘%2’.", "\(position + 1)", name)
        case .empty(let column):
            Phrase("plan.note.empty", "‘%1’ is empty in the rows looked at and was taken as text.", column)
        case .noOrderID: Phrase("plan.note.orders", "There is no order id, so each row is taken as an order.")
        case .productsInOrders:
            Phrase(
                "plan.note.products", "Rows name both a customer and a product; each row is taken as an order.")
        case .localTimes(let column):
            Phrase(
                "plan.note.zone", "Times in ‘%1’ have no zone and are read in the workspace's zone.", column)
        }
    }
}
