import Columnar

/// Orders with their lines, the tables of events, and the dates from which records exist: each grows beside the others.
struct SharedGrowth: Sendable {
    private let orders: NewOrders
    private let lines: NewLines
    private let events: NewEvents
    private let shares: [EventGrowth.Share]
    private let existence: ExistenceGrowth

    /// Reads all rows that came.
    ///
    /// `existence`: what is known of dates already.
    init(_ growth: CacheGrowth, _ existence: ExistenceGrowth) throws {
        orders = try NewOrders(growth.reader(of: .orders), catalogue: growth.catalogue)
        lines = try NewLines(growth.reader(of: .lines), catalogue: growth.catalogue)
        let growing = try EventGrowth(growth)
        shares = try growing.shares()
        events = growing.events
        var existence = existence
        for (record, time) in zip(orders.records, orders.times) { existence.note(Int(record), at: time) }
        for (record, time) in zip(events.records, events.times) { existence.note(Int(record), at: time) }
        self.existence = existence
    }

    /// What one thread has grown.
    private enum Part: Sendable {
        case orders(OrderGrowth.Outcome)
        case events(LateRows, table: Int)
        case dates
    }

    /// Grows all on two threads.
    ///
    /// - Returns: how the orders have grown, and for each table of events that has, by its number, the rows that came late.
    /// - Throws: `GrowthRefusal` where the columns cannot hold what came.
    func grow(_ sections: GrownSections) throws(GrowthRefusal) -> (orders: OrderGrowth.Outcome, late: [Int: LateRows]) {
        let (base, directory) = (sections.base, sections.directory)
        let parts = try shared(shares.count + 2) { number throws(GrowthRefusal) -> (Part, GrownSections.Branch) in
            let own = GrownSections.branch(of: base, directory)
            let part = try grow(number, own)
            return (part, own.branch)
        }
        var outcome = OrderGrowth.Outcome()
        var late: [Int: LateRows] = [:]
        for (part, branch) in parts {
            try sections.merge(branch)
            switch part {
            case .orders(let grown):
                outcome = grown
                sections.directory.orderProperties = branch.directory.orderProperties
                sections.directory.lineProperties = branch.directory.lineProperties
                sections.directory.orphanLines = branch.directory.orphanLines
            case .events(let rows, let table):
                late[table] = rows
                sections.directory.tables[table] = branch.directory.tables[table]
            case .dates: break
            }
        }
        return (outcome, late)
    }

    /// The orders first, since they take longest, then the tables of events, the largest before the others.
    private func grow(_ number: Int, _ own: GrownSections) throws(GrowthRefusal) -> Part {
        if number == 0 {
            let outcome = try OrderGrowth(sections: own, orders: orders).grow()
            try LineGrowth(sections: own, lines: lines).grow(orders: outcome)
            return .orders(outcome)
        }
        guard number <= shares.count else {
            existence.write(to: own)
            return .dates
        }
        let share = shares[number - 1]
        let late = try EventTableGrowth(sections: own, events: events).grow(share.table, by: share.rows)
        return .events(late, table: share.table)
    }
}
