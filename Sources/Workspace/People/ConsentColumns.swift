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

    /// The profiles whose last word on a channel before an instant was yes, and those whose last word was no.
    ///
    /// - Complexity: O(rows of the channel)
    func words(on channel: Channel, before milliseconds: Int64, profiles: Int) -> (yes: Bitmap, no: Bitmap)? {
        guard let rows = rows[channel] else { return nil }
        var yes = Bitmap(rows: profiles)
        var no = Bitmap(rows: profiles)
        for row in rows.profiles.indices {
            guard rows.times[row] < milliseconds else { break }
            yes[Int(rows.profiles[row])] = rows.isGranted[row]
            no[Int(rows.profiles[row])] = !rows.isGranted[row]
        }
        return (yes, no)
    }
}
