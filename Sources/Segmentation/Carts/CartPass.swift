import Columnar
import Filters

/// Follows the carts of all profiles through time at once, of each profile its present one.
///
/// Adds and purchases are taken in time order, purchases first where instants are equal, since a purchase in the instant of
/// an add comes before it and orders only an earlier cart. A cart is closed by the add that begins the next, or at the end;
/// what became of it is known then.
enum CartPass {
    /// The steps of the cursors.
    private static let (add, purchase) = (0, 1)

    /// The profiles with such a cart, as far as it is known before an instant.
    ///
    /// `few`: those that are asked about; none where all are.
    ///
    /// - Throws: `CancellationError`
    /// - Complexity: O(profiles + adds and purchases from the beginning of the stretch of time to a day after it)
    static func profiles(
        with condition: CartCondition, by scan: EventScan, among few: Bitmap? = nil
    ) throws -> Bitmap {
        let question = CartQuestion(condition, scan)
        let candidates = candidates(for: question, by: scan, among: few)
        var cursors = cursors(for: question, of: candidates, by: scan)
        // The last add of each candidate's present cart, and whether a purchase followed it in time.
        var lasts = [Int64](repeating: .min, count: candidates.count)
        var ordered = [Bool](repeating: false, count: candidates.count)
        var members = Bitmap(rows: candidates.count)
        while true {
            cursors = try cursors.filter { try $0.fill() }
            guard !cursors.isEmpty else { break }
            take(cursors, question, &lasts, &ordered, &members)
        }
        for (number, last) in lasts.enumerated() where question.isMeant(last, ordered[number], of: number) {
            members[number] = true
        }
        return candidates.profiles(numbered: members)
    }

    /// Takes events in their order until a cursor has none at hand.
    private static func take(
        _ cursors: [StepCursor], _ question: CartQuestion, _ lasts: inout [Int64], _ ordered: inout [Bool],
        _ members: inout Bitmap
    ) {
        var runs = cursors.map(\.run)
        runs.withUnsafeMutableBufferPointer { runs in
            lasts.withUnsafeMutableBufferPointer { lasts in
                ordered.withUnsafeMutableBufferPointer { ordered in
                    takeAll(runs) { step, number, time, _ in
                        let last = lasts[number]
                        guard step == add else {
                            if last != .min, time - last <= CartCondition.day { ordered[number] = true }
                            return
                        }
                        if last != .min, time - last >= CartCondition.day,
                            question.isMeant(last, ordered[number], of: number)
                        {
                            members[number] = true
                        }
                        (lasts[number], ordered[number]) = (time, false)
                    }
                }
            }
        }
        for (cursor, run) in zip(cursors, runs) { cursor.place = run.place }
    }

    /// The profiles that may have such a cart; all where each has a stretch of time of its own, found by its number.
    private static func candidates(for question: CartQuestion, by scan: EventScan, among few: Bitmap?) -> Candidates {
        guard question.window.edges == nil else { return Candidates(all: scan.profiles.count) }
        let condition = question.condition
        return scan.candidates(
            having: [condition.adds] + (condition.state == .ordered ? [condition.purchases] : []), among: few)
    }

    /// The events that matter, those of purchases before those of adds.
    private static func cursors(
        for question: CartQuestion, of candidates: Candidates, by scan: EventScan
    ) -> [StepCursor] {
        let condition = question.condition
        let purchases = condition.state == .any ? [] : condition.purchases.sources
        let sources = purchases.map { (purchase, $0) } + condition.adds.sources.map { (add, $0) }
        return sources.map { step, source in
            StepCursor(
                step: step, rows: scan.rows(of: source, in: question.reach, blockSize: StepCursor.blockSize),
                profiles: scan.profiles, next: nil, candidates: candidates)
        }
    }
}

/// A condition on carts as it is asked at an instant.
private struct CartQuestion {
    let condition: CartCondition
    /// In which the last add must lie.
    let window: ResolvedWindow
    private let now: Int64

    init(_ condition: CartCondition, _ scan: EventScan) {
        self.condition = condition
        window = scan.resolver.instants(condition.adds.window)
        now = scan.now
    }

    /// Whether a cart that ends with an add is asked for; `Int64.min` is no cart.
    func isMeant(_ last: Int64, _ isOrdered: Bool, of number: Int) -> Bool {
        last != .min && window.span.contains(last) && window.edges?.contains(last, of: number) ?? true
            && condition.isMeant(last: last, isOrdered: isOrdered, now: now)
    }

    /// When events can matter, the same for all profiles.
    ///
    /// Whether an add is the last of its cart, and whether it is ordered, is told by what follows within a day; what lies
    /// before it is no matter.
    var reach: ResolvedWindow {
        let (lower, upper) = (window.span.lowerBound, window.span.upperBound)
        let start = condition.state == .open ? max(lower, now - CartCondition.day) : lower
        let (end, isTooLate) = upper.addingReportingOverflow(CartCondition.day)
        return ResolvedWindow(start..<max(start, isTooLate ? .max : end))
    }
}
