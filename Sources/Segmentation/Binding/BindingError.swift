public import Filters
public import Phrases

/// Why a filter that reads well cannot be asked of a population.
public struct BindingError: Diagnostic, Hashable {
    /// What is wrong, as facts.
    public enum Reason: Error, Hashable, Sendable {
        /// A name that is unknown, or a test that its type does not take.
        case name(FilterError.Reason)
        case pattern(PatternError)
        /// A condition that is not evaluated yet: what it is called, as a part of a sentence.
        case notYet(Phrase)
    }

    public let reason: Reason
    /// The condition that is meant: which operand to take at each step down from the whole filter.
    public let path: [Int]
    public private(set) var place: Range<Int>?
    public private(set) var fixes: [Fix] = []

    /// Makes an error without a place in a text.
    public init(_ reason: Reason, at path: [Int]) {
        self.reason = reason
        self.path = path
    }

    public var phrase: Phrase {
        switch reason {
        case .name(let reason): FilterError(reason).phrase
        case .pattern(let error): error.phrase
        case .notYet(let condition): Phrase("fault.notyet", "Patron cannot evaluate %1 yet.").with(condition)
        }
    }

    /// The error with its place in the text that the filter was read from: the name, or else the condition.
    public func located(in parsed: ParsedFilter) -> BindingError {
        var located = self
        located.place = parsed.range(at: path)
        guard case .name(let reason) = reason else { return located }
        if let condition = located.place, let (name, isMeant) = reason.subject {
            let use = parsed.names.first { use in
                use.name == name && isMeant(use.role) && condition.contains(use.range.lowerBound)
            }
            located.place = use?.range ?? condition
            if use != nil { located.fixes = FilterError(reason, at: located.place).fixes }
        }
        return located
    }
}

extension FilterError.Reason {
    /// The unknown name, and the roles in which it may stand.
    fileprivate var subject: (name: String, isMeant: (NameUse.Role) -> Bool)? {
        switch self {
        case .unknownTrait(let name, _): (name, { $0 == .trait })
        case .unknownEvent(let name, _): (name, { $0 == .event })
        case .unknownProperty(let name, _, _): (name, { if case .property = $0 { true } else { false } })
        case .unfitTest(let name, _, _):
            (name, { if case .property = $0 { true } else { $0 == .trait } })
        default: nil
        }
    }
}

extension Phrase {
    /// Words of the filter language, as a part of a sentence in any language.
    static func quoting(_ words: String) -> Phrase { Phrase("fault.words", "‘%1’", words) }
}
