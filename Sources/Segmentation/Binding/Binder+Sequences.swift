import Columnar
import Filters

extension Binder {
    func sequence(_ sequence: EventSequence, _ times: TimeBinder) throws(BindingError.Reason) -> Plan.Condition {
        let joins = sequence.steps.compactMap(\.join)
        // A step is joined with the last one before it that did happen.
        var last = (event: sequence.event, step: try step(sequence.event, where: sequence.condition, joins, times))
        last.step.events.window = try window(sequence.time, times)
        var steps = [SequenceCondition.Step(events: last.step.events)]
        for step in sequence.steps {
            let bound = try self.step(step.event, where: step.condition, joins, times)
            if let join = step.join {
                try check(join, of: last.event, last.step.columns)
                try check(join, of: step.event, bound.columns)
            }
            steps.append(
                SequenceCondition.Step(
                    events: bound.events, isNegated: step.isNegated, within: step.within, join: step.join))
            if !step.isNegated { last = (step.event, bound) }
        }
        return .sequence(SequenceCondition(steps: steps))
    }

    private func step(
        _ event: String, where predicate: Predicate?, _ joins: [EventSequence.Step.Join], _ times: TimeBinder
    ) throws(BindingError.Reason) -> (events: EventCondition, columns: [PropertyBinder]) {
        var sources = try sources(.named(event), where: predicate, times)
        for join in joins {
            for index in sources.indices {
                sources[index].source.joined[join] = sources[index].columns.column(joining: join)
            }
        }
        return (EventCondition(sources: sources.map(\.source), window: Window()), sources.map(\.columns))
    }

    /// Refuses a join by a property that the event lacks everywhere.
    private func check(
        _ join: EventSequence.Step.Join, of event: String, _ columns: [PropertyBinder]
    ) throws(BindingError.Reason) {
        guard columns.allSatisfy({ $0.column(joining: join) == nil }) else { return }
        let known = Set(columns.flatMap(\.names)).sorted()
        throw .name(
            .unknownProperty(join.rawValue, event: event, nearest: nearestNames(to: join.rawValue, among: known)))
    }
}

extension PropertyBinder {
    /// The property by which steps are joined: under its plain name, or as an id.
    fileprivate func column(joining join: EventSequence.Step.Join) -> PropertyColumn? {
        column(named: join.rawValue) ?? column(named: join.rawValue + "_id")
    }
}
