import Customers
import Workspace

/// The workloads that show people: pages of lists, a search while somebody types, timelines.
struct PeopleWorkloads {
    let session: Session

    /// W15: the fifty best customers of a segment, and those whose last name begins with some letters.
    ///
    /// Revenue is that before refunds, as in the other workloads.
    func page() async throws -> Measurement {
        let session = session
        return try await Measurement.median("W15") { step in
            let best = try await session.profiles(
                "country = \"PL\" and email_consent = true", asOf: StoreWorkloads.instant(step), sort: .revenue,
                isDescending: true, takesGross: true, offset: 0, limit: 50)
            let named = try await session.profiles(
                "last_name starts with \"Ков\"", asOf: StoreWorkloads.instant(step), offset: 0, limit: 50)
            return best.rows.flatMap { [$0.id, $0.revenueMinor] } + [Int64(named.total)] + named.rows.map(\.id)
        }
    }

    /// The slowest key of three words that are typed into the search of people, each asked a key at a time.
    func typing() async throws -> Measurement {
        var slowest: Measurement?
        for (number, word) in ["kowal", "Ковал", "anna.n"].enumerated() {
            for length in 1...word.count {
                let key = try await Measurement.once("keys") {
                    let page = try await session.profiles(
                        finding: String(word.prefix(length)), asOf: StoreWorkloads.instant(100 + number), offset: 0,
                        limit: 50)
                    return [Int64(page.total), page.rows.reduce(0) { $0 + $1.id }]
                }
                if key.cpuMilliseconds > slowest?.cpuMilliseconds ?? 0 { slowest = key }
            }
        }
        return slowest ?? .memory("keys")
    }

    /// W16: all events and orders of twenty profiles with what they hold; the time is that of one.
    ///
    /// Each run asks ten times, at ten dates, for a single time would be lost among those of starting and stopping.
    func timelines() async throws -> Measurement {
        let count = try await session.summary().profiles
        var people: [Int] = []
        for step in 0..<20 {
            people.append(try await session.profile(named: "profile_id:\((step * 49_999 + 17) % count + 1)"))
        }
        let numbers = people
        let session = session
        return try await Measurement.median("W16") { step in
            var sum: [Int64] = []
            for round in 0..<10 {
                sum = [0, 0]
                for number in numbers {
                    let page = try await session.timeline(
                        of: number, asOf: StoreWorkloads.instant(10 * step + round), offset: 0, limit: .max)
                    sum[0] += Int64(page.entries.count)
                    sum[1] += page.entries.reduce(0) { $0 + $1.time.milliseconds / 1000 }
                }
            }
            return sum
        }.divided(by: 200)
    }
}

extension ProfileRow {
    /// The id that the data's files give the profile.
    fileprivate var id: Int64 { identifier.flatMap { Int64($0.value) } ?? -1 }
}
