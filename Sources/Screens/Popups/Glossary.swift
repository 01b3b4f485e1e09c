import Phrases

/// What the words of the program mean, in short.
enum Glossary {
    struct Term: Sendable {
        let name: Phrase
        let meaning: Phrase
    }

    static let terms = [
        people, base, segment, asOf, purchase, revenue, reach, rfm, cohort, lifecycle, flow, conditions, certainty,
    ]

    static let people = term(
        "people", "person, profile",
        "One resolved customer: one or more records of your sources. All counts count these.")
    static let base = term("base", "base", "The people who exist at the date of the question; a share is of them.")
    static let segment = term(
        "segment", "segment",
        "A saved rule. Who is in it is worked out anew at every date, from what had happened by then.")
    static let asOf = term(
        "asof", "as of", "Only what happened before that moment counts, whenever it was imported.")
    static let purchase = term("purchase", "purchase", "An order that was not cancelled.")
    static let revenue = term(
        "revenue", "revenue", "Net: of purchases after discounts, less refunds, in the workspace's currency.")
    static let reach = term(
        "reach", "reach", "People with an address for the channel whose consent allows it.")
    static let rfm = term(
        "rfm", "R, F, M",
        "Buyers in fifths: days since the last purchase, number of purchases, net revenue; 5 is best. Equal values share a score. w on the RFM screen changes the groups, what counts and since when; fixed borders are said as fixed days (30, 90) purchases (2, 5) revenue (50, 200)."
    )
    static let cohort = term(
        "cohort", "cohort",
        "The people whose first start event falls in one period; a cell holds those who came back so many periods later. A period that is not over has no number, and the average weighs cohorts by their people."
    )
    static let lifecycle = term(
        "lifecycle", "new, returning, resurrected, dormant",
        "Active for the first time ever; active in the period before too; active again after a pause; active in the period before and no longer."
    )
    static let flow = term(
        "flow", "flow",
        "People by where they were at the midnight that begins the period and where they are when it ends. Of several segments that hold a person the first counts."
    )
    static let conditions = term(
        "conditions", "alone, after, without",
        "A line by itself; the count with all later lines removed; the count with this line removed.")
    static let certainty = term(
        "certainty", "~ and ≈", "~ marks a number that is being asked again, ≈ one counted on a sample.")

    private static func term(_ key: String, _ name: String, _ meaning: String) -> Term {
        Term(name: Phrase("term.\(key)", name), meaning: Phrase("meaning.\(key)", meaning))
    }
}
