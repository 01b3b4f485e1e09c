import Customers
import Intake
import Phrases
import Testing

/// What is wrong with a file or a mapping is said in the language of the interface, with what was named.
struct IntakeErrorTests {
    private typealias Case = (fault: IntakeError, english: String, shown: [String])

    private static let manyHeaders = (1...42).map { "c\($0)" }
    private static let shownHeaders = (1...40).map { "‘c\($0)’" }.joined(separator: ", ")

    private static let files: [Case] = [
        (
            .unreadable(path: "a.csv", reason: "Is a directory"), "a.csv cannot be read: Is a directory.",
            ["Is a directory"]
        ),
        (.empty(path: "a.csv"), "a.csv is empty.", []),
        (.utf16(path: "a.csv"), "a.csv looks like UTF-16; save it as UTF-8 and import it again.", ["UTF-16", "UTF-8"]),
        (
            .binary(path: "a.csv"),
            "a.csv is not a text file; CSV and JSON Lines, plain or gzip, can be imported.", ["CSV", "JSON Lines"]
        ),
        (.noHeader(path: "a.csv"), "a.csv has no row that names its columns.", []),
        (
            .unknownKind(path: "a.csv", headers: ["x", "y"]),
            """
            a.csv does not say what its rows are. Its columns are ‘x’, ‘y’. Say it with --as profiles, --as events, \
            --as orders, --as order-lines, --as products, --as consents, or name the columns in a mapping.
            """, ["‘x’, ‘y’", "--as profiles", "--as order-lines", "--as consents"]
        ),
        (
            .endsInTheMiddle(path: "a.csv"),
            "a.csv ends in the middle of its compressed data; the copy is probably incomplete.", []
        ),
        (.damaged(path: "a.csv"), "The compressed data of a.csv are damaged.", []),
        (.changed(path: "a.csv"), "a.csv has changed since its plan was made.", []),
        (
            .lacks(path: "a.csv", .orderLines, what: .orderID, headers: ["x", "y"]),
            """
            a.csv lacks an order id, which a file of order lines needs; its columns are ‘x’, ‘y’. Name the column in a \
            mapping.
            """, ["‘x’, ‘y’"]
        ),
        (
            .lacks(path: "a.csv", .events, what: .time, headers: manyHeaders),
            """
            a.csv lacks a column of times, which a file of events needs; its columns are \(shownHeaders) and 2 more. \
            Name the column in a mapping.
            """, [shownHeaders, "2"]
        ),
    ]

    private static let mappings: [Case] = [
        (
            .mapping(.unknownColumn("wen", nearest: "when")),
            "The mapping names a column ‘wen’ that the file does not have; did you mean ‘when’?", ["‘wen’", "‘when’"]
        ),
        (
            .mapping(.unknownColumn("wen", nearest: nil)),
            "The mapping names a column ‘wen’ that the file does not have.", ["‘wen’"]
        ),
        (
            .mapping(.unknownWord("people", of: .kind, known: ["profiles", "events"])),
            "The mapping's kind ‘people’ is not known; there are profiles, events.", ["‘people’", "profiles, events"]
        ),
        (
            .mapping(.unknownSign("dot", of: .delimiter, names: ["comma", "tab"])),
            "The mapping's delimiter ‘dot’ is not known; there are comma, tab, one ASCII sign.",
            ["‘dot’", "comma, tab", "ASCII"]
        ),
        (
            .mapping(.unknownSign("||", of: .separator, names: [])),
            "The mapping's separator ‘||’ is not known; there are one ASCII sign.", ["‘||’", "ASCII"]
        ),
        (
            .mapping(.badFormat("dd/M", column: "when")),
            "The date format ‘dd/M’ of ‘when’ is not understood; write it as in dd.MM.yyyy HH:mm:ss.",
            ["‘dd/M’", "‘when’", "dd.MM.yyyy HH:mm:ss"]
        ),
        (
            .mapping(.badConstant(target: "age", type: .integer)),
            "The constant for ‘age’ is not a whole number.", ["‘age’"]
        ),
        (
            .mapping(.sameTarget("city")),
            "Two columns would be stored as ‘city’; give one of them another name.", ["‘city’"]
        ),
        (
            .mapping(.noTime(column: "when", type: .boolean)), "‘when’ cannot be the time and true or false at once.",
            ["‘when’"]
        ),
        (
            .mapping(.badScale(9, column: "sum")), "The scale 9 of ‘sum’ is not between 0 and 6.",
            ["9", "‘sum’", "0", "6"]
        ),
    ]

    @Test func `every fault has its English sentence`() {
        for (fault, english, _) in Self.files + Self.mappings { #expect(fault.description == english) }
    }

    @Test(arguments: [Language.polish, .russian])
    func `every fault has a sentence of its own in another language, with what was named`(language: Language) {
        let catalogue = Catalogue(of: language)
        for (fault, english, shown) in Self.files + Self.mappings {
            let sentence = catalogue.text(fault.phrase)
            #expect(sentence != english)
            #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(sentence)")
            #expect(!sentence.contains(/%[1-9]/), "\(sentence)")
            for words in shown { #expect(sentence.contains(words), "\(sentence) lacks \(words)") }
            if case .mapping = fault { continue }
            #expect(sentence.contains("a.csv"), "\(sentence)")
        }
    }

    @Test(arguments: [Language.polish, .russian])
    func `what is lacking, and of what kind of file, is said in the language too`(language: Language) {
        let catalogue = Catalogue(of: language)
        var sentences: Set<String> = []
        for kind in FileKind.allCases {
            for need in IntakeError.Need.allCases {
                let fault = IntakeError.lacks(path: "a.csv", kind, what: need, headers: [])
                let sentence = catalogue.text(fault.phrase)
                for english in ["a column", "an order id", "a product id", kind.rawValue] {
                    #expect(!sentence.contains(english), "\(sentence)")
                }
                sentences.insert(sentence)
            }
        }
        #expect(sentences.count == FileKind.allCases.count * IntakeError.Need.allCases.count)
    }

    @Test func `a part of the sentence takes the form that the sentence needs`() {
        let fault = IntakeError.lacks(path: "a.csv", .events, what: .time, headers: ["x"])
        #expect(
            Catalogue.polish.text(fault.phrase)
                == "W pliku a.csv brakuje kolumny z czasem, a plik zdarzeń musi to mieć. Kolumny: ‘x’. "
                + "Wskaż kolumnę w mapowaniu.")
    }
}
