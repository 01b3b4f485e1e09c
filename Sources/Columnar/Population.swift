/// Everything that a question may ask, as columns of one consistent state of a store.
///
/// Rows of traits are records; `profiles` says which profile a record belongs to, and every answer is about profiles.
public struct Population: Sendable {
    /// Which profile each record belongs to.
    public let profiles: ProfileMap
    /// When each profile began to exist.
    public let existence: Existence
    /// A row a record.
    public let traits: [String: Trait]
    /// Events by name.
    public let events: [String: EventTable]
    public let orders: OrderTable
    private let deferredRefunds: Deferred<EventTable>?
    /// The events of each record in time order.
    public let timeline: Timeline

    public init(
        profiles: ProfileMap, existence: Existence, traits: [String: Trait], events: [String: EventTable],
        orders: OrderTable, refunds: Deferred<EventTable>? = nil, timeline: Timeline
    ) {
        self.profiles = profiles
        self.existence = existence
        self.traits = traits
        self.events = events
        self.orders = orders
        deferredRefunds = refunds
        self.timeline = timeline
    }

    /// Whether files tell of refunds.
    public var knowsRefunds: Bool { deferredRefunds != nil }

    /// Refunds as far as they take something off an order, each of the record of its order; none where no file tells of any.
    ///
    /// - Complexity: they are gathered when they are asked for first
    public var refunds: EventTable? { deferredRefunds?.value }

    /// The same with other refunds.
    public func with(refunds: Deferred<EventTable>?) -> Population {
        Population(
            profiles: profiles, existence: existence, traits: traits, events: events, orders: orders, refunds: refunds,
            timeline: timeline)
    }

    /// The name by which filters speak of `refunds`.
    public static let refundName = "counted_refund"
}

/// Which profile each record belongs to.
public struct ProfileMap: Sendable {
    /// The number of records, and of places for profiles: a profile bears the number of its first record.
    public let count: Int
    /// The profile of each record; none while no record is merged and each is its own.
    public let profileOfRecord: Lane<UInt32>?

    public init(count: Int, profileOfRecord: Lane<UInt32>? = nil) {
        self.count = count
        self.profileOfRecord = profileOfRecord
    }

    /// The profiles that have a record in the set.
    public func profiles(of records: Bitmap) -> Bitmap {
        guard let profileOfRecord else { return records }
        var profiles = Bitmap(rows: count)
        records.forEach { profiles[Int(profileOfRecord[$0])] = true }
        return profiles
    }

    /// The profile of a record.
    @inlinable
    public func profile(of record: Int) -> Int {
        profileOfRecord.map { Int($0[record]) } ?? record
    }
}

/// When each profile began to exist.
public struct Existence: Sendable {
    /// The profiles that exist at some time.
    public let ever: BitmapLane
    /// Milliseconds since 1970 of each profile's first date, `Int64.min` for one that always existed; none where all did.
    public let since: Lane<Int64>?
    /// The last date in `since`.
    public let latest: Int64

    public init(ever: BitmapLane, since: Lane<Int64>?, latest: Int64) {
        self.ever = ever
        self.since = since
        self.latest = latest
    }

    /// The profiles that exist at an instant, in milliseconds since 1970.
    public func base(at milliseconds: Int64) -> Bitmap {
        var base = ever.bitmap
        guard let since, milliseconds <= latest else { return base }
        base.subtract(Bitmap(since, from: milliseconds))
        return base
    }
}

/// A trait's values now, and what they were before.
public struct Trait: Sendable {
    /// The values now, a row a record.
    public let current: Column
    /// The changes in time order.
    public let changes: TraitChanges?

    public init(current: Column, changes: TraitChanges? = nil) {
        self.current = current
        self.changes = changes
    }
}

/// The changes of one trait, oldest first: at `times[i]` the value of `records[i]` changed from `previous[i]`.
public struct TraitChanges: Sendable {
    public let times: TimeLane
    public let records: Lane<UInt32>
    /// The values before the changes; same kind of column, and where it is of codes the same codebook, as the current one.
    public let previous: Column

    public init(times: TimeLane, records: Lane<UInt32>, previous: Column) {
        self.times = times
        self.records = records
        self.previous = previous
    }
}

/// All events of one name, in time order.
public struct EventTable: Sendable {
    public let records: Lane<UInt32>
    public let times: TimeLane
    public let properties: [String: Column]
    /// Rows that carry the id of a known order and so do not count beside it; none where there are none.
    public let coveredByOrder: BitmapLane?
    /// The records with at least one event; none where they have not been gathered.
    public let everyRecord: BitmapLane?

    public init(
        records: Lane<UInt32>, times: TimeLane, properties: [String: Column], coveredByOrder: BitmapLane? = nil,
        everyRecord: BitmapLane? = nil
    ) {
        self.records = records
        self.times = times
        self.properties = properties
        self.coveredByOrder = coveredByOrder
        self.everyRecord = everyRecord
    }

    /// The number of events.
    public var count: Int { records.count }
}

/// The latest version of every order, in time order, with its lines.
public struct OrderTable: Sendable {
    public let records: Lane<UInt32>
    public let times: TimeLane
    /// The orders that count as purchases: those not cancelled.
    public let purchases: BitmapLane
    /// `status`, `revenue`, `discount`, `channel` and whatever else the files hold.
    public let properties: [String: Column]
    /// The lines of order *i* are rows `lineEnds[i - 1]..<lineEnds[i]` of `lines`.
    public let lineEnds: Lane<UInt32>
    /// `product`, `category`, `size`, `quantity`, `price` and whatever else the files hold.
    public let lines: [String: Column]
    /// The orders of record *r* are `rows[ends[r - 1]..<ends[r]]`, in time order.
    public let byRecord: RowIndex
    /// The records with at least one order, and with at least one purchase; none where they have not been gathered.
    public let everyRecord: (ordered: BitmapLane, purchased: BitmapLane)?

    public init(
        records: Lane<UInt32>, times: TimeLane, purchases: BitmapLane, properties: [String: Column],
        lineEnds: Lane<UInt32>, lines: [String: Column], byRecord: RowIndex,
        everyRecord: (ordered: BitmapLane, purchased: BitmapLane)? = nil
    ) {
        self.records = records
        self.times = times
        self.purchases = purchases
        self.properties = properties
        self.lineEnds = lineEnds
        self.lines = lines
        self.byRecord = byRecord
        self.everyRecord = everyRecord
    }

    /// The number of orders.
    public var count: Int { records.count }
}
