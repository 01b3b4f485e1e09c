public import Analytics

/// Which side of customer value is asked for.
public enum ValueView: Hashable, Sendable {
    case concentration, age
    case trait(String)
}

/// What customers have brought, as rows that each open to their people.
public struct ValueFigures: Hashable, Sendable {
    /// One row: a value of a trait, an age, or a share of buyers.
    public struct Row: Hashable, Sendable {
        /// The value of a trait as text; empty for people without one, and in other views.
        public let value: String
        public let figures: Figures
        /// The filter that gives the people; none where none says them.
        public let filter: String?

        public init(value: String = "", figures: Figures, filter: String?) {
            self.value = value
            self.figures = figures
            self.filter = filter
        }
    }

    /// The numbers of a row, by view.
    public enum Figures: Hashable, Sendable {
        case group(ValueGroup)
        case age(ValueByAge.Row)
        case point(Concentration.Point)
    }

    public let rows: [Row]
    /// All buyers, and what they brought in minor units.
    public let buyers: Int
    public let revenue: Int64
    public let gini: Double?
    /// The time that the evaluation took.
    public let milliseconds: Double

    public init(rows: [Row], buyers: Int, revenue: Int64, gini: Double? = nil, milliseconds: Double = 0) {
        self.rows = rows
        self.buyers = buyers
        self.revenue = revenue
        self.gini = gini
        self.milliseconds = milliseconds
    }
}
