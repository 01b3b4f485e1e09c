extension Pattern {
    /// Whether the pattern matches somewhere in a folded text.
    ///
    /// - Complexity: O(length of the text × length of the program)
    func matches(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
        var machine = PatternMachine(program)
        var previous: Unicode.Scalar?
        for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars {
            if machine.startThreads(between: previous, and: scalar) { return true }
            machine.step(over: scalar)
            previous = scalar
        }
        return machine.startThreads(between: previous, and: nil)
    }
}

/// Runs all ways through a program side by side (Pike 1987), each place of the program at most once a sign.
private struct PatternMachine {
    private let program: [Pattern.Instruction]
    /// Where the ways stand before the next sign.
    private var waiting: [Int] = [0]
    private var threads: [Int] = []
    private var visited: [Int]
    private var generation = 0

    init(_ program: [Pattern.Instruction]) {
        self.program = program
        visited = Array(repeating: -1, count: program.count)
    }

    /// Follows all steps that read no sign, from where ways stand and from the start.
    ///
    /// - Returns: whether one of them reached the end.
    mutating func startThreads(between previous: Unicode.Scalar?, and next: Unicode.Scalar?) -> Bool {
        generation += 1
        threads.removeAll(keepingCapacity: true)
        var pending = waiting
        while let place = pending.popLast() {
            guard visited[place] != generation else { continue }
            visited[place] = generation
            switch program[place] {
            case .match: return true
            case .jump(let target): pending.append(target)
            case .split(let first, let second):
                pending.append(second)
                pending.append(first)
            case .assert(let assertion):
                if assertion.holds(between: previous, and: next) { pending.append(place + 1) }
            case .scalars: threads.append(place)
            }
        }
        return false
    }

    /// Moves every way that takes the sign past it; a new way starts after every sign, for a match may lie anywhere.
    mutating func step(over scalar: Unicode.Scalar) {
        waiting.removeAll(keepingCapacity: true)
        waiting.append(0)
        for place in threads {
            if case .scalars(let set) = program[place], set.contains(scalar) { waiting.append(place + 1) }
        }
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
