import Customers
import Workspace

/// The workloads that ask a store.
///
/// No run of a filter may take an answer, or a figure that is kept, from the one before: the session forgets them all.
/// Pages of people and timelines use what a session keeps of all people.
struct StoreWorkloads {
    let path: String

    /// "Now" of the data: 2026-01-01T00:00:00Z.
    static let now = Instant(seconds: 1_767_225_600)

    /// The workloads to run; none means all.
    let only: Set<String>?

    /// Away from the main thread, as the program asks too.
    @concurrent
    func all() async throws -> [Measurement] {
        let path = path
        var measurements: [Measurement] = []
        func run(_ name: String, _ measure: () async throws -> [Measurement]) async throws {
            guard only?.contains(name) ?? true else { return }
            measurements += try await measure()
        }
        try await run("W19") {
            [
                try await Measurement.once("W19") {
                    let session = try Session(path: path, author: "benchmark")
                    return try await Self.sums(session, SegmentFilters.demographic, step: 0)
                }
            ]
        }
        let session = try Session(path: path, author: "benchmark")
        _ = try await session.summary()
        try await run("memory") { [.memory("open")] }
        for (name, filter) in SegmentFilters.all + SegmentFilters.conditions {
            try await run(name) {
                [
                    try await Measurement.median(name, before: { try await session.forgetAnswers() }) { step in
                        try await Self.sums(session, filter, step: step)
                    }
                ]
            }
        }
        try await run("W14") {
            [
                try await Measurement.median("W14", before: { try await session.forgetAnswers() }) { step in
                    let overlap = try await session.overlap(
                        of: SegmentFilters.overlapping, asOf: Self.instant(step))
                    return overlap.counts.joined().map { Int64($0) }
                }
            ]
        }
        let analyses = AnalysisWorkloads(session: session)
        try await run("W7") { [try await analyses.cells()] }
        try await run("W8") { [try await analyses.funnel()] }
        try await run("W9") { [try await analyses.devices()] }
        try await run("W10") { [try await analyses.cohorts()] }
        try await run("W11") { try await analyses.days(path: path) }
        try await run("W12") { [try await analyses.sources()] }
        try await run("W13") { [try await analyses.weeks()] }
        let people = PeopleWorkloads(session: session)
        try await run("W15") { [try await people.page()] }
        try await run("keys") { [try await people.typing()] }
        try await run("W16") { [try await people.timelines()] }
        try await run("edit") { try await EditWorkload(session: session).all() }
        try await run("estimate") { try await EstimateWorkload(session: session).all() }
        try await run("dates") { try await DateWorkloads(session: session).all() }
        try await run("memory") { [.memory("end")] }
        return measurements
    }

    /// Now, and so many milliseconds later.
    static func instant(_ step: Int) -> Instant { Instant(milliseconds: now.milliseconds + Int64(step)) }

    /// The number of members and the sum of their ids.
    static func sums(_ session: Session, _ filter: String, step: Int) async throws -> [Int64] {
        try await sums(session, filter, asOf: instant(step))
    }

    static func sums(_ session: Session, _ filter: String, asOf: Instant) async throws -> [Int64] {
        let total = try await session.total(of: "profile_id", over: filter, asOf: asOf)
        return [Int64(total.count), total.sum]
    }
}
