import Columnar

/// Counts how the base grew: profiles that began to exist, and those that subscribed.
struct GrowthPass {
    let sources: MeasureSources
    let periods: CutPeriods

    /// The figures of each period.
    func figures() -> [GrowthFigures] {
        var figures = [GrowthFigures](repeating: GrowthFigures(), count: periods.count)
        guard periods.count > 0 else { return figures }
        if let since = sources.existence.since {
            countNew(since, in: &figures)
        } else {
            let base = sources.people.countShared(with: sources.existence.ever.bitmap)
            for period in figures.indices { figures[period].profiles = base }
        }
        if let subscribed = subscriptions() {
            for period in figures.indices { figures[period].subscribed = subscribed[period] }
        }
        return figures
    }

    private func countNew(_ since: Lane<Int64>, in figures: inout [GrowthFigures]) {
        var new = [Int](repeating: 0, count: periods.count)
        var before = 0
        let start = periods.bounds[0]
        since.withValues { since in
            (sources.people & sources.existence.ever.bitmap).forEach { profile in
                if since[profile] < start {
                    before += 1
                } else if let period = periods.index(of: since[profile]) {
                    new[period] += 1
                }
            }
        }
        for period in figures.indices {
            before += new[period]
            figures[period].profiles = before
            figures[period].new = new[period]
        }
    }

    /// How many profiles have a record that subscribed in each period; none where no trait tells.
    private func subscriptions() -> [Int]? {
        guard let values = SubscriptionValues(sources, asOf: periods.asOf) else { return nil }
        let bounds = values.isOfDays ? periods.days : periods.uncut
        var found: [UInt64] = []
        values.forEach { record, value in
            guard let period = bounds.stretch(holding: value) else { return }
            found.append(UInt64(period) << 32 | UInt64(sources.profiles.profile(of: record)))
        }
        if sources.profiles.profileOfRecord != nil {
            found.sort()
            found = found.enumerated().filter { $0 == 0 || found[$0 - 1] != $1 }.map(\.element)
        }
        var counts = [Int](repeating: 0, count: periods.count)
        for pair in found where sources.people[Int(pair & 0xFFFF_FFFF)] { counts[Int(pair >> 32)] += 1 }
        return counts
    }
}
