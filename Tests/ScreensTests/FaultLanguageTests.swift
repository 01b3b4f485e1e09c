import Customers
import Filters
import Phrases
import Terminal
import Testing

@testable import Screens

/// What is wrong with a filter is said in the language of the interface, with what was written.
struct FaultLanguageTests {
    /// Texts that are no filters, each with a word of the sentence that must be there in every language.
    private static let faulty: [(text: String, shown: String)] = [
        ("city = Kraków", ""), ("city =", ""), ("did", ""), ("(a exists", ""), ("a exists)", ""), ("a = \"x", ""),
        ("`a = 1", ""), ("a matches /x", ""), ("a matches /(?=x)/", ""), ("a matches /[z-a]/", ""), ("a = 19,99", ""),
        ("a = $5", ""), ("a on yesterday", "yesterday"), ("a on 2026-02-30", "2026-02-30"), ("a = 30d", ""),
        ("did x 2 times", "2 times"), ("did x at least 2", ""), ("did not x at least 2 times", "did not"),
        ("a within last 3 months", "3 months"), ("a within 30 days", "within last"), ("email_consent", "email_consent"),
        ("a > 30%", ""), ("and a exists", "and"), ("a exists and", "and"), ("30 < age", ""),
        ("a exists b exists", "and"), ("sum(x) > 1", "sum(purchase.revenue)"), ("a = 1 ~", "~"),
        ("rfm(groups 77).recency = 1", "10"), ("rfm.what = 1", "recency"), ("sample 200 % salt \"x\"", ""),
        ("did a then b", "within"), ("did x in at least 99 of last 4 weeks", ""),
        ("reached step 0 of funnel (a then b within 1 day)", ""), ("where exists", "where"),
    ]

    @Test(arguments: [Language.english, .polish, .russian])
    func `a fault of the grammar is a whole sentence with what was written`(language: Language) throws {
        let catalogue = Catalogue(of: language)
        for (text, shown) in Self.faulty {
            let error = try #require(throws: SyntaxError.self, "\(text)") { try Filter(parsing: text) }
            let sentence = catalogue.text(error.phrase)
            #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(sentence)")
            #expect(!sentence.contains(/%[1-9]/), "\(sentence)")
            #expect(sentence.contains(shown), "\(sentence) lacks \(shown)")
        }
    }

    /// Words that only English sentences have, outside the quotes that hold words of the filter language.
    private static let english: Set<String> = [
        "the", "is", "stands", "where", "awaited", "there", "no", "did", "you", "mean", "of", "with", "never", "ends",
        "a", "text", "name", "needs", "must", "be", "whole", "number", "from",
    ]

    /// The words of a sentence that are not quoted.
    private func words(of sentence: String) -> Set<String> {
        var plain = sentence.replacing(/‘[^’]*’/, with: "").replacing(/"[^"]*"/, with: "")
        plain.replace(/\S+\(\S*/, with: "")
        return Set(plain.lowercased().split { !$0.isLetter }.map(String.init))
    }

    @Test(arguments: [Language.polish, .russian])
    func `no sentence about a fault is left in English`(language: Language) throws {
        let catalogue = Catalogue(of: language)
        // Polish has these words of its own.
        let own: Set<String> = language == .polish ? ["a", "no"] : []
        for (text, _) in Self.faulty {
            let error = try #require(throws: SyntaxError.self, "\(text)") { try Filter(parsing: text) }
            let left = words(of: catalogue.text(error.phrase)).intersection(Self.english.subtracting(own))
            #expect(left.isEmpty, "\(text): \(catalogue.text(error.phrase))")
        }
    }

    @Test(arguments: [
        (FilterError.Reason.unknownTrait("ctiy", nearest: []), "Nie ma cechy ‘ctiy’."),
        (.unknownEvent("byu", nearest: ["buy"]), "Nie ma zdarzenia ‘byu’; może ma być ‘buy’?"),
        (
            .unknownProperty("colr", event: "buy", nearest: ["color", "colour", "cool"]),
            "Nie ma właściwości ‘colr’ zdarzenia ‘buy’; może ma być ‘color’, ‘colour’ lub ‘cool’?"
        ),
        (.unfitTest(name: "tags", type: .list, instead: "has"), "‘tags’ to lista; sprawdź to przez ‘has’."),
        (.stepBeyondFunnel("F", steps: 2), "Lejek ‘F’ ma 2 kroki."),
        (.stepBeyondFunnel("F", steps: 5), "Lejek ‘F’ ma 5 kroków."),
    ])
    func `what the workspace does not know is said in Polish`(reason: FilterError.Reason, sentence: String) {
        #expect(Catalogue.polish.text(FilterError(reason).phrase) == sentence)
    }

    @Test func `a faulty filter is told in the language of the screen`() {
        var bench = Bench(language: .polish)
        bench.settle()
        bench.press("f")
        bench.type("city = Kraków")
        #expect(bench.text.contains("Tekst stoi w cudzysłowie."))
        #expect(!bench.text.contains("Text stands"))
    }

    @Test func `what a question could not answer is told in the language of the screen`() throws {
        var bench = Bench(language: .russian)
        bench.settle()
        bench.press("f")
        bench.type("ctiy exists")
        let request = try #require(bench.requests.first { $0.slot == .count })
        bench.send(.failed(request, Failure(FilterError(.unknownTrait("ctiy", nearest: ["city"]), at: 0..<4))))
        #expect(bench.text.contains("Нет признака ‘ctiy’"))
    }

    @Test func `a sentence with a part keeps the place of both`() {
        let part = Phrase("no.such.part", "a %1", "%2")
        let whole = Phrase("no.such.whole", "%1 and %2", "x").with(part)
        #expect(whole.description == "x and a %2")
        #expect(Catalogue.polish.text(whole) == "x and a %2")
    }
}
