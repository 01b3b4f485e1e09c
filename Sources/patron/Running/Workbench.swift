import Analytics
import Customers
import Filters
import Foundation
import Intake
import Screens
import Store
import Synchronization
import Workspace

/// Does what screens asked, off the main thread, and says what came of it.
actor Workbench {
    private struct Place {
        var session: Session?
        /// Whether the store was made here and may hold nothing yet.
        var isNew = false
    }

    /// The store at hand, under a lock of its own: who leaves must not wait for a thread while work takes all of them.
    private nonisolated let place: Mutex<Place>
    private let drafts: DraftFile

    init(session: Session?, drafts: DraftFile) {
        place = Mutex(Place(session: session))
        self.drafts = drafts
    }

    /// The store at hand.
    nonisolated func current() throws -> Session {
        guard let session = place.withLock(\.session) else { throw Failure.noStore }
        return session
    }

    /// What came of a question.
    @concurrent
    nonisolated func answer(
        _ question: Question, at now: Instant, progress: @escaping @Sendable (ImportProgress) -> Void
    ) async throws -> Answer {
        if case .open(let choice) = question { return .opened(try await open(choice, at: now)) }
        if case .discardStore = question {
            try leave()
            return .discarded
        }
        let session = try current()
        switch question {
        case .count(let query):
            return .size(
                try await session.count(query.filter, in: query.limit, asOf: try await session.instant(query.asOf, now))
            )
        case .conditions(let query):
            let asOf = try await session.instant(query.asOf, now)
            return .conditions(try await session.explain(query.filter, in: query.limit, asOf: asOf).conditions)
        case .sample(let query, let limit):
            let asOf = try await session.instant(query.asOf, now)
            return .sample(try await session.sample(query.filter, in: query.limit, asOf: asOf, limit: limit))
        case .why(let query, let profile):
            let asOf = try await session.instant(query.asOf, now)
            return .reasons(try await session.reasons(query.filter, in: query.limit, for: profile, asOf: asOf))
        case .sizes, .makeup, .contrast, .overlaps, .history, .versions, .difference:
            return try await session.answer(aboutRule: question, now)
        case .page(let list, let offset, let limit):
            return .page(try await session.page(list, offset: offset, limit: limit, now))
        case .card(let profile, let asOf):
            return .card(try await session.card(of: profile, asOf: try await session.instant(asOf, now)))
        case .timeline(let profile, let asOf, let names, let offset, let limit):
            let instant = try await session.instant(asOf, now)
            return .timeline(
                try await session.timeline(
                    of: profile, asOf: instant, names: Set(names), offset: offset, limit: limit))
        case .segments:
            return .segments(try await session.segments())
        case .saveSegment(let name, let filter, let original, let version):
            let isTaken = try await session.segments().contains { $0.name == name }
            guard name == original || !isTaken else { throw SegmentNameProblem.taken(name) }
            _ = try await session.save(segment: name, source: filter, over: version, at: now)
            return .segments(try await session.segments())
        case .deleteSegment(let name):
            try await session.delete(segment: name, at: now)
            return .segments(try await session.segments())
        case .rfm(let query, let variant):
            return .rfm(try await session.figures(query, variant, now))
        case .funnel, .funnels, .saveFunnel, .deleteFunnel:
            return try await session.answer(aboutFunnels: question, now)
        case .retention, .lifecycle, .flows, .flow:
            return try await session.answer(aboutMovement: question, now)
        case .mailings(let query, let days): return .mailings(try await session.mailings(query, days: days, now))
        case .sessions(let query, let minutes, let days, let unit):
            return .sessions(
                try await session.sessions(
                    SessionRequest(gap: Int64(minutes) * 60_000, days: days, by: unit), in: query.limit,
                    asOf: try await session.instant(query.asOf, now)))
        case .dashboard(let query, let days, let metrics):
            return .dashboard(try await session.dashboard(query, days: days, of: metrics, now))
        case .value(let query, let view):
            return .value(try await session.value(query, view, now))
        case .preview(let wish):
            return .preview(try await session.preview(wish))
        case .rehearse(let wish):
            return .imported(try await session.carryOut(wish, isDryRun: true, at: now, progress: progress))
        case .runImport(let wish):
            return .imported(try await session.carryOut(wish, isDryRun: false, at: now, progress: progress))
        case .imports:
            return .imports(try await session.importRecords())
        case .undoImport(let number):
            try await session.undo(import: number, at: now)
            return .imports(try await session.importRecords())
        case .saveMapping(let wish, let path):
            try MappingText(mapping: try await session.plan(for: wish.request(isDryRun: true)).mapping).write(to: path)
            return .mappingSaved(path: path)
        case .summary:
            return .summary(try await session.summary())
        case .vocabulary:
            return .vocabulary(try await session.vocabulary())
        case .values(let wish, let limit):
            return .values(try await session.values(of: wish.subject, beginning: wish.beginning, limit: limit))
        case .export(let list, let path):
            return .exported(rows: try await session.write(list, to: path, now), path: path)
        case .open, .discardStore:
            throw Failure.noStore
        }
    }

    /// Closes the store, while work may still go on; one that was made here goes again where nothing came into it.
    nonisolated func leave() throws {
        let left = place.withLock { place in
            defer { place.session = nil }
            return place
        }
        guard let session = left.session else { return }
        session.moveLogIntoFile()
        if left.isNew { _ = try session.discardIfUnused() }
    }

    /// Opens a store in the place of the one at hand.
    private func open(_ choice: StoreChoice, at now: Instant) async throws -> OpenStore {
        let opened: Session
        var isNew = false
        switch choice {
        case .sample(let settings):
            opened = try await SampleStore.open(at: now)
            try await opened.take(settings, at: now)
        case .fresh(let settings):
            isNew = !FileManager.default.fileExists(atPath: Places.standardStore)
            opened = try Session(path: Places.standardStore, author: Places.author)
            do {
                try await opened.take(settings, at: now)
            } catch {
                if isNew { _ = try? opened.discardIfUnused() }
                throw error
            }
        case .file(let path):
            guard FileManager.default.fileExists(atPath: path) else { throw Failure.missing(path) }
            opened = try Session(path: path, author: Places.author)
        }
        let made = Place(session: opened, isNew: isNew)
        place.withLock { $0 = made }
        var store = try await opened.openStore(drafts: drafts.read(for: opened.path))
        store.isNew = isNew
        return store
    }
}

extension Query {
    /// The scope where there is one.
    var limit: String? { scope.isEmpty ? nil : scope }
}
