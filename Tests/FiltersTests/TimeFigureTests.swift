import Customers
import Filters
import Testing

/// The least and the greatest of times, which are tested by times.
struct TimeFigureTests {
    private static let day = TimeRange.on(.ago(Span(3, .days)))
    private static let lately = TimeRange.withinLast(Span(7, .days))

    private static func latest(
        _ test: ValueTest, where condition: Predicate? = nil, time: TimeRange? = nil
    ) -> Filter {
        .aggregate(Aggregate(.max, "order", property: "sent", where: condition, time: time, test: test))
    }

    @Test(arguments: [
        ("max(order.sent) within last 7 days", latest(.time(lately))),
        ("max(order.sent) within next 7 days", latest(.withinNext(Span(7, .days)))),
        ("max(order.sent) on 3 days ago within last 7 days", latest(.time(day), time: lately)),
        ("max(order.sent) within next 7 days on 3 days ago", latest(.withinNext(Span(7, .days)), time: day)),
    ])
    func `a time is the test, a second one is when it happened`(text: String, filter: Filter) throws {
        #expect(try Filter(parsing: text) == filter)
        #expect(filter.text == text)
    }

    @Test(arguments: [
        "max(order.sent) within last 7 days where price >= 5",
        "max(order.sent) within next 7 days where price >= 5 on 3 days ago",
        "max(order.sent) on 2026-03-01 where price >= 5 within last 7 days",
    ])
    func `a condition on the events may stand behind the test`(text: String) throws {
        #expect(try Filter(parsing: text).text == text)
    }

    @Test func `beside a comparison a time is when it happened`() throws {
        #expect(
            try Filter(parsing: "max(order.price) within last 7 days >= 5").text
                == "max(order.price) >= 5 within last 7 days")
    }

    @Test(arguments: [
        "sum(order.price) within last 7 days", "count(order) within next 7 days",
        "max(order.price) within last 7 days where price >= 5 >= 5",
        "max(order.sent) on 3 days ago within last 7 days on 3 days ago",
    ])
    func `other figures take no time, and nothing takes three`(text: String) {
        #expect(throws: SyntaxError.self) { try Filter(parsing: text) }
    }

    @Test(arguments: [
        ("rfm.recency betw", "between"), ("net_revenue betw", "between"),
        ("reached step 2 of funnel (first visit then order until leave ", "within"),
        ("reached step 3 of funnel (first visit then order wh", "where"),
        ("rfm(fixed days (75, 150) purchases (1, 2) revenue ", "("),
    ])
    func `what may follow a figure or a step is offered`(text: String, word: String) {
        let found = candidates(in: text, at: text.utf8.count, vocabulary: CompletionTests.vocabulary)
        #expect(found.items.contains { $0.text == word }, "\(found.items.map(\.text))")
    }
}
