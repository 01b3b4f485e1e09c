import Customers
import Screens
import Workspace

extension Workbench {
    /// About what the answer to a question will be; none for questions that are not estimated.
    @concurrent
    nonisolated func estimate(of question: Question, at now: Instant) async throws -> Answer? {
        let session = try current()
        switch question {
        case .count(let query) where !query.filter.isEmpty:
            let asOf = try await session.instant(query.asOf, now)
            return .size(try await session.estimatedCount(query.filter, in: query.limit, asOf: asOf))
        case .conditions(let query):
            let asOf = try await session.instant(query.asOf, now)
            return .conditions(
                try await session.estimatedConditions(of: query.filter, in: query.limit, asOf: asOf))
        case .sizes(let queries):
            guard let first = queries.first else { return nil }
            let asOf = try await session.instant(first.asOf, now)
            return .sizes(
                try await session.estimatedSizes(of: queries.map(\.filter), in: first.limit, asOf: asOf))
        default: return nil
        }
    }
}

extension Question {
    /// Whether a share of all people can tell about what the answer will be.
    var isEstimated: Bool {
        switch self {
        case .count, .conditions, .sizes: true
        default: false
        }
    }
}

/// When an estimate is worth it.
enum EstimatePatience {
    /// Exact answers that come sooner need none.
    static let work = Duration.milliseconds(15)
    /// An estimate shows from here on.
    static let show = Duration.milliseconds(30)

    /// Hands over an estimate, unless the exact answer has come by then and cancelled the task.
    static func post(_ make: () async throws -> Answer?, to post: (Answer) -> Void) async {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            try await clock.sleep(until: start + work)
            guard let answer = try await make() else { return }
            try await clock.sleep(until: start + show)
            try Task.checkCancellation()
            post(answer)
        } catch {
            // Whatever is wrong with the question the exact answer tells.
        }
    }
}
