/// Turns the values of an axis into scores; larger values are better.
struct Scoring<Value: Ranked> {
    /// Where scores change, one fewer than there are scores, never falling.
    let cuts: [Value]
    /// Whether a value that equals a cut is already past it.
    let isPastAtCut: Bool

    /// Fixed cuts: a value that reaches one is past it.
    init(fixed cuts: [Value]) {
        self.cuts = cuts
        isPastAtCut = true
    }

    /// Cuts by the share of values that are strictly worse.
    ///
    /// The score is `1 + floor(groups * worse / n)`. It passes *k* as soon as `ceil(k * n / groups)` values are worse,
    /// that is for every value above the one that stands at that place from the worst: that one is the cut. Equal
    /// values are on the same side of every cut.
    init(quantilesOf values: [Value], groups: Int) {
        let places = (1..<groups).map { ($0 * values.count + groups - 1) / groups - 1 }
        cuts = values.elements(atSorted: values.isEmpty ? [] : places)
        isPastAtCut = false
    }

    /// 1 for the worst values, one more past every cut.
    func score(of value: Value) -> UInt8 {
        var score: UInt8 = 1
        if isPastAtCut {
            for cut in cuts where cut <= value { score += 1 }
        } else {
            for cut in cuts where cut < value { score += 1 }
        }
        return score
    }
}
