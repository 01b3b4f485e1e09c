import Customers
import Filters
import Testing

struct ParserTests {
    @Test(arguments: [
        ("city = \"Kraków\"", Filter.trait("city", .compare(.equal, .text("Kraków")))),
        ("city != \"Kraków\"", .trait("city", .compare(.unequal, .text("Kraków")))),
        ("age < 30", .trait("age", .compare(.less, .number(30)))),
        ("age <= 30", .trait("age", .compare(.atMost, .number(30)))),
        ("age>30", .trait("age", .compare(.greater, .number(30)))),
        ("age >= -30", .trait("age", .compare(.atLeast, .number(-30)))),
        ("balance = +19.990", .trait("balance", .compare(.equal, .number(1999, 2)))),
        ("balance = -0.05", .trait("balance", .compare(.equal, .number(-5, 2)))),
        ("agreed = TRUE", .trait("agreed", .compare(.equal, .boolean(true)))),
        ("agreed = false", .trait("agreed", .compare(.equal, .boolean(false)))),
        ("born = 1980-01-31", .trait("born", .compare(.equal, .date(.day(1980, 1, 31))))),
        ("age between 18 and 30", .trait("age", .between(.number(18), .number(30)))),
        ("name between \"a\" and \"b\"", .trait("name", .between(.text("a"), .text("b")))),
        ("city in (\"Москва\", \"Kraków\")", .trait("city", .isIn([.text("Москва"), .text("Kraków")]))),
        ("level in (1, 2)", .trait("level", .isIn([.number(1), .number(2)]))),
        ("level in (1,2)", .trait("level", .isIn([.number(1), .number(2)]))),
        ("city not in (\"a\")", .trait("city", .isNotIn([.text("a")]))),
        ("city exists", .trait("city", .exists)),
        ("city MISSING", .trait("city", .missing)),
        ("city contains \"ra\"", .trait("city", .contains("ra"))),
        ("city starts with \"Kr\"", .trait("city", .startsWith("Kr"))),
        ("city ends with \"ów\"", .trait("city", .endsWith("ów"))),
        ("city exactly \"Kraków\"", .trait("city", .exactly("Kraków"))),
        ("city matches /^kra.*w$/", .trait("city", .matches("^kra.*w$"))),
        ("path matches /a\\/b\\d/", .trait("path", .matches("a/b\\d"))),
        ("tags has \"vip\"", .trait("tags", .has(.text("vip")))),
        ("tags has any (\"a\", 1)", .trait("tags", .hasAny([.text("a"), .number(1)]))),
        ("tags has all (\"a\")", .trait("tags", .hasAll([.text("a")]))),
        ("born within next 7 days", .trait("born", .withinNext(Span(7, .days)))),
    ])
    func `reads a test of a trait`(source: String, expected: Filter) throws {
        #expect(try Filter(parsing: source) == expected)
    }

    @Test(arguments: [
        ("`date of birth` exists", "date of birth"), ("\"date of birth\" exists", "date of birth"),
        ("`open` exists", "open"), ("`a\\`b\\\\c\\n` exists", "a`b\\c\n"), ("_x exists", "_x"), ("имя2 exists", "имя2"),
        ("e\u{301}te exists", "e\u{301}te"), ("address.city exists", "address.city"), ("`rfm.x` exists", "rfm.x"),
        ("`a\\u{1F600}` exists", "a😀"), ("product exists", "product"), ("email exists", "email"),
        ("never exists", "never"), ("is exists", "is"), ("people exists", "people"),
    ])
    func `reads a name`(source: String, name: String) throws {
        #expect(try Filter(parsing: source) == .trait(name, .exists))
    }

    @Test(arguments: [
        ("\"\"", ""), ("\"a\\\"b\"", "a\"b"), ("\"a\\\\b\"", "a\\b"), ("\"a\\nb\\tc\\r\"", "a\nb\tc\r"),
        ("\"„Kraków” 'x'\"", "„Kraków” 'x'"), ("\"\u{301}\"", "\u{301}"), ("\"\\u{0}\"", "\0"),
    ])
    func `reads a text`(source: String, text: String) throws {
        #expect(try Filter(parsing: "x = \(source)") == .trait("x", .compare(.equal, .text(text))))
    }

    @Test(arguments: [
        ("t within last 30 days", TimeRange.withinLast(Span(30, .days))),
        ("t within last 1 hour", .withinLast(Span(1, .hours))), ("t within last 2 weeks", .withinLast(Span(2, .weeks))),
        ("t within last 1 calendar month", .withinLast(Span(1, .calendarMonths))),
        ("t within last 2 calendar days", .withinLast(Span(2, .calendarDays))),
        ("t within last 2 calendar weeks", .withinLast(Span(2, .calendarWeeks))),
        ("t within last 2 calendar years", .withinLast(Span(2, .calendarYears))),
        ("t before 2026-01-01", .before(.date(.day(2026, 1, 1)))),
        ("t after 30 days ago", .after(.ago(Span(30, .days)))), ("t on u", .on(.trait("u"))),
        ("t on `date of u`", .on(.trait("date of u"))), ("t on \"date of u\"", .on(.trait("date of u"))),
        ("t between 2026-01-01 and 2026-01-31", .between(.date(.day(2026, 1, 1)), .date(.day(2026, 1, 31)))),
        ("t between 30 days ago and u", .between(.ago(Span(30, .days)), .trait("u"))),
    ])
    func `reads a time`(source: String, expected: TimeRange) throws {
        #expect(try Filter(parsing: source) == .trait("t", .time(expected)))
    }

    @Test(arguments: [
        ("2026-05-01T10:00", 36_000_000, nil), ("2026-05-01t10:00:30", 36_030_000, nil),
        ("2026-05-01T00:00:00.25", 250, nil), ("2026-05-01T23:59:59.999", 86_399_999, nil),
        ("2026-05-01T10:00Z", 36_000_000, 0), ("2026-05-01T10:00+02:00", 36_000_000, 7200),
        ("2026-05-01T10:00-0330", 36_000_000, -12_600), ("2026-05-01T10:00:00.2500000+00:00", 36_000_250, 0),
    ])
    func `reads an instant`(source: String, milliseconds: Int, offset: Int?) throws {
        let instant = LocalInstant(date: .day(2026, 5, 1), milliseconds: milliseconds, offset: offset)
        #expect(try Filter(parsing: "t after \(source)") == .trait("t", .time(.after(.instant(instant)))))
    }

    @Test(arguments: [
        ("a exists and b exists and c exists", Filter.all([.has("a"), .has("b"), .has("c")])),
        ("a exists or b exists and c exists", .any([.has("a"), .all([.has("b"), .has("c")])])),
        ("a exists and (b exists or c exists)", .all([.has("a"), .any([.has("b"), .has("c")])])),
        ("(a exists and b exists) and c exists", .all([.all([.has("a"), .has("b")]), .has("c")])),
        ("((a exists))", .has("a")), ("not a exists and b exists", .all([.not(.has("a")), .has("b")])),
        ("NOT (a exists AND b exists)", .not(.all([.has("a"), .has("b")]))),
        ("not not a exists", .not(.not(.has("a")))),
        ("as of 2026-01-01 a exists", .asOf(.date(.day(2026, 1, 1)), .has("a"))),
        ("as of 30 days ago not a exists", .asOf(.ago(Span(30, .days)), .not(.has("a")))),
        ("as of u (a exists or b exists)", .asOf(.trait("u"), .any([.has("a"), .has("b")]))),
        ("everyone", .everyone), ("a exists and not everyone", .all([.has("a"), .not(.everyone)])),
        ("a\u{A0}exists\r\n\tand b exists \u{FEFF}", .all([.has("a"), .has("b")])),
    ])
    func `reads a group`(source: String, expected: Filter) throws {
        #expect(try Filter(parsing: source) == expected)
    }

    @Test(arguments: [
        ("in segment \"VIP\"", Filter.membership(.member(of: "VIP"))),
        ("in segment VIP", .membership(.member(of: "VIP"))),
        ("not in segment \"VIP\"", .not(.membership(.member(of: "VIP")))),
        ("entered segment \"VIP\" within last 7 days", .membership(.entered("VIP", .withinLast(Span(7, .days))))),
        ("left segment \"VIP\" on 2026-01-01", .membership(.left("VIP", .on(.date(.day(2026, 1, 1)))))),
        ("rfm.recency >= 4", .derived(.recency, .compare(.atLeast, .number(4)))),
        ("RFM.Frequency in (1, 2)", .derived(.frequency, .isIn([.number(1), .number(2)]))),
        ("rfm.monetary between 1 and 3", .derived(.monetary, .between(.number(1), .number(3)))),
        ("rfm.group = \"Champions\"", .derived(.group, .compare(.equal, .text("Champions")))),
        (
            "rfm(groups 7, frequency days).recency = 5",
            .derived(
                .rfm(.recency, RFMVariant(division: .groups(7), countsDays: true)), .compare(.equal, .number(5)))
        ),
        (
            "RFM ( Monetary average, revenue GROSS, since 30 days ago ).Group exists",
            .derived(
                .rfm(.group, RFMVariant(takesAverage: true, isGross: true, since: .ago(Span(30, .days)))), .exists)
        ),
        (
            "rfm(fixed days (30,90) purchases (2, 5) revenue (-5, 19.99)).monetary = 3",
            .derived(
                .rfm(
                    .monetary,
                    RFMVariant(
                        division: .fixed(
                            .init(
                                days: [30, 90], purchases: [2, 5],
                                revenue: [.init(coefficient: -5), .init(coefficient: 1999, fractionDigits: 2)]))
                    )), .compare(.equal, .number(3)))
        ),
        ("rfm(frequency orders, monetary sum, revenue net).frequency exists", .derived(.frequency, .exists)),
        ("net_revenue > 19.99", .derived(.netRevenue, .compare(.greater, .number(1999, 2)))),
        ("ltv exists", .derived(.lifetimeValue, .exists)),
        ("p_alive < 0.5", .derived(.probabilityAlive, .compare(.less, .number(5, 1)))),
        ("score(\"interest\") >= 50", .derived(.score("interest"), .compare(.atLeast, .number(50)))),
        (
            "probability(purchase, 30 days) < 0.3",
            .derived(.probability(event: "purchase", Span(30, .days)), .compare(.less, .number(3, 1)))
        ),
        (
            "expected_purchases(90 days) > 1",
            .derived(.expectedPurchases(Span(90, .days)), .compare(.greater, .number(1)))
        ),
        (
            "lifecycle of session_start by week = \"Dormant\"",
            .lifecycle(event: "session_start", by: .week, stage: "dormant")
        ),
        (
            "reached step 3 of funnel \"Checkout\"",
            .funnelStep(FunnelCondition(.reached, step: 3, of: .saved("Checkout")))
        ),
        (
            "dropped at step 1 of funnel \"Checkout\"",
            .funnelStep(FunnelCondition(.dropped, step: 1, of: .saved("Checkout")))
        ),
        (
            "reached step 2 of funnel strict (a where x = 1 then b until c, d within 30 minutes) where last x = 2 on 2026-01-01",
            .funnelStep(
                FunnelCondition(
                    .reached, step: 2,
                    of: .defined(
                        Funnel(
                            [Funnel.Step("a", where: .property("x", .compare(.equal, .number(1)))), Funnel.Step("b")],
                            order: .strict, within: Span(30, .minutes),
                            excluding: [Funnel.Step("c"), Funnel.Step("d")], endsAtExcluded: true)),
                    where: .property("x", .compare(.equal, .number(2))), touch: .last,
                    time: .on(.date(CivilDate(parsing: "2026-01-01")!))))
        ),
        (
            "dropped at step 1 of funnel any order (a then b within any time)",
            .funnelStep(
                FunnelCondition(
                    .dropped, step: 1,
                    of: .defined(Funnel([Funnel.Step("a"), Funnel.Step("b")], order: .any, within: nil))))
        ),
        ("open at step 2 of funnel Checkout", .funnelStep(FunnelCondition(.open, step: 2, of: .saved("Checkout")))),
        ("in cohort 2026-03 of purchase", .cohort(.month(year: 2026, month: 3), event: "purchase")),
        ("in cohort 2026-W53 of purchase", .cohort(.week(year: 2026, week: 53), event: "purchase")),
        ("in cohort 2026-03-15 of purchase", .cohort(.day(.day(2026, 3, 15)), event: "purchase")),
        ("reachable by email", .reachable(.email)), ("reachable by SMS", .reachable(.sms)),
        ("consents to push for marketing", .consents(.push, purpose: "marketing")),
        ("sample 10 % salt \"x\"", .sample(percent: .init(coefficient: 10), salt: "x")),
        ("sample 0.25% salt \"\"", .sample(percent: .init(coefficient: 25, fractionDigits: 2), salt: "")),
        ("anniversary of born within next 7 days", .anniversary(trait: "born", withinNext: Span(7, .days))),
    ])
    func `reads the other conditions`(source: String, expected: Filter) throws {
        #expect(try Filter(parsing: source) == expected)
    }

    @Test func `a funnel may begin at the first event alone, and a report have a rule`() throws {
        let funnel = try Funnel(parsing: "strict (first home then cart within 1 days)")
        #expect(
            funnel
                == Funnel([.init("home"), .init("cart")], order: .strict, within: Span(1, .days), startsAtFirst: true))
        #expect(try Funnel(parsing: funnel.text) == funnel)
        let without = try Funnel(parsing: "(home then cart without mail where kind = \"news\", call within 1 days)")
        #expect(without.excluded.map(\.event) == ["mail", "call"])
        #expect(try RFMVariant(parsing: "rule ntile, revenue gross") == RFMVariant(isGross: true, rule: .ntile))
        #expect(throws: SyntaxError.self) { try RFMVariant(parsing: "rule tiles") }
    }
}
