import Customers
import Filters
import Screens
import Workspace

extension Session {
    /// Answers what the editor of segments asks beyond counts.
    nonisolated func answer(aboutRule question: Question, _ now: Instant) async throws -> Answer {
        switch question {
        case .sizes(let queries):
            guard let first = queries.first else { return .sizes([]) }
            let asOf = try await instant(first.asOf, now)
            return .sizes(try await sizes(of: queries.map(\.filter), in: first.limit, asOf: asOf))
        case .makeup(let query):
            let asOf = try await instant(query.asOf, now)
            return .makeup(try await makeup(of: query.filter, in: query.limit, asOf: asOf))
        case .contrast(let query, let other):
            let asOf = try await instant(query.asOf, now)
            return .contrast(
                try await contrast(
                    of: query.filter, against: other.isEmpty ? nil : other, in: query.limit, asOf: asOf))
        case .overlaps(let query, let names):
            let asOf = try await instant(query.asOf, now)
            return .overlaps(
                try await overlaps(
                    of: query.filter, with: names.isEmpty ? nil : names, in: query.limit, asOf: asOf))
        case .history(let query, let days):
            let end = try await instant(query.asOf, now)
            let calendar = try await calendar()
            let first = calendar.midnight(of: calendar.date(at: end).adding(days: -days))
            let dates = HistoryDates(by: .day, from: first, to: end, in: calendar).dates
            return .history(try await history(of: query.filter, in: query.limit, at: dates))
        case .versions(let name):
            return .versions(try await versions(of: name))
        case .difference(let old, let query):
            let asOf = try await instant(query.asOf, now)
            return .difference(
                try await difference(from: old, to: query.filter, in: query.limit, asOf: asOf))
        default: throw Failure("This is no question about a rule.")
        }
    }
}
