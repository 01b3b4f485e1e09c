import Customers
import Terminal

/// What is known of a rule beyond its count: each part is asked for when the one before it is known, the dearest last.
struct EditorFigures: Hashable, Sendable {
    static let historyDays = 30
    static let sampleSize = 12

    var conditions = Asked<[ConditionSize]>()
    /// Sizes with neighbouring numbers.
    var sizes = Asked<[Int]>()
    var makeup = Asked<SegmentMakeup>()
    var sample = Asked<[ProfileRow]>()
    var overlaps = Asked<[SegmentOverlap]>()
    var history = Asked<[SegmentHistoryPoint]>()

    /// Asks for what is not known of a rule.
    ///
    /// - `variants`: the rule's text with neighbouring numbers.
    /// - `segments`: the segments to compare with; none for all.
    mutating func askForMissing(
        of rule: String, variants: [String], segments: [String], in context: inout Context
    ) {
        let query = context.query(rule)
        if !rule.isEmpty {
            conditions.ask(.conditions(query), in: &context)
            guard conditions.isSettled else { return }
        }
        if !variants.isEmpty {
            sizes.ask(.sizes(variants.map { context.query($0) }), in: &context)
            guard sizes.isSettled else { return }
        }
        makeup.ask(.makeup(query), in: &context)
        sample.ask(.sample(query, limit: Self.sampleSize), in: &context)
        guard makeup.isSettled, sample.isSettled else { return }
        overlaps.ask(.overlaps(query, with: segments), in: &context)
        guard overlaps.isSettled else { return }
        history.ask(.history(query, days: Self.historyDays), in: &context)
    }

    mutating func take(_ answer: Answer, to question: Question) {
        switch answer {
        case .conditions(let found): conditions.take(found, to: question)
        case .sizes(let found): sizes.take(found, to: question)
        case .makeup(let found): makeup.take(found, to: question)
        case .sample(let found): sample.take(found, to: question)
        case .overlaps(let found): overlaps.take(found, to: question)
        case .history(let found): history.take(found, to: question)
        default: break
        }
    }

    mutating func estimate(_ answer: Answer, of question: Question) {
        switch answer {
        case .conditions(let about): conditions.estimate(about, of: question)
        case .sizes(let about): sizes.estimate(about, of: question)
        default: break
        }
    }

    mutating func fail(_ failure: Failure, at question: Question) {
        conditions.fail(failure, at: question)
        sizes.fail(failure, at: question)
        makeup.fail(failure, at: question)
        sample.fail(failure, at: question)
        overlaps.fail(failure, at: question)
        history.fail(failure, at: question)
    }

    mutating func outdate() {
        conditions.outdate()
        sizes.outdate()
        makeup.outdate()
        sample.outdate()
        overlaps.outdate()
        history.outdate()
    }

    /// The condition without which the most people would come in; none where no condition keeps anybody out.
    func tightest(of count: Int) -> Int? {
        guard let sizes = conditions.value, sizes.count > 1,
            let index = sizes.indices.max(by: { sizes[$0].without < sizes[$1].without }),
            sizes[index].without > count
        else { return nil }
        return index
    }
}
