import Customers
import Testing

@testable import Intake

/// Two threads read columns beside each other; a file is what one thread makes of it.
struct ColumnThreadTests {
    private static func file(rows: Int) -> String {
        var text = "event_id,user_id,event,time,price,city\n"
        for row in 0..<rows {
            let price = row % 911 == 0 ? "dear" : row % 13 == 0 ? "" : "\(row % 97).5"
            let time = row % 577 == 0 ? "yesterday" : "2025-03-\(10 + row % 18)T10:00:00Z"
            let user = row % 1201 == 0 ? "" : "u\(row % 700)"
            text += "\(row % 1999 == 0 ? "" : "\(row)"),\(user),view,\(time),\(price),\"Kraków \(row % 40)\"\n"
        }
        return text
    }

    private static let plan = FilePlan(
        kind: .events, source: "site", format: FileFormat(layout: .csv(Dialect())),
        columns: [
            ColumnPlan(source: .position(0), header: "event_id", target: "event_id", role: .key, type: .integer),
            ColumnPlan(
                source: .position(1), header: "user_id", target: "user_id", role: .identifier(kind: "user_id"),
                type: .text),
            ColumnPlan(source: .position(2), header: "event", target: "event", role: .eventName, type: .text),
            ColumnPlan(source: .position(3), header: "time", target: "time", role: .time, type: .timestamp),
            ColumnPlan(source: .position(4), header: "price", target: "price", type: .number),
            ColumnPlan(source: .position(5), header: "city", target: "city", type: .text),
        ])

    @Test(arguments: [true, false])
    func `rows, hashes and rejects are those of one thread, whether rows are told by an id or by all they say`(
        hasIDs: Bool
    ) {
        let file = Fixture(Self.file(rows: 20_000))
        var plan = Self.plan
        if !hasIDs { plan.columns[0].role = .property }
        let alone = Reading(file.path, plan, pace: IntakeReader.Pace(threads: 1))
        let shared = Reading(file.path, plan, pace: IntakeReader.Pace(threads: 2))
        #expect(shared == alone)
        #expect(alone.rows.count > 19_000)
        // Rows with several faults are told by the first of their columns.
        let faulty = Set(alone.rejects.map { $0.column ?? "none" })
        #expect(faulty == ["time", "price", "none"])
        let both = alone.rejects.filter { reject in
            let row = reject.line - 2
            return row % 911 == 0 && row % 577 == 0
        }
        #expect(!both.isEmpty)
        for reject in both { #expect(reject.column == "time") }
    }

    @Test func `a plan is guessed alike from few rows and from many`() throws {
        let few = Fixture(Self.file(rows: 900), name: "shop.csv")
        let many = Fixture(Self.file(rows: 20_000), name: "shop.csv")
        var (first, second) = (try FilePlan.guess(few.path), try FilePlan.guess(many.path))
        (first.source, second.source) = ("", "")
        #expect(first == second)
        #expect(first.kind == .events)
    }
}
