import Customers
import Filters

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
            throw .notYet("a funnel begun at a trait’s time")
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
        var fault: BindingError.Reason?
        for step in funnel.steps {
            do throws(BindingError.Reason) {
                _ = try sources(.named(step.event), where: predicate, times)
                return
            } catch {
                fault = error
            }
        }
        if let fault { throw fault }
    }
}
