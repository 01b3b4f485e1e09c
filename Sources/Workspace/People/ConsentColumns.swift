import Columnar
import Customers
import Store

/// The consent ledger as columns: the rows of a channel and a purpose in time order.
struct ConsentColumns: Sendable {
    struct Rows: Sendable {
        var profiles: [UInt32] = []
        var times: [Int64] = []
        var isGranted: [Bool] = []
    }

    struct Subject: Hashable, Sendable {
        let channel: Channel
        let purpose: String
    }

    var rows: [Subject: Rows] = [:]

    /// Whether every row is about a known profile; else the ledger was read later than the profiles.
    private(set) var isWhole = true

    init(_ entries: [ConsentEntry], profiles: ProfileMap) {
        for entry in entries {
            guard let channel = Channel(rawValue: entry.channel) else { continue }
            guard entry.record < profiles.count else {
                isWhole = false
                continue
            }
            let subject = Subject(channel: channel, purpose: entry.purpose)
            rows[subject, default: Rows()].profiles.append(UInt32(profiles.profile(of: entry.record)))
            rows[subject, default: Rows()].times.append(entry.time.milliseconds)
            rows[subject, default: Rows()].isGranted.append(entry.state == "granted")
        }
    }

    /// The purposes that the ledger speaks of, and marketing, of which traits speak too.
    var purposes: Set<String> { Set(rows.keys.map(\.purpose)).union([Self.marketing]) }

    static let marketing = "marketing"

    /// What the ledger says of a channel before an instant.
    struct Words {
        /// The profiles whose last word was yes.
        var yes: Bitmap
        /// Those whose last word was no, and those whose first word, a yes, came only later.
        var refused: Bitmap
    }

    /// The last words on a channel for a purpose before an instant; none where the ledger never speaks of these.
    ///
    /// - Complexity: O(rows of the channel)
    func words(on channel: Channel, for purpose: String, before milliseconds: Int64, profiles: Int) -> Words? {
        guard let rows = rows[Subject(channel: channel, purpose: purpose)] else { return nil }
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
