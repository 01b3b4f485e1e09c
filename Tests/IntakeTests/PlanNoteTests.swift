import Intake
import Phrases
import Testing

/// What a guess is unsure of, and how a file is written, is said in the language of the interface.
struct PlanNoteTests {
    private static let notes: [(note: PlanNote, english: String, shown: [String])] = [
        (
            .ambiguousDate(column: "when"),
            "Dates in ‘when’ could have day or month first; day first was taken. A mapping can say otherwise.",
            ["‘when’"]
        ),
        (.renamed(column: "sum", to: "sum_2"), "A second column ‘sum’ is called ‘sum_2’.", ["‘sum’", "‘sum_2’"]),
        (.leftOut(position: 2), "Column 3 has no name and no values and is left out.", ["3"]),
        (
            .named(position: 2, as: "column_3"), "Column 3 has no name and is called ‘column_3’.",
            ["3", "‘column_3’"]
        ),
        (.empty(column: "note"), "‘note’ is empty in the rows looked at and was taken as text.", ["‘note’"]),
        (.noOrderID, "There is no order id, so each row is taken as an order.", []),
        (.productsInOrders, "Rows name both a customer and a product; each row is taken as an order.", []),
        (
            .localTimes(column: "when"), "Times in ‘when’ have no zone and are read in the workspace's zone.",
            ["‘when’"]
        ),
    ]

    @Test func `every note has its English sentence`() {
        for (note, english, _) in Self.notes { #expect(note.description == english) }
    }

    @Test(arguments: [Language.polish, .russian])
    func `every note has a sentence of its own in another language, with what was named`(language: Language) {
        let catalogue = Catalogue(of: language)
        for (note, english, shown) in Self.notes {
            let sentence = catalogue.text(note.phrase)
            #expect(sentence != english)
            #expect(sentence.hasSuffix("."), "\(sentence)")
            #expect(!sentence.contains(/%[1-9]/), "\(sentence)")
            for words in shown { #expect(sentence.contains(words), "\(sentence) lacks \(words)") }
        }
    }

    @Test(arguments: [
        (",", "comma", "przecinek"), (";", "semicolon", "średnik"), ("\t", "tab", "tabulator"),
        ("|", "pipe", "kreska pionowa"), ("^", "^", "^"),
    ])
    func `a delimiter is named as in mappings, and by a word of its own on screens`(
        sign: String, english: String, polish: String
    ) throws {
        let dialect = Dialect(delimiter: try #require(sign.utf8.first))
        #expect(dialect.delimiterName == english)
        #expect(dialect.delimiterPhrase.description == english)
        #expect(Catalogue.polish.text(dialect.delimiterPhrase) == polish)
    }
}
