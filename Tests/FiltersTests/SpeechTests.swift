import Filters
import Testing

/// What a marketer may type, and the text that all the answers together lead to.
struct SpeechTests {
    @Test(arguments: [
        ("people who bought twice in the last month", "did purchase at least 2 times within last 1 calendar month"),
        ("purchased in the last 30 days", "did purchase within last 30 days"),
        ("age 30-40", "age between 30 and 40"), ("age between 30 - 40", "age between 30 and 40"),
        ("age between 30 and 40 years", "age between 30 and 40"), ("age > 18 years old", "age > 18"),
        ("18 < age < 30", "age > 18 and age < 30"), ("age >= 18 and <= 30", "age >= 18 and age <= 30"),
        ("birth_date anniversary within next 7 days", "anniversary of birth_date within next 7 days"),
        ("email contains @gmail.com", "email contains \"@gmail.com\""), ("email = a@b.pl", "email = \"a@b.pl\""),
        ("name = O'Brien", "name = \"O'Brien\""), ("not city Kraków", "not city = \"Kraków\""),
        ("city in [Kraków, Warszawa]", "city in (\"Kraków\", \"Warszawa\")"),
        ("city =Kraków or Warszawa", "city in (\"Kraków\", \"Warszawa\")"),
        ("city IN ('Kraków', „Łódź”)", "city IN (\"Kraków\", \"Łódź\")"),
        ("country == 'PL' && age >= 18", "country = \"PL\" and age >= 18"),
        ("in segments \"VIP\", \"Buyers\"", "in segment \"VIP\" or in segment \"Buyers\""),
        ("in segment \"VIP\" or \"Buyers\"", "in segment \"VIP\" or in segment \"Buyers\""),
        ("everyone except segment \"VIP\"", "everyone and not in segment \"VIP\""), ("all customers", "everyone"),
        ("*", "everyone"), ("no purchase in last 30 days", "did not purchase within last 30 days"),
        ("has email", "did email"), ("missing email", "email missing"),
        ("sum(revenue) over 500 zł", "sum(purchase.revenue) > 500"), ("sum(a.b) > 1 000", "sum(a.b) > 1000"),
        ("purchase > 3 times", "did purchase more than 3 times"),
        ("did order 2 or more times", "did order at least 2 times"),
        ("did order 2-5 times", "did order between 2 and 5 times"),
        ("did order 3+ times", "did order at least 3 times"),
        ("did not did purchase", "did not purchase"),
        ("did add and then purchase within 7 days", "did add then purchase within 7 days"),
        ("did add followed by purchase within 7 days", "did add then purchase within 7 days"),
        ("did purchase category = shoes", "did purchase where category = \"shoes\""),
        (
            "did purchase where category = \"a\" and price > 3 at least 2 times",
            "did purchase where (category = \"a\" and price > 3) at least 2 times"
        ),
        ("did purchase between 1.5.2026 and 31.5.2026", "did purchase between 2026-05-01 and 2026-05-31"),
        ("did purchase within last thirty days", "did purchase within last 30 days"),
        ("did purchase > 30 days ago", "did purchase after 30 days ago"),
        ("as of yesterday, in segment \"x\"", "as of 1 calendar day ago in segment \"x\""),
        ("rfm = Champions", "rfm.group = \"Champions\""), ("email_consent yes", "email_consent = true"),
        ("probability(purchase) > 50%", "probability(purchase, 30 days) > 0.5"),
        ("consent to email", "consents to email for marketing"), ("in cohort 2026-03", "in cohort 2026-03 of purchase"),
        ("lifecycle of a = \"new\"", "lifecycle of a by week = \"new\""),
        ("tags = [\"a\", \"b\"]", "tags in (\"a\", \"b\")"),
    ])
    func `the answers lead to a text that works`(said: String, written: String) throws {
        let error = try #require(throws: SyntaxError.self) { try Filter(parsing: said) }
        #expect(error.fix?.repaired(said) == written)
        #expect(error.report(in: said).contains("\nwrite: \(written)"))
    }

    @Test func `a form is offered only where it can be told from the text`() throws {
        let said = "SELECT * FROM profiles"
        let error = try #require(throws: SyntaxError.self) { try Filter(parsing: said) }
        #expect(error.fixes.isEmpty)
        #expect(error.report(in: said) == "SELECT * FROM profiles\n       ^\n‘*’ is no sign of the filter language.")
    }
}
