import Columnar

/// Finds the rows of events that are meant, and the profiles that they belong to.
struct EventScan {
    let profiles: ProfileMap
    /// The records that are not at the place of their profile.
    let moved: Bitmap
    /// Finds the ends of stretches that traits bound.
    let resolver: WindowResolver
    /// Decimals of the workspace's currency.
    let fractionDigits: Int
    /// Whether the store is large enough that a second thread is worth it.
    var isShared = false

    /// Nothing at or after this instant has happened yet, in milliseconds since 1970.
    var now: Int64 { resolver.now }

    /// The profiles with a number of such events.
    func profiles(with events: EventCondition, times bounds: CountBounds, in window: ResolvedWindow) throws -> Bitmap {
        if bounds.isEmpty { return Bitmap(rows: profiles.count) }
        switch (bounds.least, bounds.most) {
        case (0, nil): return Bitmap(rows: profiles.count, repeating: true)
        case (1, nil): return try profiles(with: events, in: window)
        case (0, 0): return ~(try profiles(with: events, in: window))
        case (let least, let most):
            // One more than the greatest number that matters must fit.
            guard max(least, most.map { $0 + 1 } ?? 0) <= Int(UInt8.max) else {
                return try tally(events, in: window, UInt32.self).places(counting: bounds.range())
            }
            return try tally(events, in: window, UInt8.self).places(counting: bounds.range())
        }
    }

    /// The profiles with at least one such event.
    func profiles(with events: EventCondition, in window: ResolvedWindow) throws -> Bitmap {
        var records = Bitmap(rows: profiles.count)
        var scanned = events
        scanned.sources.removeAll { source in
            guard let known = source.everyRecord, known.rows == records.rows, countsWhole(source, in: window) else {
                return false
            }
            known.formUnion(into: &records)
            return true
        }
        try forEachMatch(of: scanned, in: window) { source, match in
            switch match {
            case .range(let rows): records.insert(placesOf: rows, in: source.records)
            case .mask(let mask): records.insert(placesOf: mask, in: source.records)
            }
        }
        profiles.lift(&records, moved: moved)
        return records
    }

    /// Whether a stretch of time, without any other condition, leaves out no row of a table.
    private func countsWhole(_ source: EventSource, in window: ResolvedWindow) -> Bool {
        guard source.predicate == nil, window.edges == nil, source.times.count > 0 else { return false }
        let span = window.span.clamped(to: .min..<now)
        return span.lowerBound <= source.times[0] && source.times[source.times.count - 1] < span.upperBound
    }

    private func tally<Counter: FixedWidthInteger & UnsignedInteger>(
        _ events: EventCondition, in window: ResolvedWindow, _: Counter.Type
    ) throws -> Tally<Counter> {
        var tally = Tally<Counter>(places: profiles.count)
        try forEachMatch(of: events, in: window) { source, match in
            switch match {
            case .range(let rows): tally.add(rows, at: source.records, through: profiles.profileOfRecord)
            case .mask(let mask): tally.add(mask, at: source.records, through: profiles.profileOfRecord)
            }
        }
        return tally
    }

    /// Rows of one block that are meant.
    enum Match {
        case range(Range<Int>)
        case mask(Mask)
    }

    /// Calls `body` with the rows that are meant, a block at a time.
    func forEachMatch(
        of events: EventCondition, in window: ResolvedWindow, _ body: (EventSource, Match) throws -> Void
    ) throws {
        for source in events.sources {
            var rows = rows(of: source, in: window)
            while let match = try rows.nextBlock() { try body(source, match) }
        }
    }

    /// No fewer events, or lines of orders where those are measured, than a table has in a stretch of time.
    func mostMeasured(of source: EventSource, in window: ResolvedWindow) -> Int {
        let rows = source.times.rows(in: window.span.clamped(to: .min..<now))
        guard source.measured?.isOfLines == true, let ends = source.lineEnds else { return rows.count }
        return ends.members(of: rows).count
    }

    /// The rows of one table that are meant, to be taken a block at a time.
    func rows(of source: EventSource, in window: ResolvedWindow, blockSize: Int = 1 << 16) -> EventRows {
        EventRows(
            source, span: window.span.clamped(to: .min..<now), window: window, scan: self, blockSize: blockSize)
    }
}

extension CountBounds {
    /// The counts of a saturating counter that lie between the bounds; the ceiling stands for all above it.
    fileprivate func range<Counter: FixedWidthInteger & UnsignedInteger>() -> ClosedRange<Counter> {
        Counter(clamping: least)...(most.map(Counter.init(clamping:)) ?? .max)
    }
}
