import Analytics
import Customers
import Foundation
import Phrases
import Screens
import Terminal
import Testing

@testable import patron

/// What a user left is found again as it was.
struct StateFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "patron-state-\(UUID())").path()

    /// Reads back what is saved.
    private func again(_ state: KeptState) throws -> KeptState {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = StateFile(folder: folder)
        try file.save(state, for: "/shop.patron")
        #expect(file.read(for: "/other.patron").state == KeptState(), "each store has its own")
        let (read, note) = file.read(for: "/shop.patron")
        #expect(note == nil)
        return read
    }

    @Test func `the tiles, days and limits of the dashboard come back as they were`() throws {
        var state = KeptState()
        state.dashboard = DashboardLayout(
            tiles: [.abandonment, .netRevenue, .openRate], days: 7,
            limits: [
                MetricThreshold(.abandonment, .above, 0.825), MetricThreshold(.netRevenue, .below, 12_500),
                MetricThreshold(.purchases, .below, 3),
            ])
        #expect(try again(state).dashboard == state.dashboard)
    }

    @Test func `every measure can be a tile and have a limit`() throws {
        var state = KeptState()
        let limits = Metric.allCases.enumerated().map { MetricThreshold($1, $0 % 2 == 0 ? .above : .below, Double($0)) }
        for days in DashboardLayout.lengths {
            state.dashboard = DashboardLayout(tiles: Metric.allCases.reversed(), days: days, limits: limits)
            #expect(try again(state).dashboard == state.dashboard)
        }
    }

    @Test func `the list of people, the screen in front and the rest come back too`() throws {
        var state = KeptState()
        state.list = ListLayout(
            columns: [.name, .trait("loyalty tier"), .revenue, .group], sort: .trait("loyalty tier"),
            isDescending: true)
        state.screen = .showMailings
        (state.isZoomed, state.hasMouse, state.knowsTour) = (true, false, true)
        state.doneLast = [.palette, .breakDown, .showFunnels]
        #expect(try again(state) == state)
        #expect(try again(KeptState()) == KeptState())
    }

    @Test func `any screen can be the one in front`() throws {
        for screen in Action.allCases {
            var state = KeptState()
            state.screen = screen
            #expect(try again(state).screen == screen)
        }
    }

    @Test func `a damaged file is set aside and told of`() throws {
        let file = StateFile(folder: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try file.save(KeptState(), for: "/shop.patron")
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        try "{\"columns\": 7".write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
        let (state, note) = file.read(for: "/shop.patron")
        #expect(state == KeptState())
        #expect(note?.description.contains(name + ".damaged") == true)
        #expect(FileManager.default.fileExists(atPath: folder + "/" + name + ".damaged"))
    }
}
