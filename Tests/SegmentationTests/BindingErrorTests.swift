import Customers
import Filters
import Segmentation
import Testing

struct BindingErrorTests {
    private let shop = SmallShop(
        [
            Person(orders: [Order(at: "2026-03-01", ["status": .text("paid")], lines: [["category": .text("hats")]])])
        ], derived: DerivedColumns.none)

    /// The error of a filter, and its text with the place between ❯ and ❮.
    private func error(_ text: String) throws -> (String, marked: String) {
        let parsed = try ParsedFilter(text)
        let error = #expect(throws: BindingError.self) {
            try shop.evaluator.plan(for: parsed, asOf: instant("2026-05-01"))
        }
        let place = try #require(error?.place)
        let bytes = Array(text.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        let marked = part(0..<place.lowerBound) + "❯" + part(place) + "❮" + part(place.upperBound..<bytes.count)
        return (error?.description ?? "", marked)
    }

    @Test(arguments: [
        (
            "size > 3 and citty = \"x\"", "size > 3 and ❯citty❮ = \"x\"",
            "There is no trait ‘citty’; did you mean ‘city’?"
        ),
        ("did vist", "did ❯vist❮", "There is no event ‘vist’; did you mean ‘visit’?"),
        ("open cart of vist", "open cart of ❯vist❮", "There is no event ‘vist’; did you mean ‘visit’?"),
        (
            "any cart of visit where pagee = \"x\"", "any cart of visit where ❯pagee❮ = \"x\"",
            "There is no property ‘pagee’ of the event ‘visit’; did you mean ‘page’?"
        ),
        ("did purchas", "did ❯purchas❮", "There is no event ‘purchas’; did you mean ‘purchase’?"),
        (
            "did visit where pagee = \"x\"", "did visit where ❯pagee❮ = \"x\"",
            "There is no property ‘pagee’ of the event ‘visit’; did you mean ‘page’?"
        ),
        (
            "did order where (status = \"a\" and ctegory = \"b\")",
            "did order where (status = \"a\" and ❯ctegory❮ = \"b\")",
            "There is no property ‘ctegory’ of the event ‘order’; did you mean ‘category’?"
        ),
        ("did visit before sen", "did visit before ❯sen❮", "There is no trait ‘sen’; did you mean ‘seen’?"),
        (
            "sum(visit.minuts) > 3", "sum(visit.❯minuts❮) > 3",
            "There is no property ‘minuts’ of the event ‘visit’; did you mean ‘minutes’?"
        ),
        ("sum(vist.minutes) > 3", "sum(❯vist❮.minutes) > 3", "There is no event ‘vist’; did you mean ‘visit’?"),
        (
            "sum(visit.page) > 3", "sum(visit.❯page❮) > 3",
            "‘page’ is a text; test it with ‘distinct(visit.page) >= 2’."
        ),
        (
            "did click then same cart visit within 7 days", "❯did click then same cart visit within 7 days❮",
            "There is no property ‘cart’ of the event ‘visit’."
        ),
        (
            "did click then vist within 7 days", "did click then ❯vist❮ within 7 days",
            "There is no event ‘vist’; did you mean ‘visit’?"
        ),
        (
            "did visit before city", "did visit before ❯city❮",
            "‘city’ is a text; test it with ‘before 2026-01-31’."
        ),
    ])
    func `an unknown name is pointed at, with the nearest names`(text: String, marked: String, message: String) throws {
        let (description, place) = try error(text)
        #expect(place == marked)
        #expect(description == message)
    }

    @Test(arguments: [
        ("city = 5", "text", "= \"5\""), ("city > true", "text", "= \"true\""), ("city has \"x\"", "text", "= \"x\""),
        ("city has any (\"x\", \"y\")", "text", "in (\"x\", \"y\")"), ("city within last 3 days", "text", "= \"…\""),
        ("size = \"5\"", "integer", "= 30"), ("size = true", "integer", "= 1"),
        ("size contains \"5\"", "integer", "= 30"),
        ("spent >= \"5\"", "money", ">= 19.99"), ("vip = 2", "boolean", "= true"), ("vip > false", "boolean", "= true"),
        ("birth = \"1980-01-01\"", "date", "= 2026-01-31"), ("birth > 1980", "date", "= 2026-01-31"),
        ("birth before 2026-05-01T10:00", "date", "on 2026-01-31"), ("seen > 5", "timestamp", "after 2026-01-31"),
        ("tags = \"a\"", "list", "has \"a\""), ("tags contains \"a\"", "list", "has \"a\""),
        ("tags in (\"a\", \"b\")", "list", "has any (\"a\", \"b\")"), ("tags > 5", "list", "has \"…\""),
        ("tags has 5", "list", "has \"5\""), ("anniversary of city within next 3 days", "text", "= \"…\""),
    ])
    func `a test that the type does not take is answered with the form that works`(
        text: String, type: String, instead: String
    ) throws {
        let (description, marked) = try error(text)
        let name = try #require(Filter(parsing: text).traitName)
        let article = type == "integer" ? "an" : "a"
        #expect(description == "‘\(name)’ is \(article) \(type); test it with ‘\(instead)’.")
        #expect(marked.contains("❯\(name)❮"))
    }

    @Test(arguments: [
        ("in segment \"VIP\"", "‘in segment’"),
        ("entered segment \"VIP\" within last 7 days", "‘entered segment’"),
        ("left segment \"VIP\" within last 7 days", "‘left segment’"),
        ("reached step 3 of funnel \"Checkout\"", "‘funnel’"),
        ("reachable by email", "‘reachable by’"), ("consents to email for marketing", "‘consents to’"),
        ("sample 10 % salt \"x\"", "samples (‘sample … %’)"), ("net_revenue > 5", "‘net_revenue’"),
        ("ltv > 5", "‘ltv’"),
        ("p_alive > 0.5", "‘p_alive’"), ("score(\"interest\") > 5", "‘score’"),
        ("probability(purchase, 30 days) < 0.3", "‘probability’"), ("rfm.recency >= 4", "‘rfm.recency’"),
        ("expected_purchases(90 days) > 1", "‘expected_purchases’"), ("as of seen did visit", "‘as of’ a trait’s time"),
    ])
    func `what is not evaluated yet is said by name`(text: String, name: String) throws {
        let (description, marked) = try error("city = \"a\" and (size > 3 or \(text))")
        #expect(description == "Patron cannot evaluate \(name) yet.")
        #expect(marked == "city = \"a\" and (size > 3 or ❯\(text)❮)")
    }

    @Test func `a pattern that multiplies without end is refused`() throws {
        let (description, _) = try error("city matches /((a{1000}){1000}){1000}/")
        #expect(description == "The pattern repeats too much to be matched quickly.")
    }
}

extension Filter {
    fileprivate var traitName: String? {
        switch self {
        case .trait(let name, _), .anniversary(let name, _): name
        default: nil
        }
    }
}
