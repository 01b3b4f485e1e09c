public import Phrases

/// Why a pattern is none that can be matched in time linear to the text.
public enum PatternFault: Hashable, Sendable {
    case empty
    /// `\1`
    case backreference
    /// `(?=`, `(?!`, `(?<=`, `(?<!`
    case lookaround
    /// `(?>`, `a*+`
    case possessive
    /// `(?i)`, `(?<name>`: groups of other kinds than `(` and `(?:`
    case group
    /// `\q`
    case escape(String)
    /// `*` with nothing before it
    case nothingToRepeat
    /// `{5,2}`, `{2000}`
    case repetition
    case unclosedGroup
    case tooDeep
    case strayBracket
    case unclosedClass
    /// `[z-a]`
    case reversedClass
}

extension PatternFault {
    /// What is wrong, as one plain sentence.
    public var phrase: Phrase {
        switch self {
        case .empty: Phrase("pattern.empty", "The pattern is empty.")
        case .backreference: Phrase("pattern.backreference", "A pattern cannot refer back to a group (\\1).")
        case .lookaround: Phrase("pattern.lookaround", "A pattern cannot look ahead or behind.")
        case .possessive:
            Phrase("pattern.possessive", "A pattern cannot keep what it matched from being tried again (*+, (?>).")
        case .group:
            Phrase("pattern.group", "A group of a pattern begins with ( or (?: only; case makes no difference anyway.")
        case .escape(let escape): Phrase("pattern.escape", "‘%1’ means nothing in a pattern.", escape)
        case .nothingToRepeat: Phrase("pattern.repeat", "A repetition in the pattern has nothing before it.")
        case .repetition:
            Phrase("pattern.repetition", "A repetition in braces goes from a smaller number to a larger, up to 1000.")
        case .unclosedGroup: Phrase("pattern.unclosed", "A bracket in the pattern is never closed.")
        case .tooDeep: Phrase("pattern.deep", "The brackets of the pattern are nested too deep.")
        case .strayBracket: Phrase("pattern.stray", "Nothing opens a bracket that the pattern closes.")
        case .unclosedClass: Phrase("pattern.class", "A ‘[’ in the pattern is never closed.")
        case .reversedClass:
            Phrase("pattern.reversed", "A range of characters in the pattern goes from the later to the earlier.")
        }
    }
}
