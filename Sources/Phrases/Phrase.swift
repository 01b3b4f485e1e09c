/// A text of the interface: a key, its English form, and what fills its places.
///
/// The English stands beside the code; other languages are catalogues that map keys to forms.
public struct Phrase: Hashable, Sendable {
    /// Names the text in every catalogue: `profiles.empty`.
    public let key: String
    /// The English form; `%1`, `%2` stand for the arguments.
    public let english: String
    /// What fills `%1`, `%2` …, in order.
    public let arguments: [String]
    /// The number that picks the form where languages tell one from many; none for a text with one form.
    public let count: Int?
    /// Phrases that fill the places after those of the arguments, in the language of the whole.
    public private(set) var parts: [Phrase] = []

    public init(_ key: String, _ english: String, _ arguments: String...) {
        self.init(key, english: english, arguments: arguments)
    }

    /// A sentence that no catalogue has, or that is in the language of the interface already.
    public init(verbatim sentence: String) {
        self.init("", english: sentence, arguments: [])
    }

    public init(_ key: String, english: String, arguments: [String]) {
        self.key = key
        self.english = english
        self.arguments = arguments
        count = nil
    }

    /// A text that depends on a number.
    ///
    ///     Phrase("people", one: "%1 person", other: "%1 people", count: 3, "3")
    public init(_ key: String, one: String, other: String, count: Int, _ arguments: String...) {
        self.key = key
        english = count.magnitude == 1 ? one : other
        self.arguments = arguments
        self.count = count
    }

    /// The phrase with others in its last places.
    ///
    ///     Phrase("awaited", "‘%1’ stands where %2 is awaited.", "and").with(Phrase("awaited.value", "a value"))
    public func with(_ parts: Phrase...) -> Phrase {
        var whole = self
        whole.parts += parts
        return whole
    }
}

extension Phrase: CustomStringConvertible {
    /// The English text with its places filled.
    public var description: String { Phrase.fill(english, with: arguments + parts.map(\.description)) }

    /// A form with its places filled; a place without an argument stays as it is.
    static func fill(_ form: String, with arguments: [String]) -> String {
        guard !arguments.isEmpty else { return form }
        let bytes = form.utf8
        var filled = ""
        var start = bytes.startIndex
        while let sign = bytes[start...].firstIndex(of: UInt8(ascii: "%")) {
            filled += form[start..<sign]
            start = bytes.index(after: sign)
            if start < bytes.endIndex, let argument = filler(of: bytes[start], from: arguments) {
                filled += argument
                start = bytes.index(after: start)
            } else {
                filled += "%"
            }
        }
        return filled + form[start...]
    }

    /// The argument that a digit stands for.
    private static func filler(of digit: UInt8, from arguments: [String]) -> String? {
        let place = Int(digit) - Int(UInt8(ascii: "1"))
        return place < 9 && arguments.indices.contains(place) ? arguments[place] : nil
    }
}
