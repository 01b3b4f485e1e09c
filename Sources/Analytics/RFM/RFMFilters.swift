public import Filters

extension Filter {
    /// A cell by the scores that are given: `rfm.recency = 5 and rfm.frequency = 3 and rfm.monetary = 2`.
    ///
    /// - Precondition: at least one score is given.
    public static func rfm(recency: Int? = nil, frequency: Int? = nil, monetary: Int? = nil) -> Filter {
        let axes: [(Measure, Int?)] = [(.recency, recency), (.frequency, frequency), (.monetary, monetary)]
        let conditions = axes.compactMap { measure, score in
            score.map { Filter.derived(measure, .compare(.equal, .number(DecimalLiteral(coefficient: Int64($0))))) }
        }
        precondition(!conditions.isEmpty, "a cell without scores")
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    /// The members of a group: `rfm.group = "Champions"`.
    public static func rfm(group: RFMGroup) -> Filter {
        .derived(.group, .compare(.equal, .text(group.name)))
    }
}

extension RFMReport {
    /// The filter that says a cell, or nothing where the report's options are not the filter language's.
    public func filter(of cell: Cell) -> Filter? {
        filter(recency: cell.score.recency, frequency: cell.score.frequency, monetary: cell.score.monetary)
    }

    /// The filter that says a row, a column or a cell of a grid by the scores that are given.
    ///
    /// - Returns: nothing where the report's options are not those of ``RFMOptions/standard``, by which filters go.
    /// - Precondition: at least one score is given.
    public func filter(recency: Int? = nil, frequency: Int? = nil, monetary: Int? = nil) -> Filter? {
        options == .standard ? .rfm(recency: recency, frequency: frequency, monetary: monetary) : nil
    }

    /// The filter that says a group, or nothing where the report's options are not the filter language's.
    public func filter(of group: RFMGroup) -> Filter? {
        options == .standard ? .rfm(group: group) : nil
    }
}
