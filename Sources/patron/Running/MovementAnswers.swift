import Analytics
import Customers
import Screens
import Workspace

extension Session {
    /// Answers what screens ask of people over time: who came back, who was active when, who went where.
    nonisolated func answer(aboutMovement question: Question, _ now: Instant) async throws -> Answer {
        switch question {
        case .retention(let query, let start, let returning, var options):
            options.refunds = query.refunds
            let asOf = try await instant(query.asOf, now)
            return .retention(
                try await retention(
                    start: start, returning: returning, options: options, in: query.limit, asOf: asOf))
        case .lifecycle(let query, let event, let unit):
            let asOf = try await instant(query.asOf, now)
            return .lifecycle(try await lifecycle(of: event, by: unit, in: query.limit, asOf: asOf))
        case .flows(let query, let states, let days):
            let asOf = try await instant(query.asOf, now)
            return .flows(try await flows(between: states, on: days, in: query.limit, asOf: asOf))
        case .flow(let query, let states, let row, let column, let days):
            let asOf = try await instant(query.asOf, now)
            return .flow(
                try await flow(
                    from: row, to: column, between: states, on: days, in: query.limit, refunds: query.refunds,
                    asOf: asOf))
        default: throw Failure("This is no question about people over time.")
        }
    }
}
