import Analytics
import Filters
import Terminal

extension FunnelScreen {
    /// What sets those who went no further than the step apart from those who went on; at the last step, those who got
    /// there from all who began.
    func contrast(_ context: inout Context) {
        guard step + 1 < funnel.steps.count else {
            let first = filter(.reached, at: 1)
            return context.steps.append(
                .push(
                    Contrast(
                        words(.reached, at: step, context), filter: filter(.reached, at: step + 1),
                        against: words(.reached, at: 0, context), first)))
        }
        context.steps.append(
            .push(
                Contrast(
                    words(.dropped, at: step, context), filter: filter(.dropped, at: step + 1),
                    against: words(.reached, at: step + 1, context), filter(.reached, at: step + 2))))
    }

    private func filter(_ state: FunnelState, at step: Int) -> String {
        let time = shownDays.map { TimeRange.between(.date($0.lowerBound), .date($0.upperBound)) }
        return report?.filter(state, at: step, of: reference, begun: time, in: group).text ?? ""
    }

    private func words(_ state: FunnelState, at step: Int, _ context: Context) -> String {
        let place = "\(step + 1) \(funnel.steps[step].event)"
        return state == .reached
            ? context.say("funnel.reached", "reached %1", place) : context.say("funnel.dropped", "dropped at %1", place)
    }
}
