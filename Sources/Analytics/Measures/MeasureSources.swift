public import Columnar

/// Purchases of one table with what each brought.
public struct PurchaseRun: Sendable {
    /// The purchases in time order.
    public let run: EventRun
    /// Revenue of every row of the table before refunds, in minor units.
    public let gross: [Int64]
    /// Revenue of every row of the table after the refunds that count at the date of the purchase, in minor units.
    public let net: [Int64]

    /// - Precondition: all have an amount for every row of the table.
    public init(_ run: EventRun, gross: [Int64], net: [Int64]) {
        let rows = run.times.count
        precondition(gross.count == rows && net.count == rows, "amounts of another table")
        self.run = run
        self.gross = gross
        self.net = net
    }
}

/// What measures are worked out from: the columns of one state of a store, seen from a date.
public struct MeasureSources: Sendable {
    public let profiles: ProfileMap
    public let existence: Existence
    /// The profiles that are counted, a bit a profile.
    public let people: Bitmap
    /// Imported events by name; those that are orders by another name are left out where orders are known.
    public let events: [String: EventTable]
    /// Purchases, a run a table; none where the store knows of no orders.
    public let purchases: [PurchaseRun]?
    /// Refunds that count at their own dates.
    public let refunds: [RefundRun]
    /// How the people whose purchases were refunded are said.
    public let refundWords: RefundWords
    /// The trait that holds when a profile subscribed.
    public let subscribed: Trait?
    public let vocabulary: MeasureVocabulary

    public init(
        profiles: ProfileMap, existence: Existence, people: Bitmap, events: [String: EventTable],
        purchases: [PurchaseRun]?, refunds: [RefundRun] = [], refundWords: RefundWords = .statuses,
        subscribed: Trait?, vocabulary: MeasureVocabulary = .standard
    ) {
        self.profiles = profiles
        self.existence = existence
        self.people = people
        self.events = events
        self.purchases = purchases
        self.refunds = refunds
        self.refundWords = refundWords
        self.subscribed = subscribed
        self.vocabulary = vocabulary
    }

    /// The people who are counted; none where they are all.
    var chosenPeople: Bitmap? { people.count == people.rows ? nil : people }

    /// The table of a tracked event.
    func table(of event: TrackedEvent) -> EventTable? { events[vocabulary.name(of: event)] }
}
