public import Analytics
public import Customers
public import Filters

/// What a screen wants to know or to have done; each is answered by one `Answer` or one `Failure`.
public enum Question: Hashable, Sendable {
    /// How many people: answered by `.size`.
    case count(Query)
    /// What each condition does to the count: `.conditions`.
    case conditions(Query)
    /// Some of the people: `.sample`.
    case sample(Query, limit: Int)
    /// How many people each of some filters holds: `.sizes`.
    case sizes([Query])
    /// Who the people are and what they bought: `.makeup`.
    case makeup(Query)
    /// What sets the people apart from those of another filter, an empty one for everybody else: `.contrast`.
    case contrast(Query, against: String)
    /// How many of the people each saved segment holds too; no names for all segments: `.overlaps`.
    case overlaps(Query, with: [String])
    /// The people day by day over so many days before the date of the query: `.history`.
    case history(Query, days: Int)
    /// The versions of a segment, oldest first: `.versions`.
    case versions(ofSegment: String)
    /// Who would come and go if one rule took the place of another: `.difference`.
    case difference(from: String, to: Query)
    /// Why a profile is among the people, or is not: `.reasons`.
    case why(Query, profile: Int)
    /// Rows of a list: `.page`.
    case page(ListQuery, offset: Int, limit: Int)
    /// Everything about the profile of this number but its events: `.card`.
    case card(profile: Int, asOf: Moment)
    /// Events and orders of a profile, newest first: `.timeline`.
    ///
    /// Events of some names alone, `order` for orders; no names for all.
    case timeline(profile: Int, asOf: Moment, names: [String] = [], offset: Int, limit: Int)
    /// The saved segments: `.segments`.
    case segments
    /// Saves a segment's text as a new version: `.segments`, all of them.
    ///
    /// `replacing` is the segment that is being changed, empty for a new one; no other is overwritten. `over` is the
    /// version that the author has seen, 0 for none; a later one is overwritten only where that is none.
    case saveSegment(name: String, filter: String, replacing: String, over: Int?)
    /// Deletes a segment: `.segments`, those that are left.
    case deleteSegment(name: String)
    /// People by recency, frequency and monetary scores of a report: `.rfm`.
    case rfm(Query, RFMVariant)
    /// How many get how far in a funnel: `.funnel`.
    case funnel(Query, FunnelWish)
    /// The saved funnels: `.funnels`.
    case funnels
    /// Saves a funnel's text under a name as a new version: `.funnels`, all of them.
    case saveFunnel(name: String, text: String)
    /// Deletes a funnel: `.funnels`, those that are left.
    case deleteFunnel(name: String)
    /// Who came back, by the period in which they began; events as they stand after `did` in a filter: `.retention`.
    ///
    /// Refunds count as the query says, not as the options do.
    case retention(Query, start: String, returning: String, RetentionOptions)
    /// Who was new, came back, woke up and fell asleep in each period: `.lifecycle`.
    case lifecycle(Query, event: String, by: Period)
    /// How many people went between some states in some local days: `.flows`.
    case flows(Query, FlowStates, ClosedRange<CivilDate>)
    /// The people of one arrow between them, by the places of its states: `.flow`.
    case flow(Query, FlowStates, from: Int, to: Int, ClosedRange<CivilDate>)
    /// What became of the mails of each campaign, in some local days or at all times: `.mailings`.
    case mailings(Query, days: ClosedRange<CivilDate>?)
    /// Visits by period; a gap of more than so many minutes begins one: `.sessions`.
    case sessions(Query, gapMinutes: Int, days: ClosedRange<CivilDate>?, by: Period)
    /// What a file seems to hold, or would hold as told: `.preview`.
    case preview(ImportWish)
    /// Reads a file without keeping anything: `.imported`.
    case rehearse(ImportWish)
    /// Imports a file; progress comes as `Message.imported` on the way: `.imported`.
    case runImport(ImportWish)
    /// Writes a plan to a file, as a mapping that the command reads: `.mappingSaved`.
    case saveMapping(ImportWish, path: String)
    /// The finished imports, the newest first: `.imports`.
    case imports
    /// Takes an import back: `.imports`, those that are left.
    case undoImport(Int)
    /// Some measures of the last days and of as many days before, and what else the dashboard shows: `.dashboard`.
    case dashboard(Query, days: Int, of: Set<Metric>)
    /// What customers have brought: `.value`.
    case value(Query, ValueView)
    /// What the store holds: `.summary`.
    case summary
    /// Opens a store, or makes one where there is none: `.opened`.
    case open(StoreChoice)
    /// Closes a store that was made for files which then did not go in, and deletes it: `.discarded`.
    case discardStore
    /// The names that filters may use: `.vocabulary`.
    case vocabulary
    /// Values of a trait or property that begin so, with their counts: `.values`.
    case values(ValueWish, limit: Int)
    /// Writes the people of a list to a file: `.exported`.
    case export(ListQuery, path: String)

    /// The purpose of the question; a newer one of the same purpose takes its place.
    public var slot: Slot {
        switch self {
        case .count: .count
        case .conditions: .conditions
        case .sample: .sample
        case .why: .reasons
        case .sizes: .sizes
        case .makeup: .makeup
        case .contrast: .contrast
        case .overlaps: .overlaps
        case .history: .history
        case .versions, .difference: .versions
        case .page: .page
        case .card: .card
        case .timeline: .timeline
        case .segments: .segments
        case .saveSegment, .deleteSegment, .undoImport, .saveFunnel, .deleteFunnel: .writing
        case .rfm, .funnel: .chart
        case .funnels: .funnels
        case .retention: .cohorts
        case .lifecycle: .lifecycle
        case .flows: .flows
        case .flow: .flow
        case .dashboard, .value, .mailings, .sessions: .measures
        case .preview: .preview
        case .rehearse, .runImport: .importing
        case .summary: .summary
        case .open, .discardStore: .opening
        case .export, .saveMapping: .exporting
        case .imports: .imports
        case .vocabulary: .vocabulary
        case .values: .values
        }
    }
}

/// A purpose of work, of which only the newest piece goes on.
public enum Slot: Hashable, Sendable, CaseIterable {
    case count, conditions, sizes, sample, makeup, contrast, overlaps, history, versions, reasons, page, card, timeline,
        segments,
        writing,
        chart, funnels, cohorts, lifecycle, flows, flow, preview, importing, imports
    case summary, opening, exporting, vocabulary, values, measures
}

/// A question with a number of its own, so that an answer says exactly what it answers.
public struct Request: Hashable, Sendable {
    /// What is asked.
    public let question: Question
    /// Grows by one with every request of the program.
    public let generation: Int
    /// Whether nothing in view waits for the answer.
    public let isAhead: Bool

    public init(_ question: Question, generation: Int, isAhead: Bool = false) {
        self.question = question
        self.generation = generation
        self.isAhead = isAhead
    }

    /// The purpose of the question.
    public var slot: Slot { question.slot }
}
