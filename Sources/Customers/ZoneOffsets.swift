import Foundation

/// How far a zone's clocks were from UTC, from 1900 to 2200.
///
/// Before and after that the first and the last offset hold.
struct ZoneOffsets: Hashable, Sendable {
    /// Where each offset begins to hold, in milliseconds of UTC, rising; the first is as early as can be.
    let starts: [Int64]
    /// Milliseconds east of UTC, one for each start.
    let offsets: [Int64]

    static let utc = ZoneOffsets(starts: [.min], offsets: [0])

    private init(starts: [Int64], offsets: [Int64]) {
        self.starts = starts
        self.offsets = offsets
    }

    /// Reads the changes of an IANA zone from the system's time zone data, once.
    init?(identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        var moment = Date(timeIntervalSince1970: ZoneOffsets.year1900)
        var starts = [Int64.min]
        var offsets = [Int64(zone.secondsFromGMT(for: moment)) * 1000]
        while let next = zone.nextDaylightSavingTimeTransition(after: moment),
            next > moment, next.timeIntervalSince1970 < ZoneOffsets.year2200
        {
            moment = next
            let offset = Int64(zone.secondsFromGMT(for: moment)) * 1000
            // A change of the abbreviation alone moves no clock.
            guard offset != offsets[offsets.count - 1] else { continue }
            starts.append(Int64(moment.timeIntervalSince1970 * 1000))
            offsets.append(offset)
        }
        self.init(starts: starts, offsets: offsets)
    }

    private static let year1900 = -2_208_988_800.0
    private static let year2200 = 7_258_118_400.0

    /// Which offset holds at an instant.
    ///
    /// - Complexity: O(log *changes*)
    func index(at milliseconds: Int64) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= milliseconds { low = middle } else { high = middle }
        }
        return low
    }

    /// The end of the time for which an offset holds, as far as it matters.
    func end(of index: Int) -> Int64 {
        index + 1 < starts.count ? starts[index + 1] : .max
    }

    /// The instants at which the clocks show a local time, counted in milliseconds since 1970-01-01 on the clock.
    func reading(of local: Int64) -> Reading {
        // No zone is a day or more from UTC on either side, so what held 48 hours before is early enough.
        var index = index(at: local - 2 * Instant.millisecondsInDay)
        while index + 1 < starts.count {
            let end = starts[index + 1]
            if local - offsets[index] < end { return .shown(local - offsets[index]) }
            if local - offsets[index + 1] < end { return .skipped(at: end, before: offsets[index]) }
            index += 1
        }
        return .shown(local - offsets[index])
    }

    /// What the clocks do with a local time.
    enum Reading {
        /// They show it, first at this instant.
        case shown(Int64)
        /// They jump over it at this instant; the offset before the jump is given.
        case skipped(at: Int64, before: Int64)
    }
}
