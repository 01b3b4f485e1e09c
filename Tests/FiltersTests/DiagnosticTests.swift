import Customers
import Filters
import Testing

struct DiagnosticTests {
    @Test func `underlines the place and says what to write`() throws {
        let source = "city = Kraków and age > 30"
        let error = #expect(throws: SyntaxError.self) { try Filter(parsing: source) }
        #expect(
            error?.report(in: source) == """
                city = Kraków and age > 30
                       ^~~~~~
                Text stands in double quotes.
                write: city = "Kraków" and age > 30
                """)
    }

    @Test func `shows only the line of the place, by columns`() {
        let source = "имя = \"Ё\"\n\tand t within last 3 months\nand did x"
        let error = #expect(throws: SyntaxError.self) { try Filter(parsing: source) }
        #expect(
            error?.report(in: source) == """
                 and t within last 3 months
                                   ^~~~~~~~
                ‘3 months’ could mean 90 days or 3 calendar months; say which.
                write: 90 days
                   or: 3 calendar months
                """)
    }

    @Test func `cuts a long line around the place`() throws {
        let source = (0..<40).map { "trait\($0) = 1" }.joined(separator: " and ") + " and city = Kraków and b = 1"
        let error = try #require(throws: SyntaxError.self) { try Filter(parsing: source) }
        let lines = error.report(in: source).split(separator: "\n").map(String.init)
        #expect(lines[0].hasPrefix("…") && lines[0].count <= 100)
        let column = lines[1].count - 6
        #expect(lines[0].dropFirst(column).hasPrefix("Kraków"))
        #expect(lines[3] == "write: \"Kraków\"")
    }

    @Test func `the end of the text has a place too`() {
        let source = "city ="
        let error = #expect(throws: SyntaxError.self) { try Filter(parsing: source) }
        #expect(
            error?.report(in: source) == "city =\n      ^\nThe text ends where a value is awaited.")
        let empty = #expect(throws: SyntaxError.self) { try Filter(parsing: "") }
        #expect(empty?.report(in: "") == "Nothing is written; ‘everyone’ stands for all profiles.\nwrite: everyone")
    }

    @Test func `an unknown name is shown like a syntax error, with the nearest names`() throws {
        let parsed = try ParsedFilter("age > 3 and emial_consent = true")
        let place = parsed.range(of: "emial_consent", as: .trait)
        let nearest = nearestNames(to: "emial_consent", among: ["age", "email_consent", "email consent"], limit: 3)
        let error = FilterError(.unknownTrait("emial_consent", nearest: nearest), at: place)
        #expect(
            error.report(in: parsed.source) == """
                age > 3 and emial_consent = true
                            ^~~~~~~~~~~~~
                There is no trait ‘emial_consent’; did you mean ‘email consent’ or ‘email_consent’?
                write: age > 3 and `email consent` = true
                   or: age > 3 and email_consent = true
                """)
    }

    @Test(arguments: [
        (FilterError.Reason.unknownEvent("a", nearest: []), "There is no event ‘a’."),
        (
            .unknownProperty("a", event: "b", nearest: ["c"]),
            "There is no property ‘a’ of the event ‘b’; did you mean ‘c’?"
        ),
        (.unknownProperty("a", event: nil, nearest: []), "There is no property ‘a’."),
        (.unknownSegment("a", nearest: ["b", "c", "d"]), "There is no segment ‘a’; did you mean ‘b’, ‘c’ or ‘d’?"),
        (.unknownFunnel("a", nearest: []), "There is no funnel ‘a’."),
        (.unknownScore("a", nearest: []), "There is no score ‘a’."),
        (.unfitTest(name: "tags", type: .list, instead: "has"), "‘tags’ is a list; test it with ‘has’."),
        (.cycle(["a", "b", "a"]), "Segments refer to each other in a circle: ‘a’ → ‘b’ → ‘a’."),
    ])
    func `says what the workspace does not know`(reason: FilterError.Reason, sentence: String) {
        let error = FilterError(reason)
        #expect(error.description == sentence)
        #expect(error.report(in: "x") == sentence)
    }

    @Test(arguments: [
        ("purchases", ["purchase"]), ("Purchase", ["purchase"]), ("purhcase", ["purchase"]), ("purch", ["purchase"]),
        ("add-to-cart", ["add_to_cart"]), ("addtocart", ["add_to_cart"]), ("xyz", []), ("", []), ("город", ["городъ"]),
        ("purchase", ["purchase_x"]), ("ordr", ["order"]), ("ab", []),
    ])
    func `finds the names that were meant`(name: String, nearest: [String]) {
        let names = ["purchase", "order", "add_to_cart", "city", "городъ", "email", "purchase_x"]
        #expect(nearestNames(to: name, among: names, limit: 1) == nearest)
    }

    @Test func `gives the nearest names first, as many as asked`() {
        let names = ["email_date", "e_mail", "email", "emails", "male"]
        #expect(nearestNames(to: "emial", among: names, limit: 2) == ["e_mail", "email"])
    }
}
