/// A stretch of time: from its lower end up to, and without, its upper end; open where an end is none.
///
/// Counts milliseconds since 1970, or days since then where dates are tested.
struct Window: Hashable, Sendable {
    var lower: Edge?
    var upper: Edge?

    /// The stretch, where it is the same for all profiles.
    var fixed: Range<Int64>? {
        let bounds = (lower ?? .at(.min), upper ?? .at(.max))
        guard case (.at(let start), .at(let end)) = bounds else { return nil }
        return start..<max(start, end)
    }
}

/// An end of a stretch of time.
enum Edge: Hashable, Sendable {
    case at(Int64)
    /// Each profile's own.
    case trait(TraitEdge)
}

/// An end of a stretch of time that a profile's trait gives; a profile without a value has an empty stretch.
struct TraitEdge: Hashable, Sendable {
    /// What becomes of the trait's value.
    enum Rounding: Hashable, Sendable {
        /// The value.
        case exact
        /// The next millisecond, or the next day where days are counted.
        case next
        /// The beginning of the value's local day.
        case day
        /// The beginning of the next local day.
        case nextDay
    }

    let trait: String
    let rounding: Rounding
}
