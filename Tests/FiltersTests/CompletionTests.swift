import Customers
import Filters
import Testing

struct CompletionTests {
    static let vocabulary = Vocabulary(
        traits: [
            "city": .text, "Łódź branch": .boolean, "age": .integer, "birth_date": .date, "subscribed_at": .timestamp,
            "interests": .list, "segment": .text, "people": .text, "email": .text,
        ],
        events: [
            "purchase": .init(count: 500, properties: ["category": .text, "revenue": .money, "size": .number]),
            "page_view": .init(count: 9000, properties: ["url": .text]),
            "cart.add": .init(count: 70, properties: ["price": .money, "product name": .text]),
        ], segments: ["VIP", "Not \"VIP\""], purposes: ["marketing"], groups: ["Champions", "Lost"])

    /// The candidates at `|`.
    private func offered(_ marked: String) -> Candidates {
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
        return candidates(in: parts.joined(), at: parts[0].utf8.count, vocabulary: Self.vocabulary)
    }

    @Test(arguments: [
        ("|", "city"), ("|", "did"), ("|", "not"), ("ci|", "city"), ("ct|", "city"), ("lodz|", "`Łódź branch`"),
        ("branch|", "`Łódź branch`"), ("segm|", "`segment`"), ("`seg|", "`segment`"), ("rfm.|", "rfm.group"),
        ("city |", "="), ("city |", "starts with"), ("city sta|", "starts with"), ("city starts |", "with"),
        ("city with|", "starts with"), ("age |", "between"), ("birth_date |", "within next"),
        ("birth_date within |", "last"),
        ("interests |", "has any ("), ("interests has any |", "("), ("city not |", "in ("),
        ("city = \"a\" |", "and"), ("(city = \"a\" |", ")"), ("city in (\"a\" |", ","), ("city in (\"a\" |", ")"),
        ("not |", "city"), ("not (|", "did"), ("city = \"a\" and |", "in segment"), ("as of |", "subscribed_at"),
        ("as of 2026-01-01 |", "did"), ("anniversary of |", "birth_date"),
        ("anniversary of birth_date |", "within next"),
        ("rfm(gr|", "groups"), ("rfm(groups 7, frequency |", "days"), ("rfm(groups 7).group = |", "\"Champions\""),
        ("did |", "page_view"), ("did |", "anything"), ("did pur|", "purchase"), ("did cart|", "cart.add"),
        ("did purchase |", "where"), ("did purchase |", "at least"), ("did purchase |", "within last"),
        ("did purchase |", "then"), ("did purchase |", "in at least"), ("did purchase at least 2 |", "times"),
        ("did purchase at least 1 |", "time"), ("did purchase at least |", "2 times"),
        ("did purchase in at least 3 |", "of last"), ("did purchase where |", "category"),
        ("did purchase where (category = \"a\" |", "and"), ("did purchase where (category = \"a\" and si|", "size"),
        ("did purchase within last |", "30 days"), ("did purchase within last 30 |", "calendar months"),
        ("did purchase within last 30 da|", "days"), ("did purchase within last 30da|", "days"),
        ("did purchase within last 1 |", "day"), ("did purchase within last 3 calendar |", "months"),
        ("did page_view then |", "same product"), ("did page_view then purchase |", "within"),
        ("|", "abandoned cart of"), ("not |", "open cart of"), ("ord|", "ordered cart of"), ("any |", "cart"),
        ("abandoned |", "cart"), ("open |", "cart"), ("open |", "at step"), ("abandoned cart |", "of"),
        ("any cart of |", "page_view"), ("any cart of pur|", "purchase"), ("any cart of purchase |", "where"),
        ("any cart of purchase where |", "category"), ("any cart of purchase |", "within last"),
        ("sum(|", "purchase.revenue"), ("sum(purchase.|", "purchase.revenue"),
        ("sum(purchase.rev|", "purchase.revenue"),
        ("count(|", "purchase"), ("count(pur|", "purchase"), ("sum(`cart.add`.|", "price"),
        ("sum(purchase.revenue) |", ">="), ("sum(purchase.revenue) |", "within last"),
        ("in segment |", "\"VIP\""), ("in segment \"V|", "\"VIP\""), ("in segment vip|", "\"Not \\\"VIP\\\"\""),
        ("entered |", "segment"), ("entered segment \"VIP\" |", "within last"), ("in |", "segment"), ("in |", "cohort"),
        ("rfm.group = |", "\"Champions\""), ("rfm.group in (\"Lost\", \"ch|", "\"Champions\""),
        ("lifecycle of purchase by |", "week"), ("lifecycle of purchase by week = |", "\"dormant\""),
        ("dropped |", "at step"), ("reached step 3 |", "of funnel"), ("reachable by |", "email"),
        ("consents to email for |", "marketing"), ("sample 10 |", "%"), ("sample 10 % |", "salt"),
        ("`Łódź branch` = |", "true"), ("`Łódź branch` |", "="),
        // half written or wrong before
        ("city == \"a\" and |", "did"), ("city = Krakow and ci|", "city"), ("((( |", "city"),
        ("city is \"a\" and did purchase whith x and |", "city"), ("city = \"a\" city = \"b\" or (|", "city"),
        ("did purchase where (category == \"a\" and |", "size"),
        // in the middle
        ("ci|ty = \"a\"", "city"), ("city = \"a\" | age > 3", "and"), ("did pu|rchase within last 3 days", "purchase"),
        ("(ci|) and age > 3", "city"),
    ])
    func `what may stand at the cursor is offered`(marked: String, expected: String) {
        let items = offered(marked).items
        #expect(items.contains { $0.text == expected }, "\(items.map(\.text))")
    }

    @Test(arguments: [
        ("|", "and"), ("|", ")"), ("age |", "contains"), ("age |", "has"), ("city |", "within last"), ("city |", "has"),
        ("interests |", "="), ("`Łódź branch` |", ">"), ("city |", "and"), ("not |", "or"),
        ("did not purchase |", "at least"),
        ("did not purchase |", "then"), ("did purchase within last 3 days |", "where"),
        ("did purchase at least 1 |", "times"), ("did purchase within last 3 |", "months"), ("age = |", "city"),
        ("as of |", "city"), ("anniversary of |", "subscribed"), ("sum(|", "purchase.category"),
        ("any cart of purchase |", "at least"), ("any cart of purchase |", "then"), ("any cart of |", "anything"),
        ("did |", "abandoned cart of"), ("any cart of |", "city"),
        ("did |", "city"), ("did purchase where |", "city"), ("city = \"a\" |", ")"), ("rfm.group = |", "city"),
        ("city = \"a\" and |", "or"), ("city starts |", "="), ("rfm.recency |", "within last"), ("city |", "at"),
    ])
    func `what may not stand there is not offered`(marked: String, unwanted: String) {
        let items = offered(marked).items
        #expect(!items.contains { $0.text == unwanted }, "\(items.map(\.text))")
    }

    @Test(
        arguments: [
            ("city = |", .trait("city"), ""), ("city = kra|", .trait("city"), "kra"),
            ("city = \"Kra|", .trait("city"), "Kra"),
            ("city in (\"a\", \"b|", .trait("city"), "b"), ("not (city = |", .trait("city"), ""),
            ("interests has |", .trait("interests"), ""), ("interests has any (|", .trait("interests"), ""),
            ("age >= 3|", .trait("age"), "3"), ("city contains \"|", .trait("city"), ""),
            ("did purchase where category = |", .property(event: "purchase", name: "category"), ""),
            (
                "did purchase where (size > 3 and category in (\"a\", |",
                .property(event: "purchase", name: "category"), ""
            ),
            ("city = \"a|\" and age > 3", .trait("city"), "a"), ("city == |", .trait("city"), ""),
            ("age > 3 and city = 'Kra|", .trait("city"), "Kra"),
        ] as [(String, ValueWish.Subject, String)])
    func `it says whose values are wanted`(marked: String, subject: ValueWish.Subject, beginning: String) {
        #expect(offered(marked).wish == ValueWish(subject, beginning: beginning))
    }

    @Test(arguments: [
        "|", "city |", "did purchase |", "sample 1 % salt |", "sum(purchase.revenue) >= |", "`Łódź branch` = |",
        "unknown = |", "did purchase at least |", "in segment |", "rfm.group = |", "city = \"a\" |", "city matches /|",
    ])
    func `elsewhere no values are wanted`(marked: String) {
        #expect(offered(marked).wish == nil)
    }

    @Test func `values come first, the frequent before the rare, and are written as the language reads them`() {
        let found = offered("city = kr|").adding([
            CountedValue(.text("Krosno"), count: 3), CountedValue(.text("Kraków"), count: 90),
            CountedValue(.text("Stary \"Kraków\""), count: 900), CountedValue(.text("Poznań"), count: 5),
        ])
        #expect(found.items.map(\.text) == ["\"Kraków\"", "\"Krosno\"", "\"Stary \\\"Kraków\\\"\""])
        #expect(found.items.map(\.count) == [90, 3, 900])
    }

    @Test func `beginnings come before words, words before letters, the short before the long`() {
        let vocabulary = Vocabulary(traits: [
            "last_city": .text, "city_of_birth": .text, "city": .text, "cxixtxy": .text,
        ])
        let items = candidates(in: "city", at: 4, vocabulary: vocabulary).items.filter { $0.kind == .trait }
        #expect(items.map(\.text) == ["city", "city_of_birth", "last_city", "cxixtxy"])
    }

    @Test func `frequent events come first`() {
        let events = offered("did |").items.filter { $0.kind == .event }
        #expect(events.map(\.text) == ["page_view", "purchase", "cart.add"])
        #expect(events.map(\.count) == [9000, 500, 70])
    }

    @Test(arguments: [
        ("ci|", "city", "city |"), ("ci|ty = \"a\"", "city", "city |= \"a\""),
        ("city = kr|", "\"Kraków\"", "city = \"Kraków\" |"),
        ("city = \"kr|", "\"Kraków\"", "city = \"Kraków\" |"),
        ("city = \"kr|\" and a = 1", "\"Kraków\"", "city = \"Kraków\" |and a = 1"),
        ("city = \"kr| and b = \"x\"", "\"Kraków\"", "city = \"Kraków\" |and b = \"x\""),
        ("city in (\"a\", kr|", "\"Kraków\"", "city in (\"a\", \"Kraków\"|"),
        ("city in (\"a\" |", ",", "city in (\"a\", |"),
        ("city in (\"a\" |", ")", "city in (\"a\") |"), ("interests has|", "has any (", "interests has any (|"),
        ("sum(pur|", "purchase", "sum(purchase|"), ("sum(purchase.|", "purchase.revenue", "sum(purchase.revenue|"),
        ("city = \"a\"|", "and", "city = \"a\" and |"), ("within last 30da|", "days", "within last 30 days |"),
        ("(ci|) and a = 1", "city", "(city|) and a = 1"), ("łódź|", "`Łódź branch`", "`Łódź branch` |"),
    ])
    func `a choice replaces the word at the cursor`(marked: String, choice: String, expected: String) {
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
        let candidate = Candidate(
            choice,
            choice.hasPrefix("\"") ? .value : choice.contains(".") ? .property : choice == "purchase" ? .event : .word)
        let taken = offered(marked).taking(candidate, in: parts.joined())
        let bytes = Array(taken.text.utf8)
        let shown = [bytes[..<taken.cursor], Array("|".utf8)[...], bytes[taken.cursor...]].joined()
        #expect(String(decoding: Array(shown), as: UTF8.self) == expected)
    }

    @Test func `any offset of any text is answered`() {
        for text in ["", "é = \"ł\u{301}\" 😀", "city = 'ł", "`", "\"", "a in (((", "/", "did 漢 where 字 = 3"] {
            for offset in -1...text.utf8.count + 1 {
                let found = candidates(in: text, at: offset, vocabulary: Self.vocabulary)
                #expect(found.range.upperBound <= text.utf8.count)
            }
        }
    }
}
