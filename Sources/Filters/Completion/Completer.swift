import Customers

/// What may stand at a place of a filter's text.
///
/// The text may be half written or wrong anywhere. Whether a word of the language fits the place, and what kind of name
/// or value does, is asked of the parser, which reads the text with it.
///
/// - Parameters:
///   - text: the whole text.
///   - offset: the place of the cursor, in UTF-8.
///   - vocabulary: the names that the workspace knows.
/// - Returns: the candidates, the best first, and whose values to ask for where values may stand.
/// - Complexity: about two hundred readings of the condition at the cursor.
public func candidates(in text: String, at offset: Int, vocabulary: Vocabulary) -> Candidates {
    let place = CursorPlace(in: text, at: offset)
    for foundation in Foundations(place.before) {
        let completer = Completer(foundation, place, vocabulary)
        let items = completer.choices.ranked(by: completer.typed).uniqued
        let wish = completer.wish
        guard items.isEmpty, wish == nil else {
            return Candidates(range: place.range, typed: place.typed, items: items, wish: wish)
        }
    }
    return Candidates(range: place.range, typed: place.typed, items: [], wish: nil)
}

/// Finds what may stand behind a text.
struct Completer {
    /// What stands before, without the conditions that have no say.
    let base: String
    let place: CursorPlace
    let vocabulary: Vocabulary
    let typed: SearchKey
    /// The base as it is.
    let reading: Reading
    /// The tokens of the base.
    let tokens: ArraySlice<Token>
    /// The value that may stand here, as the parser reads one.
    let value: ValuePlace?

    init(_ base: String, _ place: CursorPlace, _ vocabulary: Vocabulary) {
        self.base = base
        self.place = place
        self.vocabulary = vocabulary
        typed = SearchKey(place.typed)
        reading = Reading(base)
        tokens = reading.parser.tokens.dropLast()
        value = ValuePlace(behind: base, vocabulary)
    }

    /// All that fits, in no order.
    var choices: [Choice] {
        switch place.style {
        case .bare: values + names + pieces
        case .text: values + names
        case .name: names
        }
    }

    /// Where a word stands that is tried.
    var end: Int { base.utf8.count + 1 }

    /// The reading of the base with a text behind it.
    func tried(_ text: String) -> Reading { Reading(base + " " + text) }

    func canGoOn(_ text: String) -> Bool { continuation(of: base + " " + text) != nil }
}
