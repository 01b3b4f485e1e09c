import Customers

/// A command line put together word by word.
struct ShellText {
    private var words: [String]

    init(_ words: String...) {
        self.words = words
    }

    /// Adds an option with a value that the shell must not read: it stands in single quotes where needed.
    mutating func add(_ option: String? = nil, _ value: String) {
        if let option { words.append(option) }
        words.append(Self.quoted(value))
    }

    mutating func add(flag: String) {
        words.append(flag)
    }

    var text: String { words.joined(separator: " ") }

    /// The value as one word of a POSIX shell.
    static func quoted(_ value: String) -> String {
        let isPlain =
            !value.isEmpty
            && value.unicodeScalars.allSatisfy { scalar in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", ":", "@", ",", "+": true
                default: false
                }
            }
        return isPlain ? value : "'" + value.replacing("'", with: "'\\''") + "'"
    }
}

extension ShellText {
    /// A report's command with the store, and where it asks of people with the date and the scope of the question.
    init(_ words: [String], in context: Context, dated: Bool = true, scoped: Bool = true) {
        self.words = ["patron"] + words
        if let path = context.store?.path { add("--store", path) }
        if dated, let date = context.asOfText { add("--as-of", date) }
        if scoped, !context.scope.isEmpty { add("--where", context.scope) }
    }
}
