import Columnar
public import Customers
import Filters
import Foundation
import Segmentation
public import Store

/// One open workspace: the store, the columns read from it, and the work done on them.
///
/// Every call reads one consistent state. Calls that write, or that open personal data, are made in the author's name.
public actor Session {
    nonisolated let store: StoreFile
    /// Who works here.
    public nonisolated let author: String
    private var state: (mark: Int, key: StoreState, value: WorkspaceState)?
    private var consents: (mark: ConsentMark, columns: ConsentColumns)?

    /// Opens a store, making it where there is none.
    public init(path: String, author: String) throws(StoreError) {
        FreedMemory.keep(bytes: 8 << 20)
        store = try StoreFile(path: path)
        self.author = author
    }

    /// The path of the store.
    public nonisolated var path: String { store.path }

    /// The present state of the store.
    func current() throws -> WorkspaceState {
        // Asked before the state is read: a commit in between makes the next call read again.
        let mark = try store.mark()
        if let state, state.mark == mark { return state.value }
        let key = try store.state()
        if let state, state.key == key {
            self.state = (mark, key, state.value)
            return state.value
        }
        let settings = Settings(given: key.settings)
        let cache = try store.cache()
        cache.prefetchExistence()
        guard let calendar = settings.calendar else {
            throw StoreError.badSetting(
                key: "time_zone", reason: SettingFault.unknownZone(settings["time_zone"]).phrase)
        }
        let consents = try consents(of: cache.population.profiles)
        let made = WorkspaceState(
            cache: cache, settings: settings, calendar: calendar, consents: consents,
            references: SegmentReferences(
                sources: Dictionary(key.segments.map { ($0.name, $0.source) }) { first, _ in first },
                funnels: Dictionary(
                    key.funnels.compactMap { saved in
                        (try? Funnel(parsing: saved.source)).map { (saved.name, $0) }
                    }
                ) { first, _ in first }, purposes: consents.purposes), refunds: state?.value.refundsIfRead)
        let before = state
        state = (mark, key, made)
        // Taking a state apart takes a while with many columns, which no answer need wait for.
        Task.detached(priority: .utility) { withExtendedLifetime(before) {} }
        return made
    }

    /// The consent ledger, read anew where it has changed.
    private func consents(of profiles: ProfileMap) throws -> ConsentColumns {
        let mark = try store.consentMark()
        if let consents, consents.mark == mark { return consents.columns }
        let columns = ConsentColumns(try store.consents(), profiles: profiles)
        consents = columns.isWhole ? (mark, columns) : nil
        return columns
    }

    /// Another number than before says that somebody has changed something in the store.
    ///
    /// - Complexity: some microseconds
    public nonisolated func mark() throws(StoreError) -> Int { try store.mark() }

    /// Forgets the answers to filters, which are kept so that what was asked before costs nothing.
    public func forgetAnswers() throws { try current().answers.removeAll() }

    /// The number of committed changes of the data.
    public func version() throws -> Int { try store.version() }

    /// What the store holds.
    public func summary() throws -> StoreSummary {
        let state = try current()
        var summary = StoreSummary()
        summary.records = state.population.existence.ever.bitmap.count
        summary.profiles = state.population.existence.base(at: .max).count
        summary.events = state.cache.events
        summary.orders = state.population.orders.count
        summary.eventCounts = state.population.events.mapValues(\.count)
        summary.sources = try store.sources()
        summary.firstEvent = state.cache.firstEvent.map { Instant(milliseconds: $0) }
        summary.lastEvent = state.cache.lastEvent.map { Instant(milliseconds: $0) }
        summary.bytes = store.byteCount
        summary.cacheBytes = Int64(state.cache.byteCount)
        summary.timeZone = state.settings["time_zone"]
        summary.currency = state.settings["currency"]
        summary.version = state.cache.version
        summary.widened = state.cache.widened
        summary.isSample = try store.settings()["sample"] == "true"
        return summary
    }

    /// The settings with their values.
    public func settings() throws -> Settings { Settings(given: try store.settings()) }

    /// Why events of refunds take nothing off an order; none where no event tells of refunds.
    public func uncountedRefunds() throws -> UncountedRefunds? { try current().refunds?.uncounted }

    /// The calendar of the workspace.
    public func calendar() throws -> CivilCalendar { try current().calendar }

    /// Gives a setting a value.
    public func set(_ key: String, to value: String, at time: Instant) throws {
        let known =
            Settings.definitions.contains { $0.key == key } || Settings.rate(key) != nil
            || (key.hasPrefix(Settings.costPrefix) && key.count > Settings.costPrefix.count)
        guard known else { throw StoreError.noSetting(key) }
        if let fault = SettingFault(of: value, for: key) {
            throw StoreError.badSetting(key: key, reason: fault.phrase)
        }
        try store.set(key, to: value, by: author, at: time)
    }

    /// Marks the store as that of the made-up shop.
    public func markSample(at time: Instant) throws { try store.set("sample", to: "true", by: author, at: time) }

    /// Moves what the log holds into the store's file, for whoever copies that file alone.
    public nonisolated func moveLogIntoFile() { store.moveLogIntoFile() }

    /// Verifies the store.
    public func check() throws -> [CheckFinding] { try store.check() }
}
