import Columnar
import Customers
import Store

/// The consent ledger for marketing as columns: a channel's rows in time order.
struct ConsentColumns: Sendable {
    struct Rows: Sendable {
        var profiles: [UInt32] = []
        var times: [Int64] = []
        var isGranted: [Bool] = []
    }

    private var rows: [Channel: Rows] = [:]

    init(_ entries: [ConsentEntry], profiles: ProfileMap) {
        for entry in entries where entry.purpose == "marketing" {
            guard let channel = Channel(rawValue: entry.channel), entry.record < profiles.count else { continue }
            rows[channel, default: Rows()].profiles.append(UInt32(profiles.profile(of: entry.record)))
            rows[channel, default: Rows()].times.append(entry.time.milliseconds)
            rows[channel, default: Rows()].isGranted.append(entry.state == "granted")
        }
    }

    /// What the ledger says of a channel before an instant.
    struct Words {
        /// The profiles whose last word was yes.
        var yes: Bitmap
        /// Those whose last word was no, and those whose first word, a yes, came only later.
        var refused: Bitmap
    }

    /// The last words on a channel before an instant; none where the ledger never speaks of the channel.
    ///
    /// - Complexity: O(rows of the channel)
    func words(on channel: Channel, before milliseconds: Int64, profiles: Int) -> Words? {
        guard let rows = rows[channel] else { return nil }
        var words = Words(yes: Bitmap(rows: profiles), refused: Bitmap(rows: profiles))
        var spoken = Bitmap(rows: profiles)
        for (row, profile) in rows.profiles.enumerated() {
            let profile = Int(profile)
            if rows.times[row] < milliseconds {
                words.yes[profile] = rows.isGranted[row]
                words.refused[profile] = !rows.isGranted[row]
            } else if !spoken[profile], rows.isGranted[row] {
                words.refused[profile] = true
            }
            spoken[profile] = true
        }
        return words
    }
}
