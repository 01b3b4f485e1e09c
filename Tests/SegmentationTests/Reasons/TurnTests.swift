import Customers
import Testing

/// When time alone changes an answer.
struct TurnTests {
    private static let purchase = Event("purchase", at: "2026-04-20T10:00:00Z")

    @Test(arguments: [
        ("did purchase within last 30 days", "2026-05-20T10:00:00.001Z"),
        ("did not purchase within last 30 days", "2026-05-20T10:00:00.001Z"),
        ("did purchase", nil), ("did not purchase", nil), ("did purchase on 2026-04-20", nil),
        ("did purchase within last 1 calendar months", "2026-05-21T00:00:00Z"),
        ("did purchase before 12 days ago", "2026-05-02T10:00:00.001Z"),
        ("did purchase on 12 days ago", "2026-05-02T00:00:00Z"),
        ("last purchase before 3 weeks ago", "2026-05-11T10:00:00.001Z"),
        ("not did purchase within last 10 days", nil),
        ("as of 5 days ago did purchase within last 30 days", "2026-05-25T10:00:00.001Z"),
        ("as of 2026-04-25 did purchase within last 30 days", nil),
        ("as of 14 days ago did purchase", "2026-05-04T10:00:00.001Z"),
        ("did purchase then not visit within 20 days", "2026-05-10T10:00:00.001Z"),
        ("did purchase within last 5 weeks then not visit within 20 days", "2026-05-10T10:00:00.001Z"),
        ("did purchase then visit within 20 days", nil),
        ("did purchase in at least 1 of last 3 weeks", "2026-05-11T10:00:00.001Z"),
        ("stopped purchase within last 15 days", "2026-05-05T10:00:00.001Z"),
        ("lifecycle of purchase by month = \"dormant\"", "2026-06-01T00:00:00Z"),
        ("lifecycle of purchase by week = \"returning\"", nil),
        ("in cohort 2026-04 of purchase", nil),
        ("count(purchase) >= 1 within last 20 days", "2026-05-10T10:00:00.001Z"),
        ("sum(purchase.revenue) = 0 within last 20 days", nil),
        ("in segment \"Active\"", "2026-05-20T10:00:00.001Z"),
        ("left segment \"Active\" within last 7 days", "2026-05-20T10:00:00.001Z"),
        ("entered segment \"Active\" within last 14 days", "2026-05-05T00:00:00Z"),
        ("age >= 30", "2026-05-03T00:00:00Z"), ("age < 30", "2026-05-03T00:00:00Z"), ("age >= 20", nil),
        ("age between 29 and 31", "2028-05-03T00:00:00Z"),
        ("anniversary of birth within next 7 days", "2026-05-04T00:00:00Z"),
        ("anniversary of birth within next 1 day", "2026-05-03T00:00:00Z"),
        ("seen within last 90 days", "2026-06-30T06:00:00.001Z"), ("seen before 2026-05-05", nil),
        ("seen within next 7 days", nil), ("sample 50 % salt \"x\"", nil), ("city = \"Kraków\"", nil),
        ("age >= 30 and did purchase within last 30 days", "2026-05-03T00:00:00Z"),
        ("age >= 30 or did purchase within last 30 days", nil),
    ])
    func `an answer turns when its own time has come`(text: String, turn: String?) throws {
        let person = Person(
            ["birth": .date(1996, 5, 3), "seen": .time("2026-04-01T06:00:00Z"), "city": .text("Kraków")],
            events: [Self.purchase])
        let trial = try ReasonTrial(
            [person], asOf: "2026-05-01T12:00:00Z", segments: ["Active": "did purchase within last 30 days"])
        #expect(try trial.reasons(text).changesAt?.description == turn)
    }

    @Test(arguments: [
        ("open cart of visit", "2026-05-02T08:00:00.001Z"), ("abandoned cart of visit", "2026-05-02T08:00:00.001Z"),
        ("ordered cart of visit", nil), ("any cart of visit", nil), ("open cart of purchase", nil),
        ("abandoned cart of purchase", nil), ("ordered cart of click", nil),
        ("any cart of purchase within last 30 days", "2026-05-20T10:00:00.001Z"),
        ("ordered cart of click within last 30 days", "2026-05-20T09:00:00.001Z"),
        ("abandoned cart of visit before 1 day ago", "2026-05-02T08:00:00.001Z"),
        ("open cart of visit before 2 hours ago", "2026-05-02T08:00:00.001Z"),
        ("open cart of visit within last 6 hours", "2026-05-01T14:00:00.001Z"),
        ("as of 1 hour ago open cart of visit", "2026-05-02T09:00:00.001Z"),
    ])
    func `a cart is abandoned a day after its last add`(text: String, turn: String?) throws {
        let person = Person(events: [
            Event("click", at: "2026-04-20T09:00:00Z"), Self.purchase, Event("visit", at: "2026-05-01T08:00:00Z"),
        ])
        let trial = try ReasonTrial([person], asOf: "2026-05-01T12:00:00Z")
        #expect(try trial.reasons(text).changesAt?.description == turn)
    }

    @Test func `days begin at local midnight`() throws {
        let person = Person(["birth": .date(1996, 5, 3)], events: [Self.purchase])
        let trial = try ReasonTrial([person], asOf: "2026-05-01T12:00:00Z", zone: "Europe/Warsaw")
        #expect(try trial.reasons("age >= 30").changesAt?.description == "2026-05-02T22:00:00Z")
        #expect(
            try trial.reasons("did purchase within last 1 calendar months").changesAt?.description
                == "2026-05-20T22:00:00Z")
    }

    @Test func `born on 29 February, one grows older on the 28th in common years`() throws {
        let trial = try ReasonTrial([Person(["birth": .date(2004, 2, 29)])], asOf: "2026-05-01")
        #expect(try trial.reasons("age >= 23").changesAt?.description == "2027-02-28T00:00:00Z")
        #expect(try trial.reasons("age >= 24").changesAt?.description == "2028-02-29T00:00:00Z")
    }
}
