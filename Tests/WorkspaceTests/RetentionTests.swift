import Analytics
import Customers
import Filters
import Foundation
import Testing
import Workspace

struct RetentionTests {
    private let shop = SmallShop(people: 60, seed: 33)

    private func report(
        _ store: TestStore, _ start: String, _ returning: String, _ options: RetentionOptions, in scope: String? = nil,
        asOf: Instant = .asked
    ) async throws -> RetentionReport {
        try await store.session.retention(
            start: start, returning: returning, options: options, in: scope, asOf: asOf)
    }

    @Test(arguments: [
        ("purchase", "purchase"), ("page_view", "purchase"), ("anything", "email_open"),
        ("purchase where category = \"boots\"", "product_view where category = \"bags\""),
    ])
    func `the filter of every cell holds as many people as the cell says`(start: String, returning: String) async throws
    {
        let store = try await SharedStore.of(shop)
        for options in [
            RetentionOptions(), RetentionOptions(countsLater: true, cells: 6), RetentionOptions(by: .week, cells: 3),
        ] {
            let report = try await report(store, start, returning, options)
            #expect(report.people > 0)
            for (number, cohort) in report.cohorts.enumerated() where number % 3 == 0 {
                #expect(try await store.ids(report.filter(cohort: number).text).count == cohort.size)
                for (cell, people) in cohort.people.enumerated() where (cell + number) % 4 < 2 {
                    guard let people else { continue }
                    #expect(try await store.ids(report.filter(cohort: number, cell: cell).text).count == people)
                }
            }
        }
    }

    @Test func `purchases that tell no amount are returns all the same`() async throws {
        let store = try TestStore()
        let events = """
            profile_id,timestamp,type
            1,2024-01-01T10:00:00Z,visit
            1,2024-01-02T10:00:00Z,purchase
            2,2024-01-05T10:00:00Z,visit

            """
        try await store.importFile("events.csv", Data(events.utf8))
        let report = try await report(
            store, "visit", "purchase", RetentionOptions(), asOf: Instant(seconds: 1_709_251_200))
        #expect(report.cohorts.map(\.size) == [2])
        #expect(report.cohorts[0].people[0] == 1)
    }

    @Test func `money and people are those of the files`() async throws {
        let store = try await SharedStore.of(shop)
        let report = try await report(store, "purchase", "purchase", RetentionOptions())
        var expected: [String: Int] = [:]
        for person in shop.people.values {
            let bought = person.purchases(before: .asked)
            guard let first = bought.map(\.time).min()?.prefix(7) else { continue }
            for order in bought { expected["\(first) \(order.time.prefix(7))", default: 0] += order.net }
        }
        var found: [String: Int] = [:]
        for cohort in report.cohorts {
            for (cell, revenue) in cohort.revenueMinor.enumerated() {
                let month = cohort.days.lowerBound.adding(months: cell).description.prefix(7)
                if let revenue, revenue != 0 { found["\(cohort.period.text) \(month)"] = Int(revenue) }
            }
        }
        #expect(found == expected.filter { $0.value != 0 })
    }

    @Test func `a scope and another date limit the report as they limit its filters`() async throws {
        let store = try await SharedStore.of(shop)
        let then = try await store.session.instant(of: "2025-08-20")
        let scope = "device = \"mobile\""
        let whole = try await report(store, "purchase", "purchase", RetentionOptions(), asOf: then)
        let part = try await report(store, "purchase", "purchase", RetentionOptions(), in: scope, asOf: then)
        #expect(part.people < whole.people)
        for (number, cohort) in part.cohorts.enumerated() {
            let filter = "\(scope) and \(part.filter(cohort: number).text)"
            #expect(try await store.ids(filter, asOf: then).count == cohort.size)
            #expect(cohort.people.last == .some(nil))
        }
        for cell in [0, 1, 2] {
            let filter = try #require(whole.filter(average: cell)).text
            #expect(try await store.ids(filter, asOf: then).count == whole.averages[cell].people)
        }
    }

    @Test func `an unknown event is named with its place`() async throws {
        let store = try await SharedStore.of(shop)
        await #expect(throws: FilterProblem.self) {
            try await report(store, "purchases", "purchase", RetentionOptions())
        }
    }
}
