import Phrases

extension [Phrase] {
    /// All in their order with a form such as ‘%1 and %2’ between each two; nothing where there are none.
    func joined(by form: Phrase) -> Phrase {
        guard let first else { return Phrase(verbatim: "") }
        return dropFirst().reduce(first) { all, next in
            guard form == .comma, all.isVerbatim, next.isVerbatim else { return form.with(all, next) }
            return Phrase(verbatim: "\(all.english), \(next.english)")
        }
    }

    /// All in their order with commas between them and a form before the last: `a, b or c`.
    func listed(by form: Phrase) -> Phrase {
        guard count > 1, let last else { return joined(by: form) }
        return form.with(Array(dropLast()).joined(by: .comma), last)
    }
}

extension Phrase {
    static let comma = Phrase("sentence.comma", "%1, %2")
    static let and = Phrase("sentence.and", "%1 and %2")
    static let or = Phrase("sentence.or", "%1 or %2")

    /// The phrase in brackets.
    var enclosed: Phrase { Phrase("sentence.brackets", "(%1)").with(self) }

    /// Whether it is the same in all languages.
    fileprivate var isVerbatim: Bool { key.isEmpty && parts.isEmpty }
}

/// Phrases after each other; what there is not is left out.
func words(_ first: Phrase, _ others: Phrase?...) -> Phrase {
    others.compactMap(\.self).reduce(first) { Phrase("sentence.words", "%1 %2").with($0, $1) }
}
