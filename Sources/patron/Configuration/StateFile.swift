import Analytics
import Customers
import Foundation
import Phrases
import Screens
import Terminal

/// Keeps what a user left in a store and finds again, a file a store and user.
struct StateFile {
    /// Where the files stand.
    var folder = Places.state

    private struct Entry: Codable {
        var columns: [String]?
        var sort: String?
        var descending: Bool?
        var screen: String?
        var zoomed: Bool?
        var mouse: Bool?
        var tour: Bool?
        /// The measures of the dashboard, its days, and the limits as texts.
        var tiles: [String]?
        var days: Int?
        var limits: [String]?
        var done: [String]?
    }

    private func path(for store: String) -> String {
        folder + "/state-\(Places.author)-\(PathDigest(store).text).json"
    }

    /// What was left; a file that cannot be read is set aside.
    ///
    /// - Returns: the state, and what to tell the user of a damaged file.
    func read(for store: String) -> (state: KeptState, note: Phrase?) {
        var state = KeptState()
        let path = path(for: store)
        guard let data = FileManager.default.contents(atPath: path) else { return (state, nil) }
        guard let entry = try? JSONDecoder().decode(Entry.self, from: data) else {
            _ = rename(path, path + ".damaged")
            let note = Phrase(
                "keep.damaged", "What you left here could not be read; it was set aside as %1.damaged.", path)
            return (state, note)
        }
        state.list = ListLayout(
            columns: (entry.columns ?? []).map { ProfileColumn(named: $0) },
            sort: entry.sort.map { ProfileColumn(named: $0) } ?? .number, isDescending: entry.descending ?? false)
        state.screen = entry.screen.flatMap(Action.init) ?? state.screen
        state.isZoomed = entry.zoomed ?? false
        state.hasMouse = entry.mouse ?? true
        state.knowsTour = entry.tour ?? false
        state.dashboard = DashboardLayout(
            tiles: entry.tiles?.compactMap { Metric(named: $0) }, days: entry.days,
            limits: (entry.limits ?? []).compactMap { MetricThreshold(parsing: $0) })
        state.doneLast = (entry.done ?? []).compactMap(Action.init)
        return (state, nil)
    }

    func save(_ state: KeptState, for store: String) throws {
        let entry = Entry(
            columns: state.list.columns.map(\.name), sort: state.list.sort.name, descending: state.list.isDescending,
            screen: state.screen.rawValue, zoomed: state.isZoomed, mouse: state.hasMouse, tour: state.knowsTour,
            tiles: state.dashboard.tiles.map(\.rawValue), days: state.dashboard.days,
            limits: state.dashboard.limits.map(\.description),
            done: state.doneLast.map(\.rawValue))
        try PrivateFile.write(try JSONEncoder().encode(entry), to: path(for: store), in: folder)
    }
}
