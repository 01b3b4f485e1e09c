import Customers
import Filters
import Phrases

extension Binder {
    /// What became of profiles in a funnel; who hands the figure in walks through its events.
    func funnelStep(
        _ condition: FunnelCondition, _ times: TimeBinder
    ) throws(BindingError.Reason) -> Plan.Condition {
        if case .defined(let funnel) = condition.funnel {
            for step in funnel.steps + funnel.excluded {
                _ = try sources(.named(step.event), where: step.condition, times)
            }
            if let touched = condition.condition { try check(touched, in: funnel, condition.touch, times) }
        }
        if let time = condition.time, try window(time, times).fixed == nil {
            throw .notYet(Phrase("fault.notyet.funnel", "a funnel begun at a trait’s time"))
        }
        return try derived(.funnelStep(condition), "funnel", times)
    }

    /// Refuses properties that no event has from which an attempt takes them.
    private func check(
        _ predicate: Predicate, in funnel: Funnel, _ touch: FunnelTouch, _ times: TimeBinder
    ) throws(BindingError.Reason) {
        guard touch == .last else {
            _ = try sources(.named(funnel.steps[0].event), where: predicate, times)
            return
        }
        // The last event may be of any step, and lines of orders are no property of the event itself.
        var known: Set<String> = []
        for step in funnel.steps {
            for source in try sources(.named(step.event), where: nil, times) {
                known.formUnion(source.columns.own.keys)
            }
        }
        for name in predicate.propertyNames where !known.contains(name) {
            throw .name(.unknownProperty(name, event: nil, nearest: nearestNames(to: name, among: known.sorted())))
        }
    }
}
