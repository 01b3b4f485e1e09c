/// Integers as runs of neighbours: ids that a system counts up take one run, however many they are.
struct IntervalSet: Hashable, Sendable {
    /// The runs, apart from each other, in order; both ends are inside.
    private(set) var runs: [ClosedRange<Int64>] = []
    /// The number of integers.
    private(set) var count = 0

    private func place(of value: Int64) -> Int {
        var low = 0
        var high = runs.count
        if let last = runs.last, value > last.upperBound { return high }
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func contains(_ value: Int64) -> Bool {
        let place = place(of: value)
        return place < runs.count && runs[place].contains(value)
    }

    /// Adds an integer.
    ///
    /// - Returns: whether it is new.
    /// - Complexity: O(1) for the next after the last, else O(number of runs)
    @discardableResult
    mutating func insert(_ value: Int64) -> Bool {
        let place = place(of: value)
        if place < runs.count, runs[place].contains(value) { return false }
        count += 1
        let joinsLeft = place > 0 && runs[place - 1].upperBound &+ 1 == value
        let joinsRight = place < runs.count && value &+ 1 == runs[place].lowerBound
        switch (joinsLeft, joinsRight) {
        case (true, true):
            runs[place - 1] = runs[place - 1].lowerBound...runs[place].upperBound
            runs.remove(at: place)
        case (true, false): runs[place - 1] = runs[place - 1].lowerBound...value
        case (false, true): runs[place] = value...runs[place].upperBound
        case (false, false): runs.insert(value...value, at: place)
        }
        return true
    }

    /// Adds a run.
    mutating func insert(_ run: ClosedRange<Int64>) {
        let first = place(of: run.lowerBound == .min ? .min : run.lowerBound - 1)
        var lower = run.lowerBound
        var upper = run.upperBound
        var end = first
        while end < runs.count, runs[end].lowerBound <= (upper == .max ? .max : upper + 1) {
            lower = min(lower, runs[end].lowerBound)
            upper = max(upper, runs[end].upperBound)
            end += 1
        }
        count -= runs[first..<end].reduce(0) { $0 + Int($1.upperBound - $1.lowerBound) + 1 }
        runs.replaceSubrange(first..<end, with: [lower...upper])
        count += Int(upper - lower) + 1
    }
}
