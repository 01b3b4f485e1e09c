/// A test of one value of a column, with all its literals in the column's own units.
struct ColumnTest: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// There is a value.
        case exists
        case text(TextTest)
        /// One of the texts, or all of them, are elements of the list.
        case list([TextTest], needsAll: Bool)
        /// In one of these ranges, which rise and lie apart.
        case integers([ClosedRange<Int64>])
        /// In one of these ranges.
        case numbers([ClosedRange<Double>])
        /// In the stretch of time that the profile's own traits bound.
        case window(Window)
    }

    let kind: Kind
    /// Whether those pass for whom the test is false, which includes those without a value.
    let isNegated: Bool

    init(_ kind: Kind, isNegated: Bool = false) {
        self.kind = kind
        self.isNegated = isNegated
    }
}
