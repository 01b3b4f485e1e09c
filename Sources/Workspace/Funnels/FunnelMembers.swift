import Analytics
import Columnar
import Customers
import Filters
import Segmentation

extension SegmentReferences {
    /// The funnel that a condition is about; none for an unknown name.
    func funnel(of condition: FunnelCondition) -> Funnel? {
        switch condition.funnel {
        case .saved(let name): funnels[name]
        case .defined(let funnel): funnel
        }
    }
}

extension WorkspaceState {
    /// The profiles of which a condition on a funnel's step is true.
    ///
    /// All steps and states of one funnel share one pass over its events.
    func members(of condition: FunnelCondition, asOf: Instant) throws -> Bitmap {
        guard let funnel = references.funnel(of: condition) else { return Bitmap(rows: population.profiles.count) }
        let entry = try condition.time.map { try evaluator.span(of: $0, asOf: asOf) } ?? .min..<(.max)
        let question = FunnelQuestion(funnel, entry: entry, asOf: asOf)
        let key = FigureCache.FunnelKey(
            question: question, condition: condition.condition, touch: condition.touch)
        let outcomes = try figures.outcomes(for: key) {
            let events = try events(for: question) { step, run in
                try marks(by: condition, of: funnel, step, run, question)
            }
            return try FunnelFollowing(question, through: events).outcomes()
        }
        var members = outcomes.profiles(condition.state, at: condition.step)
        guard condition.condition != nil else { return members }
        members.forEach { profile in
            if outcomes.mark(of: profile, at: condition.touch) == 0 { members[profile] = false }
        }
        return members
    }

    /// 1 for the events of which a condition on attempts holds.
    private func marks(
        by condition: FunnelCondition, of funnel: Funnel, _ step: Int, _ run: EventRun, _ question: FunnelQuestion
    ) throws -> RowMarks {
        guard let predicate = condition.condition, condition.touch == .last || step == 0 else { return .none }
        let own = funnel.steps[step]
        // The last event may be of a step whose events have no such property of their own.
        if condition.touch == .last, predicate.propertyNames.contains(where: { run.properties[$0] == nil }) {
            return .always(predicate.holdsWithoutValues ? 1 : 0)
        }
        let known = try evaluator.runs(
            of: .named(own.event), where: predicate, in: question.span, asOf: question.asOf)
        var meant = Bitmap(rows: run.records.count)
        for other in known where other.isOfSameTable(as: run) { other.forEach { row, _, _ in meant[row] = true } }
        return .members(meant)
    }
}
