import Customers
import Filters
import Testing

private let shoes = Predicate.property("category", .compare(.equal, .text("shoes")))
private let dear = Predicate.property("price", .compare(.atLeast, .number(100)))
private let lately = TimeRange.withinLast(Span(90, .days))

struct EventParserTests {
    @Test(arguments: [
        ("did purchase", Performance(.named("purchase"))), ("did \"add to cart\"", Performance(.named("add to cart"))),
        ("did cart.add", Performance(.named("cart.add"))),
        ("did not purchase", Performance(.named("purchase"), isNegated: true)),
        ("did anything", Performance(.anything)),
        ("did anything within last 90 days", Performance(.anything, time: lately)),
        ("did not anything", Performance(.anything, isNegated: true)),
        ("did purchase at least 2 times", Performance(.named("purchase"), count: .atLeast(2))),
        ("did purchase at most 1 time", Performance(.named("purchase"), count: .atMost(1))),
        ("did purchase exactly 1 times", Performance(.named("purchase"), count: .exactly(1))),
        ("did purchase less than 3 times", Performance(.named("purchase"), count: .lessThan(3))),
        ("did purchase more than 3 times", Performance(.named("purchase"), count: .moreThan(3))),
        ("did purchase between 2 and 5 times", Performance(.named("purchase"), count: .between(2, 5))),
        (
            "did purchase where category = \"shoes\" at least 2 times within last 90 days",
            Performance(.named("purchase"), where: shoes, count: .atLeast(2), time: lately)
        ),
        (
            "did not purchase where category = \"shoes\" within last 90 days",
            Performance(.named("purchase"), isNegated: true, where: shoes, time: lately)
        ),
        (
            "did purchase where (category = \"shoes\" and price >= 100)",
            Performance(.named("purchase"), where: .all([shoes, dear]))
        ),
        (
            "did purchase where (category = \"shoes\" or not price >= 100 and (price >= 100))",
            Performance(.named("purchase"), where: .any([shoes, .all([.not(dear), dear])]))
        ),
        ("did purchase where not price >= 100", Performance(.named("purchase"), where: .not(dear))),
        (
            "did purchase where price between 1 and 2 between 3 and 4 times between 2026-01-01 and u",
            Performance(
                .named("purchase"), where: .property("price", .between(.number(1), .number(2))), count: .between(3, 4),
                time: .between(.date(.day(2026, 1, 1)), .trait("u")))
        ),
        (
            "did purchase between 30 days ago and 10 days ago",
            Performance(.named("purchase"), time: .between(.ago(Span(30, .days)), .ago(Span(10, .days))))
        ),
        (
            "did purchase where sent within last 90 days within last 90 days",
            Performance(.named("purchase"), where: .property("sent", .time(lately)), time: lately)
        ),
    ])
    func `reads what people did`(source: String, expected: Performance) throws {
        #expect(try Filter(parsing: source) == .performed(expected))
    }

    @Test func `what follows a condition on one property is about the person`() throws {
        let parsed = try Filter(parsing: "did view where category = \"shoes\" and device = \"mobile\"")
        let view = Filter.performed(Performance(.named("view"), where: shoes))
        #expect(parsed == .all([view, .trait("device", .compare(.equal, .text("mobile")))]))
    }

    @Test(arguments: [
        ("first purchase within last 90 days", Occurrence(.first, "purchase", time: lately)),
        (
            "last purchase where price >= 100 before u",
            Occurrence(.last, "purchase", where: dear, time: .before(.trait("u")))
        ),
    ])
    func `reads a first or last event`(source: String, expected: Occurrence) throws {
        #expect(try Filter(parsing: source) == .occurrence(expected))
    }

    @Test(arguments: [
        (
            "did add then purchase within 7 days",
            EventSequence("add", steps: [.init("purchase", within: Span(7, .days))])
        ),
        (
            "did add where price >= 100 within last 90 days then not purchase within 1 day",
            EventSequence(
                "add", where: dear, time: lately, steps: [.init("purchase", isNegated: true, within: Span(1, .days))])
        ),
        (
            "did add then purchase within 7 days within last 90 days",
            EventSequence("add", time: lately, steps: [.init("purchase", within: Span(7, .days))])
        ),
        (
            "did add then same product view where price >= 100 within 2 hours then same cart purchase within 7 days",
            EventSequence(
                "add",
                steps: [
                    .init("view", join: .product, where: dear, within: Span(2, .hours)),
                    .init("purchase", join: .cart, within: Span(7, .days)),
                ])
        ),
        (
            "did add within last 90 days then view within 2 hours then not purchase where price >= 100",
            EventSequence(
                "add", time: lately,
                steps: [
                    .init("view", within: Span(2, .hours)),
                    .init("purchase", isNegated: true, where: dear, within: nil),
                ])
        ),
        (
            "did add then not same cart purchase within 1 calendar week",
            EventSequence(
                "add", steps: [.init("purchase", join: .cart, isNegated: true, within: Span(1, .calendarWeeks))])
        ),
    ])
    func `reads a sequence`(source: String, expected: EventSequence) throws {
        #expect(try Filter(parsing: source) == .sequence(expected))
    }

    @Test(arguments: [
        ("did visit in at least 3 of last 4 weeks", Filter.habit(Habit(.named("visit"), atLeast: 3, ofLastWeeks: 4))),
        (
            "did anything where price >= 100 in at least 1 of last 1 week",
            .habit(Habit(.anything, where: dear, atLeast: 1, ofLastWeeks: 1))
        ),
        ("stopped purchase within last 90 days", .change(Change(.stopped, "purchase", withinLast: Span(90, .days)))),
        (
            "restarted purchase where price >= 100 within last 1 calendar month",
            .change(Change(.restarted, "purchase", where: dear, withinLast: Span(1, .calendarMonths)))
        ),
    ])
    func `reads a habit`(source: String, expected: Filter) throws {
        #expect(try Filter(parsing: source) == expected)
    }

    @Test(arguments: [
        ("any cart of add_to_cart", Cart(.any, of: "add_to_cart")),
        ("Ordered Cart OF add_to_cart within last 90 days", Cart(.ordered, of: "add_to_cart", time: lately)),
        (
            "abandoned cart of add_to_cart where price >= 100 within last 90 days",
            Cart(.abandoned, of: "add_to_cart", where: dear, time: lately)
        ),
        (
            "open cart of \"add to cart\" on 2026-01-01",
            Cart(.open, of: "add to cart", time: .on(.date(.day(2026, 1, 1))))
        ),
    ])
    func `reads a cart`(source: String, expected: Cart) throws {
        #expect(try Filter(parsing: source) == .cart(expected))
    }

    @Test(arguments: [
        (
            "ordered exists and cart exists and abandoned exists",
            Filter.all([.has("ordered"), .has("cart"), .has("abandoned")])
        ),
        (
            "did ordered then abandoned within 90 days",
            .sequence(EventSequence("ordered", steps: [.init("abandoned", within: Span(90, .days))]))
        ),
        ("as of ordered cart exists", .asOf(.trait("ordered"), .has("cart"))),
        ("as of ordered any cart of cart", .asOf(.trait("ordered"), .cart(Cart(.any, of: "cart")))),
        (
            "abandoned cart of abandoned and not open cart of ordered",
            .all([.cart(Cart(.abandoned, of: "abandoned")), .not(.cart(Cart(.open, of: "ordered")))])
        ),
        (
            "open at step 2 of funnel any order (cart then ordered)",
            .funnelStep(
                FunnelCondition(.open, step: 2, of: .defined(Funnel([.init("cart"), .init("ordered")], order: .any))))
        ),
    ])
    func `the words of carts stay free as names`(source: String, expected: Filter) throws {
        #expect(try Filter(parsing: source) == expected)
    }

    @Test(arguments: [
        (
            "sum(purchase.revenue) >= 500 where category = \"shoes\" within last 90 days",
            Aggregate(.sum, "purchase", property: "revenue", where: shoes, time: lately, test: .atLeast(500))
        ),
        (
            "sum(purchase.revenue) where category = \"shoes\" within last 90 days >= 500",
            Aggregate(.sum, "purchase", property: "revenue", where: shoes, time: lately, test: .atLeast(500))
        ),
        (
            "Sum ( purchase.revenue ) within last 90 days >= 500",
            Aggregate(.sum, "purchase", property: "revenue", time: lately, test: .atLeast(500))
        ),
        ("count(order) >= 2", Aggregate(.count, "order", test: .atLeast(2))),
        ("count(order.product) >= 2", Aggregate(.count, "order", property: "product", test: .atLeast(2))),
        ("distinct(order.product) >= 2", Aggregate(.distinct, "order", property: "product", test: .atLeast(2))),
        (
            "average(`cart.add`.`item.price`) >= 2",
            Aggregate(.average, "cart.add", property: "item.price", test: .atLeast(2))
        ),
        ("min(order.`count`) missing", Aggregate(.min, "order", property: "count", test: .missing)),
        (
            "max(order.price) between 1 and 2 between 2026-01-01 and 2026-01-02",
            Aggregate(
                .max, "order", property: "price", time: .between(.date(.day(2026, 1, 1)), .date(.day(2026, 1, 2))),
                test: .between(.number(1), .number(2)))
        ),
        ("count(order) in (1, 2)", Aggregate(.count, "order", test: .isIn([.number(1), .number(2)]))),
    ])
    func `reads an aggregate`(source: String, expected: Aggregate) throws {
        #expect(try Filter(parsing: source) == .aggregate(expected))
    }

    @Test func `reads the example of the definitions`() throws {
        let source = """
            city in ("Москва", "Kraków") and age >= 30
            and did purchase where category = "shoes" at least 2 times within last 90 days
            and did not purchase within last 30 days
            and not in segment "Unsubscribed"
            """
        let filter = Filter.all([
            .trait("city", .isIn([.text("Москва"), .text("Kraków")])), .trait("age", .atLeast(30)),
            .performed(Performance(.named("purchase"), where: shoes, count: .atLeast(2), time: lately)),
            .performed(Performance(.named("purchase"), isNegated: true, time: .withinLast(Span(30, .days)))),
            .not(.membership(.member(of: "Unsubscribed"))),
        ])
        #expect(try Filter(parsing: source) == filter)
        #expect(filter.text == source.split(separator: "\n").joined(separator: " "))
    }
}
