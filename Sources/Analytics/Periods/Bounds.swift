extension [Int64] {
    /// The stretch between two neighbours among rising bounds that holds a value; none outside of all.
    ///
    /// Looked for where it would lie if all stretches were as long, which those of a calendar nearly are.
    ///
    /// - Complexity: O(1) where stretches are about as long, O(log `count`) otherwise
    func stretch(holding value: Int64) -> Int? {
        guard let first, let last, value >= first, value < last else { return nil }
        let stretches = count - 1
        let share = Double(value - first) / Double(last - first)
        var place = Swift.min(Int(share * Double(stretches)), stretches - 1)
        // A day or a month away at most, as a rule.
        for _ in 0..<4 {
            if value < self[place] {
                place -= 1
            } else if value >= self[place + 1] {
                place += 1
            } else {
                return place
            }
        }
        var (low, high) = (0, stretches)
        while high - low > 1 {
            let middle = (low + high) / 2
            if self[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }
}
