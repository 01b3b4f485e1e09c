import Customers
import Workspace

/// The workloads that ask a store.
///
/// No run may take an answer from the one before: each asks as of a millisecond later, when nothing more has happened.
struct StoreWorkloads {
    let path: String

    /// "Now" of the data: 2026-01-01T00:00:00Z.
    static let now = Instant(seconds: 1_767_225_600)

    func all() async throws -> [Measurement] {
        let path = path
        var measurements = [
            try await Measurement.once("W19") {
                let session = try Session(path: path, author: "benchmark")
                return try await Self.sums(session, SegmentFilters.demographic, step: 0)
            }
        ]
        let session = try Session(path: path, author: "benchmark")
        for (name, filter) in SegmentFilters.all + SegmentFilters.conditions {
            measurements.append(
                try await Measurement.median(name) { try await Self.sums(session, filter, step: $0) })
        }
        measurements.append(
            try await Measurement.median("W14") { step in
                let asOf = Instant(milliseconds: Self.now.milliseconds + Int64(step))
                return try await session.overlap(of: SegmentFilters.overlapping, asOf: asOf).counts.joined().map {
                    Int64($0)
                }
            })
        measurements.append(try await timelines(session))
        return measurements
    }

    /// The number of members and the sum of their ids.
    static func sums(_ session: Session, _ filter: String, step: Int) async throws -> [Int64] {
        let asOf = Instant(milliseconds: now.milliseconds + Int64(step))
        let total = try await session.total(of: "profile_id", over: filter, asOf: asOf)
        return [Int64(total.count), total.sum]
    }

    /// W16: all events and orders of twenty profiles; the time is that of one.
    private func timelines(_ session: Session) async throws -> Measurement {
        let count = try await session.summary().profiles
        var people: [Int] = []
        for step in 0..<20 {
            people.append(try await session.profile(named: "profile_id:\((step * 49_999 + 17) % count + 1)"))
        }
        let numbers = people
        return try await Measurement.median("W16") { step in
            let asOf = Instant(milliseconds: Self.now.milliseconds + Int64(step))
            var sum: [Int64] = [0, 0]
            for number in numbers {
                let page = try await session.timeline(of: number, asOf: asOf, offset: 0, limit: .max)
                sum[0] += Int64(page.entries.count)
                sum[1] += page.entries.reduce(0) { $0 + $1.time.milliseconds / 1000 }
            }
            return sum
        }.divided(by: 20)
    }
}
