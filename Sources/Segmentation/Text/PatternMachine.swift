/// Runs all ways through a pattern side by side (Pike 1987), each place of the program at most once a sign.
struct PatternMachine {
    private let pattern: Pattern
    /// The ASCII members of each class, two words each.
    private let ascii: [UInt64]
    /// Where the ways stand before the next sign.
    private var waiting: [Int] = []
    /// The places that read a sign.
    private var threads: [Int] = []
    private var visited: [Int]
    private var generation = 0

    init(_ pattern: Pattern) {
        self.pattern = pattern
        visited = Array(repeating: 0, count: pattern.program.count)
        ascii = pattern.classes.flatMap { set in
            [0..<64, 64..<128].map { values in
                values.reduce(UInt64(0)) { bits, value in
                    set.contains(Unicode.Scalar(UInt8(value))) ? bits | 1 << UInt64(value % 64) : bits
                }
            }
        }
    }

    /// Whether the pattern matches somewhere in a folded text.
    ///
    /// - Complexity: O(length of the text × length of the program)
    mutating func matches(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
        waiting.removeAll(keepingCapacity: true)
        waiting.append(0)
        var previous: Unicode.Scalar?
        var decoder = UTF8()
        var bytes = folded.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&bytes) {
            if startThreads(between: previous, and: scalar) { return true }
            step(over: scalar)
            previous = scalar
        }
        return startThreads(between: previous, and: nil)
    }

    /// Follows all steps that read no sign, from where ways stand.
    ///
    /// - Returns: whether one of them reached the end.
    private mutating func startThreads(between previous: Unicode.Scalar?, and next: Unicode.Scalar?) -> Bool {
        generation += 1
        threads.removeAll(keepingCapacity: true)
        while let place = waiting.popLast() {
            guard visited[place] != generation else { continue }
            visited[place] = generation
            switch pattern.program[place] {
            case .match: return true
            case .jump(let target): waiting.append(target)
            case .split(let first, let second):
                waiting.append(second)
                waiting.append(first)
            case .assert(let assertion):
                if assertion.holds(between: previous, and: next) { waiting.append(place + 1) }
            case .scalar: threads.append(place)
            }
        }
        return false
    }

    /// Moves every way that takes the sign past it; a new way starts after every sign, for a match may lie anywhere.
    private mutating func step(over scalar: Unicode.Scalar) {
        waiting.append(0)
        for place in threads {
            guard case .scalar(let number) = pattern.program[place] else { continue }
            if isMember(scalar, of: number) { waiting.append(place + 1) }
        }
    }

    private func isMember(_ scalar: Unicode.Scalar, of number: Int) -> Bool {
        guard scalar.value < 128 else { return pattern.classes[number].contains(scalar) }
        return ascii[2 * number + Int(scalar.value >> 6)] >> UInt64(scalar.value & 63) & 1 != 0
    }
}

extension Pattern.Assertion {
    fileprivate func holds(between previous: Unicode.Scalar?, and next: Unicode.Scalar?) -> Bool {
        switch self {
        case .start: previous == nil
        case .end: next == nil
        case .wordBoundary: (previous?.isWord ?? false) != (next?.isWord ?? false)
        case .noWordBoundary: (previous?.isWord ?? false) == (next?.isWord ?? false)
        }
    }
}
