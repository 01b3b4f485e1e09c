/// What will be done with a file: its kind, its format, and what each column becomes.
public struct FilePlan: Hashable, Sendable {
    public var kind: FileKind
    /// The name of the source that the file's records come from.
    public var source: String
    public var format: FileFormat
    /// In the order of the file, constants last.
    public var columns: [ColumnPlan]
    /// What the guess wants people to know.
    public var notes: [PlanNote]

    public init(
        kind: FileKind, source: String, format: FileFormat, columns: [ColumnPlan], notes: [PlanNote] = []
    ) {
        self.kind = kind
        self.source = source
        self.format = format
        self.columns = columns
        self.notes = notes
    }

    /// The columns that a batch holds, in the order in which it holds them: all that are not ignored.
    public var stored: [ColumnPlan] {
        columns.filter { $0.role != .ignored }
    }
}

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
    public var description: String {
        switch self {
        case .ambiguousDate(let column):
            "Dates in ‘\(column)’ could have day or month first; day first was taken. A mapping can say otherwise."
        case .renamed(let column, let name): "A second column ‘\(column)’ is called ‘\(name)’."
        case .leftOut(let position): "Column \(position + 1) has no name and no values and is left out."
        case .named(let position, let name): "Column \(position + 1) has no name and is called ‘\(name)’."
        case .empty(let column): "‘\(column)’ is empty in the rows looked at and was taken as text."
        case .noOrderID: "There is no order id, so each row is taken as an order."
        case .productsInOrders: "Rows name both a customer and a product; each row is taken as an order."
        case .localTimes(let column): "Times in ‘\(column)’ have no zone and are read in the workspace's zone."
        }
    }
}
