import Columnar
import Filters

/// Works out a figure of every profile's events.
struct AggregateScan {
    let scan: EventScan
    let aggregate: AggregateCondition
    /// The profiles that are asked about, under whose numbers figures are kept.
    let candidates: Candidates

    /// `candidates`: none where all profiles are asked about.
    init(scan: EventScan, aggregate: AggregateCondition, candidates: Candidates? = nil) {
        self.scan = scan
        self.aggregate = aggregate
        self.candidates = candidates ?? Candidates(all: scan.profiles.count)
    }

    /// The figure of every candidate, from the events in a stretch of time.
    func figures(in window: ResolvedWindow) throws -> Figures {
        switch (aggregate.function, isFraction: aggregate.isFraction) {
        case (.count, _), (.sum, isFraction: false): try whole(in: window)
        case (.distinct, _): try distinct(in: window)
        case (.average, _) where hasOnlyIntegers: try averages(in: window)
        case (.sum, isFraction: true), (.average, _): try decimals(in: window)
        case (.min, isFraction: false), (.max, isFraction: false): try extremes(in: window)
        case (.min, isFraction: true), (.max, isFraction: true): try numberExtremes(in: window)
        }
    }

    /// Calls `body` with blocks of rows that have the measured property: events, or lines of orders.
    ///
    /// `body` takes the column, the rows of it that are meant, the candidate of each, and their number.
    func forEachBlock(
        in window: ResolvedWindow, _ body: (Column?, [UInt32], [UInt32], Int) throws -> Void
    ) throws {
        var gathered = GatheredRows()
        for source in aggregate.events.sources {
            var rows = scan.rows(of: source, in: window, blockSize: 1 << 13)
            while let match = try rows.nextBlock() {
                if let measured = source.measured, measured.isOfLines, let ends = source.lineEnds {
                    gathered.gatherLines(
                        of: match, matching: rows.matchingLines(of: match.rows), in: source, ending: ends,
                        scan.profiles,
                        among: candidates)
                    try body(measured.column, gathered.lines, gathered.profiles, gathered.count)
                } else {
                    gathered.gather(match, of: source, scan.profiles, among: candidates)
                    try body(source.measured?.column, gathered.events, gathered.profiles, gathered.count)
                }
            }
        }
    }

    private func whole(in window: ResolvedWindow) throws -> Figures {
        var figures = [Int64](repeating: 0, count: candidates.count)
        try add(in: window, to: &figures)
        return .integers(figures, present: nil)
    }

    /// Adds to counts, or to sums of whole numbers, what the events in a stretch of time bring.
    func add(in window: ResolvedWindow, to figures: inout [Int64]) throws {
        guard try aggregate.function == .count || !sumByPart(in: window, to: &figures) else { return }
        try add(in: window, to: &figures) { _, _ in }
    }

    /// The same, a block at a time: `after` takes the profiles of a block, some of them often, and the figures with it.
    func add(
        in window: ResolvedWindow, to figures: inout [Int64], after: (ArraySlice<UInt32>, [Int64]) -> Void
    ) throws {
        let countsEvents = aggregate.events.sources.allSatisfy { $0.measured == nil }
        try forEachBlock(in: window) { column, rows, profiles, count in
            switch aggregate.function {
            case .count where countsEvents:
                for place in 0..<count { figures[Int(profiles[place])] += 1 }
            case .count:
                guard let presence = column.map(Presence.init) else { return }
                for place in 0..<count where presence[Int(rows[place])] { figures[Int(profiles[place])] += 1 }
            default:
                guard case .integers(let lane, let meaning, _) = column else { return }
                // A row without a value holds 0.
                figures.add(lane, of: rows, at: profiles, count: count, times: factor(of: meaning))
            }
            after(profiles[..<count], figures)
        }
    }

    /// Adds sums part by part where there are so many events and profiles that it is quicker; whether it was done.
    private func sumByPart(in window: ResolvedWindow, to sums: inout [Int64]) throws -> Bool {
        let most = aggregate.events.sources.reduce(0) { $0 + scan.mostMeasured(of: $1, in: window) }
        guard sums.count >= SumsByPart.leastPlaces, most >= sums.count / 2,
            aggregate.events.sources.allSatisfy(fitsPart)
        else { return false }
        var parts = SumsByPart(places: sums.count, most: most)
        try forEachBlock(in: window) { column, rows, profiles, count in
            guard case .integers(let lane, let meaning, _) = column else { return }
            parts.take(lane, of: rows, at: profiles, count: count, times: factor(of: meaning))
        }
        parts.add(to: &sums)
        return true
    }

    private func fitsPart(_ source: EventSource) -> Bool {
        guard case .integers(let lane, let meaning, _)? = source.measured?.column else { return true }
        return SumsByPart.fits(lane, times: factor(of: meaning))
    }

    /// What whole numbers of a column are multiplied with to be minor units.
    private func factor(of meaning: Meaning) -> Int64 { meaning == .money ? 1 : aggregate.moneyUnits }

    /// Whether no table has fractions.
    private var hasOnlyIntegers: Bool {
        aggregate.events.sources.compactMap { $0.measured?.column }.allSatisfy {
            if case .integers = $0 { true } else { false }
        }
    }

    /// Averages of whole numbers and amounts, in major units; a sum and a number of minor units that are exact make the
    /// nearest fraction.
    private func averages(in window: ResolvedWindow) throws -> Figures {
        var sums = [Int64](repeating: 0, count: candidates.count)
        var counts = [Int64](repeating: 0, count: candidates.count)
        try forEachBlock(in: window) { column, rows, profiles, count in
            guard let column, case .integers(let lane, let meaning, let present) = column else { return }
            sums.add(lane, of: rows, at: profiles, count: count, times: factor(of: meaning))
            for place in 0..<count where present?[Int(rows[place])] ?? true { counts[Int(profiles[place])] += 1 }
        }
        let averages = zip(sums, counts).map { $1 == 0 ? 0 : Double($0) / (Double($1) * Double(aggregate.moneyUnits)) }
        return .numbers(averages, present: Bitmap(rows: counts.count, membersOf: counts))
    }

    private func extremes(in window: ResolvedWindow) throws -> Figures {
        let isLeast = aggregate.function == .min
        var extremes = [Int64](repeating: isLeast ? .max : .min, count: candidates.count)
        var present = Bitmap(rows: candidates.count)
        try forEachBlock(in: window) { column, rows, profiles, count in
            guard let column, case .integers(let lane, let meaning, _) = column else { return }
            let presence = Presence(column)
            for place in 0..<count where presence[Int(rows[place])] {
                let profile = Int(profiles[place])
                let value = lane[Int(rows[place])].multipliedClamped(by: factor(of: meaning))
                extremes[profile] = isLeast ? min(extremes[profile], value) : max(extremes[profile], value)
                present[profile] = true
            }
        }
        return .integers(extremes, present: present)
    }

    private func numberExtremes(in window: ResolvedWindow) throws -> Figures {
        let isLeast = aggregate.function == .min
        var extremes = [Double](repeating: isLeast ? .infinity : -.infinity, count: candidates.count)
        var present = Bitmap(rows: candidates.count)
        try forEachNumber(in: window) { profile, value in
            extremes[profile] = isLeast ? min(extremes[profile], value) : max(extremes[profile], value)
            present[profile] = true
        }
        return .numbers(extremes, present: present)
    }

    /// Sums and averages of fractions.
    ///
    /// They are added as decimals of nine places, so that 0.1 and 0.2 are 0.3 in whatever order they come.
    private func decimals(in window: ResolvedWindow) throws -> Figures {
        var sums = [Int128](repeating: 0, count: candidates.count)
        var counts = [Int64](repeating: 0, count: candidates.count)
        try forEachNumber(in: window) { profile, value in
            // Far beyond what a file tells of anything, and still so small that any number of them can be added.
            let bounded = value.isFinite ? min(max(value, -1e20), 1e20) : 0
            sums[profile] += Int128((bounded * 1e9).rounded())
            counts[profile] += 1
        }
        guard aggregate.function == .average else {
            return .numbers(sums.map { Double($0) / 1e9 }, present: nil)
        }
        let averages = zip(sums, counts).map { sum, count in count == 0 ? 0 : Double(sum) / (1e9 * Double(count)) }
        return .numbers(averages, present: Bitmap(rows: counts.count, membersOf: counts))
    }

    private func forEachNumber(
        in window: ResolvedWindow, _ body: (_ profile: Int, Double) -> Void
    ) throws {
        try forEachBlock(in: window) { column, rows, profiles, count in
            guard let column else { return }
            let presence = Presence(column)
            switch column {
            case .integers(let lane, let meaning, _):
                let divisor = meaning == .money ? Double(aggregate.moneyUnits) : 1
                for place in 0..<count where presence[Int(rows[place])] {
                    body(Int(profiles[place]), Double(lane[Int(rows[place])]) / divisor)
                }
            case .numbers(let lane, _):
                for place in 0..<count where presence[Int(rows[place])] {
                    body(Int(profiles[place]), lane[Int(rows[place])])
                }
            default: break
            }
        }
    }
}

extension Bitmap {
    /// The places whose number is not 0.
    fileprivate init(rows: Int, membersOf counts: [Int64]) {
        self.init(rows: rows)
        for (place, count) in counts.enumerated() where count != 0 { self[place] = true }
    }
}

extension Int64 {
    /// The product, or the nearest number there is.
    fileprivate func multipliedClamped(by other: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        guard overflow else { return product }
        return (self < 0) == (other < 0) ? .max : .min
    }
}
