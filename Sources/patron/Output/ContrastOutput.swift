import Analytics
import Customers
import Filters
import Phrases
import Terminal

/// Prints what sets some people apart.
struct ContrastOutput {
    let contrast: SegmentContrast
    let asOf: Instant

    func print(as format: OutputFormat) throws {
        switch format {
        case .json: try Printer.json(Report(contrast, asOf))
        case .csv:
            Printer.csv(
                ["subject", "value", "people", "others", "share", "others_share", "lift", "filter"],
                contrast.facts.map { fact in
                    [
                        fact.subject, fact.label.description, "\(fact.people.count)", "\(fact.others)", "\(fact.share)",
                        "\(fact.othersShare)", fact.lift.map { "\($0)" } ?? "", fact.people.filter,
                    ]
                })
        case .text: printTable()
        }
    }

    func printTable() {
        Printer.line(
            "\(Numbers.grouped(contrast.people)) people against \(Numbers.grouped(contrast.others)) others")
        guard !contrast.facts.isEmpty else { return Printer.line("Nothing sets them clearly apart.") }
        var table = TextTable([
            ("what", .left), ("value", .left), ("people", .right), ("share", .right), ("others", .right),
            ("times", .right),
        ])
        for fact in contrast.facts {
            table.append([
                fact.subject, fact.label.description, Numbers.grouped(fact.people.count), Numbers.percent(fact.share),
                Numbers.percent(fact.othersShare), fact.lift.map { Numbers.decimal($0, places: 2) } ?? "-",
            ])
        }
        table.print()
    }

    private struct Report: Encodable {
        struct Fact: Encodable {
            let subject, value: String
            let people, others: Int
            let share, othersShare: Double
            let lift: Double?
            let filter: String
        }

        let people, others: Int
        let facts: [Fact]
        let asOf: String

        init(_ contrast: SegmentContrast, _ asOf: Instant) {
            people = contrast.people
            others = contrast.others
            facts = contrast.facts.map {
                Fact(
                    subject: $0.subject, value: $0.label.description, people: $0.people.count, others: $0.others,
                    share: $0.share, othersShare: $0.othersShare, lift: $0.lift, filter: $0.people.filter)
            }
            self.asOf = asOf.description
        }
    }
}

extension SegmentContrast {
    /// The same with filters that hold only people of the one to which the question was limited.
    func limited(to scope: String?) throws -> SegmentContrast {
        SegmentContrast(
            people: people, others: others,
            facts: try facts.map { fact in
                Fact(
                    subject: fact.subject, label: fact.label, people: try fact.people.joined(to: [scope]),
                    others: fact.others, share: fact.share, othersShare: fact.othersShare, distance: fact.distance)
            })
    }
}

extension CountedFilter {
    /// The same people by a filter that also says what they were drawn from.
    func joined(to others: [String?]) throws -> CountedFilter {
        let filters = try (others.compactMap(\.self).filter { !$0.isEmpty } + [filter]).map { try Filter(parsing: $0) }
        return CountedFilter(count: count, filter: Filter.joining(filters).text)
    }
}
