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
    ) throws -> PathEvents {
        let funnel = question.funnel
        func runs(_ step: Funnel.Step) throws -> [EventRun] {
            try evaluator.runs(of: .named(step.event), where: step.condition, in: question.span, asOf: question.asOf)
        }
        var sources: [PathEvents.Source] = []
        for (place, step) in funnel.steps.enumerated() {
            let own = try place == 0 && funnel.startsAtFirst ? firsts(of: step, question) : runs(step)
            for run in own {
                sources.append(.init(run, as: .step(place), marks: try marks(place, run)))
            }
        }
        for step in funnel.excluded { sources += try runs(step).map { .init($0, as: .excluded) } }
        if funnel.order == .strict {
            let others = try evaluator.runs(of: .anything, in: question.span, asOf: question.asOf)
            sources += others.map { .init($0, as: .other) }
        }
        return PathEvents(profiles: population.profiles, sources: sources, span: question.span, reach: question.window)
    }

    /// The first event of a step that each profile ever did, where it lies in the time of a question.
    private func firsts(of step: Funnel.Step, _ question: FunnelQuestion) throws -> [EventRun] {
        let runs = try evaluator.runs(of: .named(step.event), where: step.condition, asOf: question.asOf)
        var firsts = [Int64](repeating: .max, count: population.profiles.count)
        for run in runs {
            run.forEach { _, record, time in
                let profile = population.profiles.profile(of: record)
                if time < firsts[profile] { firsts[profile] = time }
            }
        }
        return runs.map { run in
            let rows = run.times.rows(in: question.span)
            var kept = Bitmap(rows: run.times.count)
            run.forEach(in: question.span) { row, record, time in
                let profile = population.profiles.profile(of: record)
                if firsts[profile] == time {
                    kept[row] = true
                    // Of several at one instant one is the first.
                    firsts[profile] = .min
                }
            }
            return run.keeping(kept, in: rows)
        }
    }
}
