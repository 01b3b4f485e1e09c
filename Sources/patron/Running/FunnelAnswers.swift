import Analytics
import Customers
import Filters
import Screens
import Workspace

extension Session {
    /// Answers what the screens of funnels ask.
    nonisolated func answer(aboutFunnels question: Question, _ now: Instant) async throws -> Answer {
        switch question {
        case .funnel(let query, let wish):
            var request = FunnelRequest(wish.funnel, days: wish.days)
            request.split = wish.split
            request.unit = wish.countsAttempts ? .attempts : .profiles
            request.by = wish.by
            let asOf = try await instant(query.asOf, now)
            let clock = ContinuousClock()
            let start = clock.now
            let report = try await funnel(request, in: query.limit, asOf: asOf)
            return .funnel(FunnelFigures(report, milliseconds: (clock.now - start) / .milliseconds(1)))
        case .saveFunnel(let name, let text):
            _ = try await save(funnel: name, try Funnel(parsing: text), at: now)
        case .deleteFunnel(let name): try await delete(funnel: name, at: now)
        default: break
        }
        return .funnels(try await funnels())
    }
}
