import Columnar

/// Counts the base of subscribers: who is in it at the end of each period, and who left it.
struct BasePass {
    let sources: MeasureSources
    let periods: CutPeriods

    /// The figures of each period; none where no trait tells who subscribed.
    func figures() -> [BaseFigures]? {
        guard periods.count > 0, let values = SubscriptionValues(sources, asOf: periods.asOf) else { return nil }
        let joined = joinings(values)
        let left = leavings()
        var figures = [BaseFigures](repeating: BaseFigures(), count: periods.count)
        // How the base changes at the end of each period; the first place is what it was before the first one.
        var changes = [Int](repeating: 0, count: periods.count + 1)
        var lost = [Int](repeating: 0, count: periods.count)
        sources.people.forEach { profile in
            guard let start = joined[profile].map({ Int($0) }) else { return }
            let end = (left?[profile]).map { Int($0) } ?? periods.count
            guard end > start else { return }
            changes[start + 1] += 1
            if end < periods.count {
                changes[end + 1] -= 1
                lost[end] += 1
            }
        }
        var base = changes[0]
        for period in figures.indices {
            figures[period].atStart = base
            base += changes[period + 1]
            figures[period].atEnd = base
            if left != nil { figures[period].lost = lost[period] }
        }
        return figures
    }

    /// The period in which each profile first subscribed, -1 before all; none for never or later.
    private func joinings(_ values: SubscriptionValues) -> [Int32?] {
        let bounds = values.isOfDays ? periods.days : periods.uncut
        var joined = [Int32?](repeating: nil, count: sources.profiles.count)
        values.forEach { record, value in
            guard let place = Self.place(of: value, in: bounds) else { return }
            let profile = sources.profiles.profile(of: record)
            joined[profile] = min(joined[profile] ?? .max, place)
        }
        return joined
    }

    /// The period in which each profile first unsubscribed; none where the data has no such event.
    private func leavings() -> [Int32?]? {
        guard let table = sources.table(of: .unsubscribed) else { return nil }
        var left = [Int32?](repeating: nil, count: sources.profiles.count)
        table.records.withValues { records in
            table.times.forEach(in: table.times.rows(in: .min..<periods.asOf)) { row, time in
                let profile = sources.profiles.profile(of: Int(records[row]))
                if left[profile] == nil { left[profile] = Self.place(of: time, in: periods.uncut) }
            }
        }
        return left
    }

    private static func place(of value: Int64, in bounds: [Int64]) -> Int32? {
        guard let first = bounds.first, value >= first else { return -1 }
        return bounds.stretch(holding: value).map { Int32($0) }
    }
}
