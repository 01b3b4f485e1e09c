import Analytics
import Columnar
import Customers
import Filters
import Segmentation

extension WorkspaceState {
    /// The events that decide about a funnel.
    ///
    /// - Parameters:
    ///   - question: the funnel and when attempts begin.
    ///   - marks: what is to be known of the events of a step, a run at a time.
    /// - Returns: the events of all steps and of what is excluded, for the strict order of everything else too.
    /// - Throws: `BindingError` for an unknown event or property, `CancellationError`.
    func events(
        for question: FunnelQuestion, marks: (_ step: Int, _ run: EventRun) throws -> RowMarks = { _, _ in .none }
    ) throws -> FunnelEvents {
        let funnel = question.funnel
        func runs(_ step: Funnel.Step) throws -> [EventRun] {
            try evaluator.runs(of: .named(step.event), where: step.condition, in: question.span, asOf: question.asOf)
        }
        var sources: [FunnelEvents.Source] = []
        for (place, step) in funnel.steps.enumerated() {
            for run in try runs(step) {
                sources.append(.init(run, as: .step(place), marks: try marks(place, run)))
            }
        }
        for step in funnel.excluded { sources += try runs(step).map { .init($0, as: .excluded) } }
        if funnel.order == .strict {
            let others = try evaluator.runs(of: .anything, in: question.span, asOf: question.asOf)
            sources += others.map { .init($0, as: .other) }
        }
        return FunnelEvents(profiles: population.profiles, sources: sources, span: question.span)
    }
}
