import Filters
import Testing

/// A text with ❯ ❮ around the place where the error must fall, and every form offered instead.
struct Answer: Sendable, CustomTestStringConvertible {
    let marked: String
    let forms: [String]

    init(_ marked: String, _ forms: String...) {
        self.marked = marked
        self.forms = forms
    }

    var testDescription: String { marked }
    var source: String { marked.filter { $0 != "❯" && $0 != "❮" } }

    func check(_ location: SourceLocation = #_sourceLocation) {
        let error = #expect(throws: SyntaxError.self, sourceLocation: location) { try Filter(parsing: source) }
        guard let error else { return }
        #expect(mark(error.range) == marked, "\(error)", sourceLocation: location)
        let offered = error.fixes.map { $0.applied(to: source) }
        #expect(offered == forms, sourceLocation: location)
        for form in offered {
            #expect(throws: Never.self, "\(form)", sourceLocation: location) { try Filter(parsing: form) }
        }
        #expect(error.description.hasSuffix("."), sourceLocation: location)
    }

    private func mark(_ range: Range<Int>) -> String {
        let bytes = Array(source.utf8)
        return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + "❯"
            + String(decoding: bytes[range], as: UTF8.self) + "❮"
            + String(decoding: bytes[range.upperBound...], as: UTF8.self)
    }
}

struct AnswerTests {
    @Test(arguments: [
        Answer("city ❯==❮ \"Krakow\"", "city = \"Krakow\""), Answer("city ❯<>❮ \"a\"", "city != \"a\""),
        Answer("age ❯=>❮ 3", "age >= 3"), Answer("age ❯≤❮ 3", "age <= 3"),
        Answer("city ❯~❮ \"a\"", "city contains \"a\""),
        Answer("a exists ❯&&❮ b exists", "a exists and b exists"),
        Answer("a exists❯&❮b exists", "a exists and b exists"),
        Answer("a exists ❯||❮ b exists", "a exists or b exists"), Answer("❯!❮in segment \"x\"", "not in segment \"x\""),
        Answer("❯!❮(a exists)", "not (a exists)"), Answer("a exists❯,❮ b exists", "a exists and b exists"),
        Answer("a exists ❯but❮ not b exists", "a exists and not b exists"),
        Answer("a exists ❯except❮ b exists", "a exists and not b exists"),
        Answer("a exists❯;❮ b exists", "a exists and b exists"),
        Answer("a exists ❯b❮ exists", "a exists and b exists"),
        Answer("a = 1 ❯did❮ purchase", "a = 1 and did purchase"),
        Answer("a exists ❯and❮", "a exists"), Answer("a exists and ❯not❮", "a exists"),
        Answer("a exists ❯or❮ ", "a exists "),
        Answer("(a exists ❯and❮) or b exists", "(a exists) or b exists"),
        Answer("a exists and ❯or❮ b exists", "a exists and b exists"), Answer("❯and❮ a exists", "a exists"),
        Answer("❯(❮a exists", "(a exists)"), Answer("(a exists or ❯(❮b exists", "(a exists or (b exists))"),
        Answer("a exists❯)❮", "a exists"), Answer("a in ❯(❮1, 2", "a in (1, 2)"), Answer("a in (1 ❯2❮)", "a in (1, 2)"),
        Answer("a in (1 ❯or❮ 2)", "a in (1 , 2)"), Answer("a ❯in 1, 2❮", "a in (1, 2)"), Answer("a in (❯)❮"),
        Answer("did view where ❯(❮a = 1", "did view where (a = 1)"),
        Answer("❯❮", "everyone"), Answer("   ❯❮", "   everyone"), Answer("❯all❮", "everyone"),
        Answer("❯people who❮ did purchase", "did purchase"), Answer("(❯)❮"),
    ])
    func `joints and brackets`(answer: Answer) {
        answer.check()
    }

    @Test(arguments: [
        Answer("city = ❯Krakow❮", "city = \"Krakow\""),
        Answer("city = ❯New York❮ and a = 1", "city = \"New York\" and a = 1"),
        Answer("city = ❯Bielsko-Biała❮", "city = \"Bielsko-Biała\""), Answer("status = ❯open❮", "status = \"open\""),
        Answer("city in (❯Moscow❮)", "city in (\"Moscow\")"), Answer("city contains ❯Krak❮", "city contains \"Krak\""),
        Answer("city = ❯'Krakow'❮", "city = \"Krakow\""), Answer("city = ❯„Kraków”❮", "city = \"Kraków\""),
        Answer("city = ❯“Kraków”❮", "city = \"Kraków\""), Answer("city = ❯«Москва»❮", "city = \"Москва\""),
        Answer("city = ❯\"Krakow❮", "city = \"Krakow\""), Answer("city = ❯'Krakow❮"),
        Answer("city = ❯\"a\\q\"❮", "city = \"a\\\\q\""), Answer("❯``❮ = 1"), Answer("a ❯= null❮", "a missing"),
        Answer("a ❯!= null❮", "a exists"), Answer("a = ❯yes❮", "a = true"),
        Answer("city ❯= \"a\", \"b\"❮", "city in (\"a\", \"b\")"),
        Answer("city ❯= \"a\" or \"b\"❮", "city in (\"a\", \"b\")"),
        Answer("city ❯!= \"a\" and \"b\"❮", "city not in (\"a\", \"b\")"), Answer("❯30 < age❮", "age > 30"),
        Answer("city ❯\"Krakow\"❮", "city = \"Krakow\""), Answer("age ❯30❮", "age = 30"),
        Answer("price >= ❯19,99❮", "price >= 19.99"), Answer("price >= ❯.5❮", "price >= 0.5"),
        Answer("price >= ❯$500❮", "price >= 500"), Answer("p_alive < ❯30%❮", "p_alive < 0.3"),
        Answer("discount > ❯30%❮", "discount > 30"), Answer("n > ❯99999999999999999999❮"),
        Answer("n > ❯1_000❮", "n > 1000"),
        Answer("age ❯> 30 years❮", "age > 30", "age before 30 calendar years ago"),
        Answer("born = ❯31.01.1980❮", "born = 1980-01-31"), Answer("born = ❯1980-1-5❮", "born = 1980-01-05"),
        Answer("born = ❯01/02/1980❮", "born = 1980-02-01", "born = 1980-01-02"), Answer("born = ❯1980-02-30❮"),
        Answer("born = ❯2026-05-01T25:00❮"), Answer("a matches ❯\"x/y\"❮", "a matches /x\\/y/"),
        Answer("a matches ❯/x❮", "a matches /x/"), Answer("a matches ❯/(a)\\1/❮"), Answer("a matches ❯/(?=a)/❮"),
        Answer("a matches ❯/(?<!a)b/❮"), Answer("a matches ❯/(a/❮"), Answer("a matches ❯/*a/❮"),
        Answer("a matches ❯/[a/❮"),
        Answer("a matches ❯/a{5,2}/❮"), Answer("a matches ❯/a++/❮"), Answer("a matches ❯/(?i)a/❮"),
        Answer("a matches ❯//❮"),
    ])
    func `values`(answer: Answer) {
        answer.check()
    }

    @Test(arguments: [
        Answer("❯email_consent❮", "email_consent = true"), Answer("a = 1 and ❯b❮", "a = 1 and b = true"),
        Answer("❯purchased❮", "purchased = true", "did purchase"),
        Answer("did order or ❯return❮", "did order or did return", "did order or return = true"),
        Answer("city ❯is Krakow❮", "city = \"Krakow\""), Answer("city ❯is not \"a\"❮", "city != \"a\""),
        Answer("city ❯isn't Krakow❮", "city != \"Krakow\""), Answer("city ❯equals 'a'❮", "city = \"a\""),
        Answer("city ❯is missing❮", "city missing"), Answer("city ❯is not null❮", "city exists"),
        Answer("city ❯is empty❮", "city missing"), Answer("city ❯is in❮ (\"a\")", "city in (\"a\")"),
        Answer("city ❯is one of a, b❮", "city in (\"a\", \"b\")"),
        Answer("city ❯like \"Kra%\"❮", "city starts with \"Kra\""),
        Answer("city ❯not like \"%a%\"❮", "not city contains \"a\""), Answer("city ❯like a❮", "city contains \"a\""),
        Answer("city ❯does not contain \"a\"❮", "not city contains \"a\""),
        Answer("city ❯not contains \"a\"❮", "not city contains \"a\""),
        Answer("city ❯begins with❮ \"a\"", "city starts with \"a\""),
        Answer("age ❯greater than 30❮", "age > 30"), Answer("age ❯is more than 30❮", "age > 30"),
        Answer("age ❯over 30❮", "age > 30"), Answer("age ❯older than 30❮", "age > 30"),
        Answer("age ❯at least 30❮", "age >= 30"),
        Answer("age ❯is between❮ 1 and 2", "age between 1 and 2"),
        Answer("❯date of birth❮ = 1", "`date of birth` = 1", "date_of_birth = 1"),
        Answer("❯add-to-cart❮ = 1", "`add-to-cart` = 1"), Answer("❯open❮ = true", "`open` = true"),
        Answer("did ❯open❮", "did `open`"), Answer("❯rfm.recenci❮ > 1", "rfm.recency > 1"),
        Answer("rfm(groups 7).❯recenci❮ > 1", "rfm(groups 7).recency > 1"),
        Answer("rfm(groups 7) ❯>❮ 1", "rfm(groups 7).recency > 1"),
        Answer("❯rfm.recency(revenue gross)❮ > 1", "rfm(revenue gross).recency > 1"),
        Answer("rfm(❯group❮ 7).recency > 1", "rfm(groups 7).recency > 1"),
        Answer("rfm(revenue ❯grss❮).recency > 1", "rfm(revenue gross).recency > 1"),
        Answer("born ❯after❮ 30", "born > 30"),
    ])
    func `comparisons`(answer: Answer) {
        answer.check()
    }
}
