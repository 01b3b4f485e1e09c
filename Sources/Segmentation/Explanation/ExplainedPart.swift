import Columnar
import Customers
import Filters

/// A part of an evaluated filter: a line, or a group of parts.
struct ExplainedPart {
    enum Kind {
        /// The line of this number.
        case line(Int)
        case all([ExplainedPart])
        case any([ExplainedPart])
        /// Those of a base that are not in the part.
        case not([ExplainedPart], base: Bitmap)
        /// The part at another date, of which only those of a base remain.
        case asOf([ExplainedPart], base: Bitmap)
    }

    let kind: Kind
    /// The members of the part.
    let set: Bitmap

    /// A line with its members.
    init(line number: Int, set: Bitmap) {
        kind = .line(number)
        self.set = set
    }

    /// A group of parts, joined as its filter says.
    ///
    /// `base`: the profiles that exist at the group's date.
    init(_ parts: [ExplainedPart], joinedBy group: Filter, base: Bitmap) {
        switch group {
        case .any:
            kind = .any(parts)
            set = parts.reduce(into: Bitmap(rows: base.rows)) { $0 |= $1.set }
        case .not:
            kind = .not(parts, base: base)
            set = parts.reduce(into: base) { $0.subtract($1.set) }
        case .asOf:
            kind = .asOf(parts, base: base)
            set = parts.reduce(into: base) { $0 &= $1.set }
        default:
            kind = .all(parts)
            set = parts.reduce(into: base) { $0 &= $1.set }
        }
    }
}

/// What the whole filter becomes when one place of it is filled with a set: one set where that set holds a profile,
/// another where it does not.
struct ExplainedPlace {
    let inside: Bitmap
    let outside: Bitmap

    /// The place of one part of a group that stands in this place, beside some other parts.
    ///
    /// - Parameters:
    ///   - others: the sets of the parts beside it; none where it has the group to itself.
    ///   - kind: how the group joins.
    /// - Returns: the place of the part.
    func part(beside others: Bitmap?, in kind: ExplainedPart.Kind) -> ExplainedPlace {
        switch kind {
        case .line: self
        case .all: ExplainedPlace(inside: others.map { $0.choosing(inside, else: outside) } ?? inside, outside: outside)
        case .any: ExplainedPlace(inside: inside, outside: others.map { $0.choosing(inside, else: outside) } ?? outside)
        case .not(_, let base): ExplainedPlace(inside: outside, outside: base.choosing(inside, else: outside))
        case .asOf(_, let base): ExplainedPlace(inside: base.choosing(inside, else: outside), outside: outside)
        }
    }

    /// How many profiles the whole filter holds with a set in this place.
    func count(with set: Bitmap) -> Int { set.countChoosing(inside, else: outside) }
}

extension ExplainedPart.Kind {
    /// The parts of a group.
    var parts: [ExplainedPart] {
        switch self {
        case .line: []
        case .all(let parts), .any(let parts), .not(let parts, _), .asOf(let parts, _): parts
        }
    }

    /// Two sets joined as the group joins its parts.
    func joined(_ first: Bitmap?, _ second: Bitmap?) -> Bitmap? {
        guard let first, let second else { return first ?? second }
        if case .any = self { return first | second }
        return first & second
    }
}
