import Columnar

extension EventScan {
    /// The profiles with such an event in some of the last weeks, which are of 168 hours and end at the instant asked
    /// about.
    func profiles(with events: EventCondition, inAtLeast least: Int, ofLastWeeks weeks: Int) throws -> Bitmap {
        let length: Int64 = 604_800_000
        var counts = [UInt16](repeating: 0, count: profiles.count)
        for week in 0..<Int64(weeks) {
            let end = now - week * length
            try profiles(with: events, in: ResolvedWindow((end - length)..<end)).forEach { counts[$0] += 1 }
        }
        var members = Bitmap(rows: profiles.count)
        for (profile, count) in counts.enumerated() where Int(count) >= least { members[profile] = true }
        return members
    }
}
