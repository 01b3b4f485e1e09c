import Filters
import Phrases
import Testing

struct SentenceTests {
    @Test(arguments: [
        (
            "city in (\"Москва\", \"Kraków\") and age >= 30 and did purchase where category = \"shoes\" at least 2 times "
                + "within last 90 days and not in segment \"Unsubscribed\"",
            "People in Москва or Kraków, aged 30 or more, and who bought where category is shoes at least twice in the last "
                + "90 days, excluding people in the segment ‘Unsubscribed’."
        ),
        ("everyone", "Everyone."), ("not everyone", "No one."),
        ("not city = \"Kraków\"", "Everyone except people in Kraków."),
        (
            "not a exists and not b exists",
            "People other than people whose a is known, and other than people whose b is known."
        ),
        ("a exists or not b exists", "People whose a is known, or other than people whose b is known."),
        (
            "a exists and (b exists or c missing)",
            "People whose a is known, and (whose b is known, or whose c is not known)."
        ),
        ("as of 2026-01-31 in segment \"x\"", "People who on 31 January 2026 were people in the segment ‘x’."),
        ("as of 2 weeks ago (a exists)", "People who 2 weeks ago were people whose a is known."),
        ("age between 18 and 25", "People aged 18 to 25."), ("age < 18", "People aged less than 18."),
        ("birth_date < 1980-05-01", "People whose birth date is before 1 May 1980."),
        ("seen >= 2026-05-01T10:00Z", "People whose seen is 10:00Z on 1 May 2026 or later."),
        ("email_consent = true", "People whose email consent is true."),
        ("name != \"a.b\"", "People whose name is not “a.b”."),
        ("size not in (1, 2, 3)", "People whose size is not 1, 2 or 3."),
        (
            "name contains \"a\" or name starts with \"b\" or name ends with \"c\"",
            "People whose name contains “a”, whose name starts with “b”, or whose name ends with “c”."
        ),
        ("name exactly \"a\"", "People whose name is exactly “a”."),
        ("name matches /a\\/b/", "People whose name matches /a\\/b/."),
        (
            "tags has \"a\" and tags has any (\"b\", \"c\") and tags has all (\"d\", \"e\")",
            "People whose tags has a, whose tags has b or c, and whose tags has d and e."
        ),
        ("price between 1 and 2", "People whose price is from 1 to 2."),
        ("seen within next 7 days", "People whose seen is in the next 7 days."),
        ("seen before 30 days ago", "People whose seen is before 30 days ago."),
        ("seen between first_seen and 1 day ago", "People whose seen is between their first seen and 1 day ago."),
        (
            "anniversary of birth_date within next 7 days",
            "People whose birth date has its anniversary in the next 7 days."
        ),
        ("did anything on 2026-01-01", "People who did anything on 1 January 2026."),
        ("did not product_view", "People who did not do product view."),
        ("did not purchase", "People who did not buy."),
        ("did order exactly 1 time", "People who ordered exactly once."),
        ("did a between 2 and 3 times", "People who did a 2 to 3 times."),
        ("did a where (b = 1 and (c = 2 or not d = 3))", "People who did a where b is 1 and (c is 2 or not d is 3)."),
        ("first purchase after 2026-01-01", "People whose first purchase was after 1 January 2026."),
        ("did add_to_cart then not purchase", "People who did add to cart and then did not buy since."),
        (
            "did add_to_cart then not same product purchase within 7 days",
            "People who did add to cart and then did not buy for the same product within 7 days."
        ),
        ("did visit in at least 3 of last 4 weeks", "People who did visit in at least 3 of the last 4 weeks."),
        ("stopped purchase within last 90 days", "People who stopped buying in the last 90 days."),
        ("restarted visit within last 1 week", "People who started doing visit again in the last 1 week."),
        (
            "any cart of add_to_cart on 2026-01-01",
            "People who had a cart (add to cart) last filled on 1 January 2026."
        ),
        (
            "ordered cart of add_to_cart where price > 1",
            "People who ordered a cart (add to cart) where price is more than 1."
        ),
        (
            "abandoned cart of add_to_cart within last 7 days",
            "People who abandoned a cart (add to cart) last filled in the last 7 days."
        ),
        ("open cart of add_to_cart", "People who have an open cart (add to cart)."),
        (
            "sum(purchase.revenue) >= 500 within last 90 days",
            "People whose total revenue of purchase in the last 90 days is 500 or more."
        ),
        (
            "count(order) > 2 and distinct(order.product) = 1",
            "People whose number of events order is more than 2, and whose number of different product of order is 1."
        ),
        ("entered segment \"x\" within last 7 days", "People who entered the segment ‘x’ in the last 7 days."),
        (
            "rfm(groups 7, frequency days, since 2026-01-31).recency >= 6",
            "People whose RFM recency score (7 groups, days with a purchase, purchases since 31 January 2026) is 6 or more."
        ),
        ("rfm.group = \"At risk\"", "People whose RFM group is At risk."),
        (
            "probability(purchase, 30 days) < 0.3",
            "People whose probability of purchase in the next 30 days is less than 0.3."
        ),
        (
            "lifecycle of session_start by week = \"dormant\"",
            "People who are dormant in the lifecycle of session start by week."
        ),
        ("open at step 2 of funnel \"x\"", "People who are still at step 2 of the funnel ‘x’."),
        ("in cohort 2026-03 of purchase", "People whose first purchase was in March 2026."),
        ("in cohort 2026-W11 of purchase", "People whose first purchase was in week 11 of 2026."),
        ("reachable by sms", "People who can be reached by SMS."),
        ("consents to email for marketing", "People who agreed to email for marketing."),
        ("sample 10 % salt \"x\"", "People in the random sample ‘x’ of 10 %."),
    ])
    func `says a filter in plain English`(source: String, sentence: String) throws {
        #expect(try Filter(parsing: source).sentence == sentence)
    }

    @Test func `every filter has a sentence`() {
        var filters = RandomFilters(seed: 9)
        for _ in 0..<2000 {
            let sentence = filters.next().sentence
            #expect(sentence.hasSuffix(".") && sentence.count > 5)
        }
    }

    @Test(arguments: [
        (
            "city in (\"Москва\", \"Kraków\") and age >= 30 and did purchase where category = \"shoes\" at least 2 times "
                + "within last 90 days and not in segment \"Unsubscribed\"",
            "Osoby: miejsce: Москва lub Kraków, w wieku: 30 lub więcej oraz które kupiły (gdzie category to shoes) "
                + "co najmniej dwa razy nie dawniej niż 90 dni temu, bez osób: w segmencie ‘Unsubscribed’.",
            "Люди: место: Москва или Kraków, в возрасте: 30 или больше, и которые купили (где category — shoes) "
                + "самое меньшее два раза не раньше чем 90 дней назад, без людей: в сегменте ‘Unsubscribed’."
        ),
        ("not everyone", "Nikt.", "Никто."),
        (
            "as of 2026-01-31 in segment \"x\"",
            "Osoby: które w dniu 31 stycznia 2026 były osobami: w segmencie ‘x’.",
            "Люди: которые в день 31 января 2026 были людьми: в сегменте ‘x’."
        ),
        (
            "did visit in at least 3 of last 4 weeks",
            "Osoby: które zrobiły visit w co najmniej 3 z ostatnich 4 tygodni.",
            "Люди: которые сделали visit не меньше чем в 3 из последних 4 недель."
        ),
        (
            "abandoned cart of add_to_cart within last 7 days",
            "Osoby: które porzuciły koszyk (add to cart) ostatnio uzupełniony nie dawniej niż 7 dni temu.",
            "Люди: которые бросили корзину (add to cart) с последним пополнением не раньше чем 7 дней назад."
        ),
        (
            "in cohort 2026-03 of purchase", "Osoby: u których pierwsze purchase było w ciągu marca 2026.",
            "Люди: у которых первое purchase было в течение марта 2026."
        ),
    ])
    func `says a filter in the language of the interface`(source: String, polish: String, russian: String) throws {
        let phrase = try Filter(parsing: source).phrase
        #expect(Catalogue.polish.text(phrase) == polish)
        #expect(Catalogue.russian.text(phrase) == russian)
    }

    @Test(arguments: [Language.polish, .russian])
    func `every part of every sentence has its words in another language`(language: Language) {
        let known = Catalogue(of: language).keys
        var filters = RandomFilters(seed: 9)
        for _ in 0..<2000 {
            let missing = keys(of: filters.next().phrase).subtracting(known)
            #expect(missing.isEmpty, "\(missing)")
        }
    }

    /// The keys of a phrase and of its parts; what is the same in all languages has none.
    private func keys(of phrase: Phrase) -> Set<String> {
        var keys: Set<String> = phrase.key.isEmpty ? [] : [phrase.key]
        for part in phrase.parts { keys.formUnion(self.keys(of: part)) }
        return keys
    }
}
