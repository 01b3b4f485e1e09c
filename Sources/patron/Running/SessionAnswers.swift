import Analytics
import Customers
import Filters
import Foundation
import Phrases
import Screens
import Store
import Workspace

extension Session {
    /// The instant of a question.
    func instant(_ moment: Moment, _ now: Instant) throws -> Instant {
        switch moment {
        case .now: now
        case .day(let date): try calendar().midnight(of: date)
        case .instant(let instant): instant
        }
    }

    /// Rows of a list, found by words where the list asks for some.
    nonisolated func page(_ list: ListQuery, offset: Int, limit: Int, _ now: Instant) async throws -> ProfilePage {
        let asOf = try await instant(list.people.asOf, now)
        return try await profiles(
            list.people.filter, in: list.people.limit, finding: list.find, asOf: asOf, columns: list.columns,
            sort: list.sort, isDescending: list.isDescending, offset: offset, limit: limit)
    }

    /// Some people of a filter, spread evenly over all.
    nonisolated func sample(_ filter: String, in scope: String?, asOf: Instant, limit: Int) async throws -> [ProfileRow]
    {
        try await profiles(filter, in: scope, asOf: asOf, sort: .revenue, isDescending: true, offset: 0, limit: limit)
            .rows
    }

    /// Buyers as the screen of RFM shows them.
    nonisolated func figures(_ query: Query, _ variant: RFMVariant, _ now: Instant) async throws -> RFMFigures {
        let asOf = try await instant(query.asOf, now)
        let clock = ContinuousClock()
        let start = clock.now
        let limits = [query.filter, query.scope].filter { !$0.isEmpty }
        let scope = limits.isEmpty ? nil : limits.map { "(\($0))" }.joined(separator: " and ")
        let report = try await rfm(in: scope, asOf: asOf, variant: variant)
        let taken = clock.now - start
        return RFMFigures(
            report,
            milliseconds: Double(taken.components.seconds) * 1000 + Double(taken.components.attoseconds) / 1e15)
    }

    /// Writes the people of a list to a file as CSV, readable by its owner alone.
    nonisolated func write(_ list: ListQuery, to path: String, _ now: Instant) async throws -> Int {
        let asOf = try await instant(list.people.asOf, now)
        let export = try await export(
            list.people.filter, in: list.people.limit, finding: list.find, asOf: asOf, columns: nil)
        let expanded = (path as NSString).expandingTildeInPath
        guard !FileManager.default.fileExists(atPath: expanded) else {
            throw Failure.taken(path)
        }
        guard
            FileManager.default.createFile(
                atPath: expanded, contents: Data(CSVText(export).text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw Failure.unwritable(path) }
        return export.rows.count
    }

    /// The store as the screens know it.
    func openStore(drafts: [Draft]) throws -> OpenStore {
        let summary = try summary()
        let file = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        let name = summary.isSample ? Phrase("store.shop", "shoe shop") : Phrase(verbatim: file)
        return OpenStore(
            name: name, path: path == Places.standardStore ? nil : path, summary: summary, calendar: try calendar(),
            drafts: drafts)
    }

    /// Keeps what the user was asked once.
    func take(_ settings: WorkspaceSettings, at now: Instant) throws {
        try set("time_zone", to: settings.timeZone, at: now)
        try set("currency", to: settings.currency, at: now)
        try set("first_weekday", to: "\(settings.firstWeekday)", at: now)
    }
}
