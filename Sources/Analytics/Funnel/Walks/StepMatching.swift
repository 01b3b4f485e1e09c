/// Which event is which step where some events may be several: each event one step, by augmenting paths.
struct StepMatching {
    private let steps: Int
    /// The place of the event matched with each step; below 0 for none.
    private var matched: [Int]
    /// The place of an event that keeps its step.
    private var fixed: Int?

    init(steps: Int) {
        self.steps = steps
        matched = Array(repeating: -1, count: steps)
    }

    /// The place of the event that is a step; there is one.
    subscript(step: Int) -> Int { matched[step] }

    mutating func clear() {
        for step in 0..<steps { matched[step] = -1 }
        fixed = nil
    }

    /// Settles that an event is a step.
    mutating func fix(_ place: Int, as step: Int) {
        matched[step] = place
        fixed = place
    }

    /// Finds an event for one more step among those of a range, moving others where that helps.
    mutating func grow(_ step: Int, in path: UnsafeBufferPointer<PathEntry>, _ range: ClosedRange<Int>) -> Bool {
        var seen: Set<Int> = fixed.map { [$0] } ?? []
        return augment(step, path, range, &seen)
    }

    private mutating func augment(
        _ step: Int, _ path: UnsafeBufferPointer<PathEntry>, _ range: ClosedRange<Int>, _ seen: inout Set<Int>
    ) -> Bool {
        for place in range where path[place].steps & 1 << UInt16(step) != 0 && seen.insert(place).inserted {
            if let owner = matched.firstIndex(of: place), !augment(owner, path, range, &seen) { continue }
            matched[step] = place
            return true
        }
        return false
    }
}
