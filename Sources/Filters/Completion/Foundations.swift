/// Texts that a word can be tried behind in place of what really stands before it, the truest first.
///
/// Whole conditions that stand before are left out, since they have no say. Where what stands before cannot be read, it
/// is tried with the likeliest forms that work, then without what lies before the next `and` or `or`.
struct Foundations: Sequence, IteratorProtocol {
    private enum Step {
        case asWritten, repaired, restarted
    }

    private var text: String
    private var reading: Reading
    private var step = Step.asWritten

    /// Repairs tried before the text is given up.
    private static let mostRepairs = 8
    /// Joints from the end behind which a text is tried that cannot be read.
    private static let mostRestarts = 12
    /// Tokens that the parser looks ahead: a text that stops it so near its end may still be a beginning.
    private static let lookahead = 6
    /// Bytes of a single condition beyond which nothing is offered, since each word is tried behind it.
    private static let longest = 16_384

    init(_ before: String) {
        text = before
        reading = Reading(before)
    }

    mutating func next() -> String? {
        while let candidate = following() {
            if candidate.utf8.count <= Self.longest { return candidate }
        }
        return nil
    }

    private mutating func following() -> String? {
        switch step {
        case .asWritten:
            step = .repaired
            let isNear = reading.parser.tokens.count - reading.parser.position <= Self.lookahead
            return reading.reachesEnd || isNear ? Self.shortened(text, reading) : following()
        case .repaired:
            guard !reading.reachesEnd else { return nil }
            step = .restarted
            return repaired() ?? following()
        case .restarted:
            guard let rest = rest() else { return nil }
            self = Foundations(rest)
            return following()
        }
    }

    /// The last operand, in as many brackets as are open around it.
    private static func shortened(_ text: String, _ reading: Reading) -> String {
        let operand = reading.parser.trace.operand
        let start = reading.parser.token(at: operand.start).range.lowerBound
        return String(repeating: "(", count: operand.brackets)
            + String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
    }

    private func repaired() -> String? {
        var text = Self.shortened(text, reading)
        for _ in 0..<Self.mostRepairs {
            let reading = Reading(text)
            guard !reading.reachesEnd, let error = reading.error else { return Self.shortened(text, reading) }
            let bytes = Array(text.utf8)
            guard let fix = error.fixes.first(where: { $0.range.upperBound <= bytes.count }) else { return nil }
            let repaired = bytes[..<fix.range.lowerBound] + Array(fix.text.utf8) + bytes[fix.range.upperBound...]
            text = String(decoding: repaired, as: UTF8.self)
        }
        return nil
    }

    /// What stands behind the next joint, in as many brackets as are open there.
    private func rest() -> String? {
        let parser = reading.parser
        let joints = parser.tokens[parser.position...].filter { $0.keyword == .and || $0.keyword == .or }
        let joint = joints.suffix(Self.mostRestarts).first
        return joint.map { joint in
            String(repeating: "(", count: parser.trace.operand.brackets)
                + String(decoding: text.utf8.dropFirst(joint.range.upperBound), as: UTF8.self)
        }
    }
}
