public import Customers
public import Filters

extension Filter {
    /// A cell by the scores that are given: `rfm.recency = 5 and rfm.frequency = 3 and rfm.monetary = 2`.
    ///
    /// `variant`: the report whose scores they are, as ``RFMOptions/variant(standardGroups:calendar:currency:)`` says it.
    ///
    /// - Precondition: at least one score is given.
    public static func rfm(
        recency: Int? = nil, frequency: Int? = nil, monetary: Int? = nil, of variant: RFMVariant = .standard
    ) -> Filter {
        let axes: [(RFMFigure, Int?)] = [(.recency, recency), (.frequency, frequency), (.monetary, monetary)]
        let conditions = axes.compactMap { figure, score in
            score.map {
                Filter.derived(
                    .rfm(figure, variant), .compare(.equal, .number(DecimalLiteral(coefficient: Int64($0)))))
            }
        }
        precondition(!conditions.isEmpty, "a cell without scores")
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    /// The members of a cell, all three scores said.
    public static func rfm(cell score: RFMScore, of variant: RFMVariant = .standard) -> Filter {
        .rfm(recency: score.recency, frequency: score.frequency, monetary: score.monetary, of: variant)
    }

    /// The members of a group: `rfm.group = "Champions"`.
    public static func rfm(group: RFMGroup, of variant: RFMVariant = .standard) -> Filter {
        .derived(.rfm(.group, variant), .compare(.equal, .text(group.name)))
    }

    /// Those who went from a group at an instant to another one now; no group is that of those who bought nothing, also
    /// because nobody knew them yet.
    public static func rfm(
        move: RFMMoves.Move, since earlier: Instant, of variant: RFMVariant = .standard
    ) -> Filter {
        func then(_ state: Filter) -> Filter { .asOf(.instant(LocalInstant(earlier)), state) }
        let from =
            move.from.map { then(.rfm(group: $0, of: variant)) }
            ?? .not(then(.derived(.rfm(.group, variant), .exists)))
        return .all([from, move.to.map { .rfm(group: $0, of: variant) } ?? .derived(.rfm(.group, variant), .missing)])
    }
}
