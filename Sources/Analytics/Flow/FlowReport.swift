public import Customers
public import Filters

/// The people who went from one state to another between two dates.
public struct FlowReport: Hashable, Sendable {
    /// A campaign that some of them opened or clicked meanwhile.
    public struct Campaign: Hashable, Sendable {
        /// The campaign's identifier as events carry it.
        public let name: String
        /// How many of those who moved opened it or clicked in it.
        public let people: Int
        /// These people.
        public let filter: Filter

        public init(name: String, people: Int, filter: Filter) {
            self.name = name
            self.people = people
            self.filter = filter
        }
    }

    /// Who was first seen in the end state at some instant.
    public struct Arrival: Hashable, Sendable {
        /// A local midnight, or the end of the period.
        public let time: Instant
        /// How many of those who moved arrived.
        public let people: Int

        public init(time: Instant, people: Int) {
            self.time = time
            self.people = people
        }
    }

    /// The two dates.
    public let period: FlowPeriod
    /// Who was in the start state at the first date.
    public let startedFilter: Filter
    /// Who of them is in the end state at the second.
    public let movedFilter: Filter
    /// How many were in the start state at the first date.
    public let started: Int
    /// How many of them were not in the end state then and are at the second date; of a state to itself, who stayed.
    public let moved: Int
    /// What those who moved brought in the period after refunds, in minor units.
    public let revenueMinor: Int64
    /// Who arrived when; empty where a state is about a period of its own and nobody can be seen to arrive.
    public let arrivals: [Arrival]
    /// The campaigns that most of those who moved touched, the most people first.
    public let campaigns: [Campaign]

    public init(
        period: FlowPeriod, startedFilter: Filter, movedFilter: Filter, started: Int, moved: Int,
        revenueMinor: Int64, arrivals: [Arrival], campaigns: [Campaign]
    ) {
        self.period = period
        self.startedFilter = startedFilter
        self.movedFilter = movedFilter
        self.started = started
        self.moved = moved
        self.revenueMinor = revenueMinor
        self.arrivals = arrivals
        self.campaigns = campaigns
    }

    /// The part of those in the start state that moved, 0 to 1; none where nobody was in it.
    public var share: Double? { started == 0 ? nil : Double(moved) / Double(started) }

    /// The median time from the first date to the look at which a person was first seen in the end state, in seconds.
    ///
    /// With an even number of people it is the mean of the two in the middle; none where nobody was seen to arrive.
    public var medianSeconds: Int64? {
        let count = arrivals.reduce(0) { $0 + $1.people }
        guard count > 0 else { return nil }
        let middle = [(count - 1) / 2, count / 2].map { place in
            var before = 0
            let arrival = arrivals.first { arrival in
                before += arrival.people
                return before > place
            }
            return ((arrival?.time.milliseconds ?? 0) - period.start.milliseconds) / 1000
        }
        return (middle[0] + middle[1]) / 2
    }
}
