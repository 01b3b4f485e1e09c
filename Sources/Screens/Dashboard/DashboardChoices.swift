import Analytics
import Terminal

/// What the user arranges, and where the cursor leads.
extension Dashboard {
    /// Opens the people under the cursor, or the imports that a notice is about.
    func open(_ context: inout Context) {
        guard let selected = selection(context) else { return }
        if selected.isOfImports { return context.steps.append(.push(Imports())) }
        guard let filter = selected.filter else {
            return context.tell(
                context.say("dashboard.nobody", "No filter says these people; Tab goes to what can be opened."),
                .warning)
        }
        context.steps.append(.push(Profiles(filter: filter, origin: selected.name)))
    }

    func askForName(_ context: inout Context) {
        guard let selected = selection(context), let filter = selected.filter else { return }
        context.askToSave(filter, as: selected.name)
    }

    func chooseTiles(_ context: inout Context) {
        let picker = Picker(
            context.say("dashboard.measures", "Measures on the dashboard"),
            labels: Metric.allCases.map { context.say($0.phrase) },
            chosen: tiles(context).compactMap { Metric.allCases.firstIndex(of: $0) }, intent: .tiles)
        context.steps.append(.show(.picker(picker)))
    }

    func chooseDays(_ context: inout Context) {
        let lengths = DashboardLayout.lengths
        let menu = Menu(
            context.say("dashboard.days", "The period"),
            labels: lengths.map { context.say("dashboard.length", "the last %1 days", "\($0)") }, intent: .tileDays,
            selected: lengths.firstIndex(of: context.kept.dashboard.days) ?? 3)
        context.steps.append(.show(.menu(menu)))
    }

    func askForLimit(of metric: Metric, refusal: String = "", text: String? = nil, _ context: inout Context) {
        let present = context.kept.dashboard.limit(of: metric)
        let limit = present.map { "\($0.comparison.rawValue) \(MetricThreshold.number(text: $0.limit))" } ?? ""
        var prompt = Prompt(
            context.say("dashboard.limit.title", "Limit of %1", context.say(metric.phrase)),
            note: context.say(
                "dashboard.limit.note",
                "What is beyond needs attention: > 0.8 or < 500; shares from 0 to 1, money in whole units; empty for none."
            ),
            text: text ?? limit, intent: .tileLimit(metric))
        prompt.refusal = refusal
        context.steps.append(.show(.prompt(prompt)))
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        switch (intent, choice) {
        case (.tiles, .items(let places)):
            let tiles = places.compactMap { Metric.allCases.indices.contains($0) ? Metric.allCases[$0] : nil }
            guard !tiles.isEmpty else {
                return context.tell(context.say("dashboard.one", "One measure at least stays."), .warning)
            }
            context.kept.dashboard.tiles = tiles
            tile = min(tile, tiles.count - 1)
        case (.tileDays, .item(let place)) where DashboardLayout.lengths.indices.contains(place):
            context.kept.dashboard.days = DashboardLayout.lengths[place]
        case (.tileLimit(let metric), .text(let text)): take(limit: text, of: metric, &context)
        default: break
        }
    }

    private mutating func take(limit text: String, of metric: Metric, _ context: inout Context) {
        let others = context.kept.dashboard.limits.filter { $0.metric != metric }
        if text.allSatisfy(\.isWhitespace) {
            context.kept.dashboard.limits = others
        } else if let limit = MetricThreshold(parsing: metric.rawValue + text) {
            context.kept.dashboard.limits = others + [limit]
        } else {
            let refusal = context.say("dashboard.limit.refused", "A limit is > or < and a number.")
            return askForLimit(of: metric, refusal: refusal, text: text, &context)
        }
        notices.resize(to: notices(context).count)
    }

    /// The measures as rows of a sheet.
    func tabbed(_ context: Context) -> String {
        tiles(context).map { metric in
            let values = [figures.value?.now(metric), figures.value?.before(metric)]
            return ([context.say(metric.phrase)] + values.map { context.text($0) }).joined(separator: "\t")
        }.joined(separator: "\n")
    }
}
