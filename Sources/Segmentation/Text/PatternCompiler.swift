/// Turns the tree of a pattern into a program for Pike's machine (Thompson's construction).
struct PatternCompiler {
    private var program: [Pattern.Instruction] = []
    private var classes: [ScalarClass] = []
    private var numbers: [ScalarClass: Int] = [:]
    /// The work for one sign of a text grows with the program, so its size is bounded.
    private static let limit = 10_000
    /// Empty parts add nothing to the program but take time to repeat.
    private var emitted = 0

    /// The program with its end, and the classes that it reads.
    consuming func finished() -> ([Pattern.Instruction], [ScalarClass]) {
        (program + [.match], classes)
    }

    mutating func emit(_ node: PatternNode) throws(PatternError) {
        emitted += 1
        guard program.count < Self.limit, emitted < 10 * Self.limit else { throw .tooLarge }
        switch node {
        case .empty: break
        case .scalars(let set): program.append(.scalar(number(of: set)))
        case .assertion(let assertion): program.append(.assert(assertion))
        case .sequence(let parts):
            for part in parts { try emit(part) }
        case .choice(let branches): try emitChoice(branches[...])
        case .repeated(let node, let least, let most): try emitRepetition(of: node, least, most)
        }
    }

    private mutating func emitChoice(_ branches: ArraySlice<PatternNode>) throws(PatternError) {
        guard let first = branches.first else { return }
        let rest = branches.dropFirst()
        guard !rest.isEmpty else { return try emit(first) }
        let split = reserve()
        try emit(first)
        let jump = reserve()
        program[split] = .split(split + 1, program.count)
        try emitChoice(rest)
        program[jump] = .jump(program.count)
    }

    private mutating func emitRepetition(
        of node: PatternNode, _ least: Int, _ most: Int?
    ) throws(PatternError) {
        for _ in 0..<least { try emit(node) }
        guard let most else {
            let split = reserve()
            try emit(node)
            program.append(.jump(split))
            program[split] = .split(split + 1, program.count)
            return
        }
        var splits: [Int] = []
        for _ in least..<most {
            splits.append(reserve())
            try emit(node)
        }
        for split in splits { program[split] = .split(split + 1, program.count) }
    }

    private mutating func number(of set: ScalarClass) -> Int {
        if let number = numbers[set] { return number }
        classes.append(set)
        numbers[set] = classes.count - 1
        return classes.count - 1
    }

    private mutating func reserve() -> Int {
        program.append(.match)
        return program.count - 1
    }
}
