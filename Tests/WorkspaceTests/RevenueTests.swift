import Analytics
import Customers
import Filters
import Foundation
import Testing
import Workspace

/// Every report that tells of money tells of the same money.
struct RevenueTests {
    private let shop = SmallShop(people: 90, seed: 71)

    private func expectOneRevenue(_ session: Session, net: Int64, gross: Int64, asOf: Instant) async throws {
        let first = try #require(CivilDate(parsing: "2024-01-01"))
        let last = try #require(CivilDate(parsing: "2026-12-31"))
        for unit in [Period.day, .week, .month] {
            let series = try await session.measures(by: unit, from: first, through: last, asOf: asOf)
            let figures = series.figures.compactMap { $0?.sales }
            #expect(figures.reduce(0) { $0 + $1.net } == net, "measures by \(unit)")
            #expect(figures.reduce(0) { $0 + $1.gross } == gross, "measures by \(unit)")
        }
        for isGross in [false, true] {
            let groups = try await session.value(byTrait: "city", isGross: isGross, asOf: asOf)
            #expect(groups.reduce(0) { $0 + $1.figures.revenue } == (isGross ? gross : net), "value by trait")
            var options = RFMVariant.standard
            options.isGross = isGross
            let rfm = try await session.rfm(asOf: asOf, variant: options)
            #expect(rfm.revenueTotal == (isGross ? gross : net), "RFM")
            #expect(rfm.cells.reduce(0) { $0 + $1.revenueMinor } == (isGross ? gross : net), "cells of RFM")
        }
        #expect(try await session.concentration(asOf: asOf).revenue == net, "concentration")
        #expect(try await session.makeup(of: "did purchase", asOf: asOf).revenueMinor == net, "makeup")
    }

    @Test func `cohorts and flows bring all of it too`() async throws {
        let session = try await SharedStore.of(shop).session
        let asOf = Instant(seconds: 1_830_000_000)
        let net = Int64(shop.people.values.flatMap { $0.purchases(before: asOf.description) }.reduce(0) { $0 + $1.net })
        for unit in [Period.week, .month] {
            let report = try await session.retention(
                start: "purchase", returning: "purchase", options: RetentionOptions(by: unit), asOf: asOf)
            #expect(report.cohorts.flatMap(\.revenueMinor).compactMap(\.self).reduce(0, +) == net, "by \(unit)")
        }
        let first = try #require(CivilDate(parsing: "2024-01-01"))
        let last = try #require(CivilDate(parsing: "2026-12-31"))
        let everybody = FlowStates.segments(["did purchase or not did purchase"])
        // Whose first record is an event of the time was nobody when it began.
        var brought: Int64 = 0
        for row in 0...1 {
            let arrow = try await session.flow(from: row, to: 0, between: everybody, on: first...last, asOf: asOf)
            brought += arrow.revenueMinor
        }
        #expect(brought == net)
    }

    @Test func `net revenue is the same in every report`() async throws {
        let store = try await SharedStore.of(shop)
        for asOf in [Instant.asked, Instant(seconds: 1_750_000_000), Instant(seconds: 1_830_000_000)] {
            let orders = shop.people.values.flatMap { $0.purchases(before: asOf.description) }
            try await expectOneRevenue(
                store.session, net: Int64(orders.reduce(0) { $0 + $1.net }),
                gross: Int64(orders.reduce(0) { $0 + $1.revenue }), asOf: asOf)
        }
    }

    @Test func `late events and refunds correct what was counted before`() async throws {
        let store = try TestStore()
        let whole = shop.orders.rows.count
        // Orders as they were before a part of them came back, and without those that came late.
        var early = shop.orders
        early.rows = early.rows.prefix(whole * 2 / 3).map { row in
            row[3] == "returned" ? Array(row[0..<3] + ["completed"] + row[4...]) : row
        }
        try await store.importAll([shop.profiles, shop.events.keeping(0..<400), early, shop.items])
        let first = try #require(CivilDate(parsing: "2024-01-01"))
        let last = try #require(CivilDate(parsing: "2026-12-31"))
        func ask(_ session: Session) async throws -> [MeasureSeries] {
            var all: [MeasureSeries] = []
            for unit in [Period.day, .month] {
                all.append(try await session.measures(by: unit, from: first, through: last, asOf: .asked))
            }
            return all
        }
        let before = try await ask(store.session)
        try await store.importAll([shop.events, shop.orders, shop.items])
        let after = try await ask(store.session)
        let expected = try await ask(try await SharedStore.of(shop).session)
        #expect(after.map(\.figures) == expected.map(\.figures))
        #expect(before.map(\.figures) != after.map(\.figures))
        let refunds = after[1].figures.compactMap { $0?.sales }.reduce(0) { $0 + $1.gross - $1.net }
        #expect(refunds > 0)
        withExtendedLifetime(store) {}
    }
}
