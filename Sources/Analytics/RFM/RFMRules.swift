import Filters

extension ScoredAxis {
    /// Scores values of which larger ones are better by a rule for quantiles.
    ///
    /// `standing`: tells equal values apart where the rule parts them; `isReversed`: whether the values stand for others of
    /// which smaller ones are better.
    init<Value: Ranked>(
        _ values: [Value], rule: RFMVariant.Rule, groups: Int, standing: [UInt32], isReversed: Bool = false,
        shown: (Value) -> Ratio
    ) {
        switch rule {
        case .share:
            self.init(values, by: Scoring(quantilesOf: values, groups: groups), groups: groups, shown: shown)
        case .ntile: self.init(partsOfEqualSize: values, standing, groups: groups, shown: shown)
        case .percentile:
            let ratios = values.map(\.ratio)
            let scoring = Scoring(percentilesOf: ratios, groups: groups, isPastAtCut: isReversed)
            self.init(ratios, by: scoring, groups: groups) { isReversed ? Ratio(-$0.sum, over: $0.count) : $0 }
        }
    }

    /// Parts of equal size from the worst value on, the first ones one greater where it does not come out even.
    ///
    /// Equal values follow one another by their standing, so that they may part.
    private init<Value: Ranked>(
        partsOfEqualSize values: [Value], _ standing: [UInt32], groups: Int, shown: (Value) -> Ratio
    ) {
        let order = values.indices.sorted { (values[$0], standing[$0]) < (values[$1], standing[$1]) }
        let (size, rest) = values.count.quotientAndRemainder(dividingBy: groups)
        var scores = [UInt8](repeating: 1, count: values.count)
        var cuts: [Value] = []
        var place = 0
        for group in 0..<groups {
            let end = place + size + (group < rest ? 1 : 0)
            for position in place..<end { scores[order[position]] = UInt8(group + 1) }
            if group < groups - 1, end > 0 { cuts.append(values[order[end - 1]]) }
            place = end
        }
        self.init(values, scores: scores, cuts: cuts, groups: groups, shown: shown)
    }
}

extension Scoring where Value == Ratio {
    /// Cuts at percentiles, between two values by how near they are.
    init(percentilesOf values: [Ratio], groups: Int, isPastAtCut: Bool) {
        let last = max(0, values.count - 1)
        let places = (1..<groups).map { (last * $0).quotientAndRemainder(dividingBy: groups) }
        let wanted = places.flatMap { [$0.quotient, min($0.quotient + 1, last)] }
        let rising = Set(wanted).sorted()
        let found = Dictionary(
            uniqueKeysWithValues: zip(rising, values.elements(atSorted: values.isEmpty ? [] : rising)))
        cuts = places.compactMap { place in
            guard let low = found[place.quotient], let high = found[min(place.quotient + 1, last)] else { return nil }
            return low.toward(high, by: Ratio(Int64(place.remainder), over: Int64(groups)))
        }
        self.isPastAtCut = isPastAtCut
    }
}

extension Ratio {
    /// A value between this one and another, at a share of the way.
    func toward(_ other: Ratio, by share: Ratio) -> Ratio {
        guard self != other, share.sum > 0 else { return self }
        let rest = share.count - share.sum
        return Ratio(
            sum * other.count * rest + other.sum * count * share.sum, over: count * other.count * share.count)
    }
}
