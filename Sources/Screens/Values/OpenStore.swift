public import Customers
public import Phrases

/// The store at hand and what the screens need to know of it from the start.
public struct OpenStore: Hashable, Sendable {
    /// The name to show in the first line.
    public var name: Phrase
    /// Where the store lies, for command lines; none for the default place.
    public var path: String?
    /// What the store holds.
    public var summary: StoreSummary
    /// Dates and times in the workspace's zone.
    public var calendar: CivilCalendar
    /// Texts that were being edited when the program last ended.
    public var drafts: [Draft]
    /// Whether the store was made just now and nothing has come into it.
    public var isNew = false

    public init(
        name: Phrase, path: String? = nil, summary: StoreSummary, calendar: CivilCalendar = .utc, drafts: [Draft] = []
    ) {
        self.name = name
        self.path = path
        self.summary = summary
        self.calendar = calendar
        self.drafts = drafts
    }
}

extension OpenStore {
    /// The date with which to show the store first: now; of a made-up shop that ended before yesterday the day after its end,
    /// for as of now all its figures would have fallen.
    func openingDate(at now: Instant) -> Moment {
        guard summary.isSample, let last = summary.lastEvent else { return .now }
        let end = calendar.date(at: last).adding(days: 1)
        return end < calendar.date(at: now) ? .day(end) : .now
    }
}

/// A segment being edited, not saved yet.
public struct Draft: Hashable, Sendable {
    /// The saved segment that is being changed; empty for a new one.
    public var original: String
    /// The name as it stands in its field.
    public var name: String
    /// The rule's text, maybe not yet a filter; with what is switched off in it.
    public var filter: String
    /// Which parts of the rule are switched off, as places in the reading order of its parts.
    public var off: [Int]
    /// A line of the rule that is being written and not yet a filter; empty for none.
    public var line: String

    public init(original: String, name: String, filter: String, off: [Int] = [], line: String = "") {
        self.original = original
        self.name = name
        self.filter = filter
        self.off = off
        self.line = line
    }
}

/// Which store to open.
public enum StoreChoice: Hashable, Sendable {
    /// The made-up shop, made where it is not there yet.
    case sample(WorkspaceSettings)
    /// A new store in the default place, for the user's own files.
    case fresh(WorkspaceSettings)
    case file(path: String)
}

/// What a workspace is asked once.
public struct WorkspaceSettings: Hashable, Sendable {
    /// An IANA name.
    public var timeZone: String
    /// An ISO 4217 code.
    public var currency: String
    /// The day on which weeks begin.
    public var firstWeekday: Weekday

    public init(timeZone: String, currency: String, firstWeekday: Weekday) {
        self.timeZone = timeZone
        self.currency = currency
        self.firstWeekday = firstWeekday
    }
}
