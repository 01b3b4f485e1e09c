public import Columnar
public import Customers
public import Filters

/// A figure or a word that another module works out for every profile.
public enum Derivation: Hashable, Sendable {
    /// `rfm.recency`, `net_revenue`
    case measure(Measure)
    /// `in segment "VIP"`
    case member(of: String)
    /// `reachable by email`
    case reachable(Channel)
    /// `consents to email for marketing`
    case consents(Channel, purpose: String)
    /// `reached step 3 of funnel "Checkout"`, its names checked
    case funnelStep(FunnelCondition)
    /// The smallest identifier of each profile, as `kind:value`; the same at every instant.
    case identifier
}

/// The derived figures that conditions may test, handed in by whoever can work them out.
///
/// What is derived depends on the date that a filter asks about, so columns are asked for by instant; the provider may
/// keep them. A column has a row a profile.
public struct DerivedColumns: Sendable {
    /// The type of a figure, or none where it cannot be worked out; answered at once.
    let type: @Sendable (Derivation) -> ValueType?
    /// The figure of every profile as of an instant.
    let column: @Sendable (Derivation, Instant) throws -> Column

    /// Makes a provider.
    ///
    /// - Parameters:
    ///   - type: the type of a figure, or none where it cannot be worked out.
    ///   - column: the figure of every profile as of an instant; called only for figures that have a type, and of that
    ///     type: text as codes or texts, booleans, integers and money as integers, others as numbers.
    public init(
        type: @escaping @Sendable (Derivation) -> ValueType?,
        column: @escaping @Sendable (Derivation, Instant) throws -> Column
    ) {
        self.type = type
        self.column = column
    }

    /// No figure at all.
    public static let none = DerivedColumns(type: { _ in nil }, column: { _, _ in Column.scores([]) })
}

extension Column {
    /// A column of small scores, one a profile; 0 is no score.
    public static func scores(_ scores: [UInt8]) -> Column {
        var present = Bitmap(rows: scores.count)
        for (profile, score) in scores.enumerated() where score != 0 { present[profile] = true }
        return .integers(
            .halves(Lane(scores.map(Int16.init))), .integer,
            present: BitmapLane(rows: scores.count, words: Lane(present.words)))
    }

    /// A column that is true for the profiles of a set.
    public static func flags(_ set: Bitmap) -> Column {
        var flags = [Int8](repeating: 0, count: set.rows)
        set.forEach { flags[$0] = 1 }
        return .integers(.bytes(Lane(flags)), .boolean, present: nil)
    }

    /// A column of amounts in minor units, one a profile.
    public static func amounts(_ amounts: [Int64]) -> Column {
        .integers(.longs(Lane(amounts)), .money, present: nil)
    }

    /// A column of names, one a profile: 0 is none, *c* is `names[c - 1]`.
    public static func groups(_ codes: [UInt8], names: [String]) -> Column {
        .codes(.bytes(Lane(codes)), Codebook(names), sets: [])
    }
}
