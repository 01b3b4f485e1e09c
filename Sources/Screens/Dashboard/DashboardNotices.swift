import Analytics
import Customers
import Filters
import Terminal

/// What is under the cursor: its name with the number, and the people behind it.
struct DashboardSelection: Hashable, Sendable {
    var name: String
    /// None where no filter says the people, or there are none.
    var filter: String?
    /// Whether it stands for the imports.
    var isOfImports = false
}

/// Something that needs attention.
struct DashboardNotice: Hashable, Sendable {
    var text: String
    var isWarning: Bool
    var selection: DashboardSelection
}

extension Dashboard {
    /// How far a segment must move to be told of, as a share of its size before, and among how many people.
    private static let leastMove = 0.1
    private static let leastSize = 20
    private static let mostMoves = 3

    /// What needs attention, the most pressing first.
    func notices(_ context: Context) -> [DashboardNotice] {
        guard let value = figures.value else { return [] }
        return lag(value, context) + crossed(value, context) + imports(value, context) + moves(value, context)
            + silence(value, context)
    }

    /// Days without any data after which the figures of the last days say little.
    private static let leastLag = 3

    /// That the data end some time before now, so that figures fall though nothing fell.
    private func lag(_ value: DashboardFigures, _ context: Context) -> [DashboardNotice] {
        guard context.asOf == .now, !isSilent(value), let newest = context.store?.summary.lastEvent else { return [] }
        let days = (context.now.milliseconds - newest.milliseconds) / 86_400_000
        guard days >= Self.leastLag else { return [] }
        let text = context.say(
            "dashboard.lag", "Data to %1, %2 ago; t changes the date", context.date(newest), context.days(Int(days)))
        return [DashboardNotice(text: text, isWarning: true, selection: DashboardSelection(name: text))]
    }

    /// The measures beyond their limits.
    private func crossed(_ value: DashboardFigures, _ context: Context) -> [DashboardNotice] {
        context.kept.dashboard.limits.compactMap { limit in
            guard let now = value.now(limit.metric), limit.isCrossed(by: now, minorUnits: context.minorUnits) else {
                return nil
            }
            let name = context.say(limit.metric.phrase)
            let sign = limit.comparison.rawValue
            let text = context.say(
                "dashboard.crossed", "%1 is %2, limit %3", name, context.text(now),
                "\(sign) \(limitText(limit, context))")
            let people = value.people(of: limit.metric)
            return DashboardNotice(
                text: text, isWarning: true, selection: DashboardSelection(name: name, filter: people))
        }
    }

    private func imports(_ value: DashboardFigures, _ context: Context) -> [DashboardNotice] {
        value.troubledImports.prefix(2).map { record in
            let text = context.say(
                "dashboard.rejected", "%1: %2 rows refused", record.counts.file,
                Numbers.grouped(record.counts.rejected))
            return DashboardNotice(
                text: text, isWarning: true, selection: DashboardSelection(name: text, isOfImports: true))
        }
    }

    /// The segments that moved most.
    private func moves(_ value: DashboardFigures, _ context: Context) -> [DashboardNotice] {
        let moved = value.segments.filter { max($0.before, $0.now) >= Self.leastSize }
            .map { ($0, Double($0.now - $0.before) / Double(max(1, $0.before))) }
            .filter { abs($0.1) >= Self.leastMove }.sorted { abs($0.1) > abs($1.1) }
        return moved.prefix(Self.mostMoves).map { segment, share in
            let text = context.say(
                "dashboard.moved", "%1 %2 to %3", segment.name, Numbers.change(share), Numbers.grouped(segment.now))
            return DashboardNotice(
                text: text, isWarning: false,
                selection: DashboardSelection(name: segment.name, filter: FilterTexts.segment(segment.name)))
        }
    }

    /// Whether nothing happened in the period.
    func isSilent(_ value: DashboardFigures) -> Bool {
        [value.now(.active), value.now(.purchases)].compactMap { $0?.number }.allSatisfy { $0 == 0 }
    }

    /// That nothing happened, and what to do about it.
    private func silence(_ value: DashboardFigures, _ context: Context) -> [DashboardNotice] {
        guard isSilent(value) else { return [] }
        let newest = context.store?.summary.lastEvent.map { context.date($0) }
        let text =
            newest.map {
                context.say("dashboard.silence", "Nothing happened in these days; data to %1, t changes the date", $0)
            }
            ?? context.say("dashboard.empty", "There are no events or orders yet; g i imports some")
        return [DashboardNotice(text: text, isWarning: false, selection: DashboardSelection(name: text))]
    }

    /// What a segment of the flow is called; a saved one as its author called it.
    func name(_ segment: String, _ value: DashboardFigures, _ context: Context) -> String {
        value.segments.contains { $0.name == segment } ? segment : context.name(ofSegment: segment)
    }

    func limitText(_ limit: MetricThreshold, _ context: Context) -> String {
        switch limit.metric.kind {
        case .share: Numbers.percent(limit.limit)
        case .money: context.briefMoney(Int64(limit.limit * Double(context.minorUnits)))
        case .count: Numbers.decimal(limit.limit, places: 0)
        }
    }

    /// What is under the cursor.
    func selection(_ context: Context) -> DashboardSelection? {
        guard let value = figures.value else { return nil }
        switch pane {
        case .tiles:
            let metric = metric(context)
            return DashboardSelection(
                name: "\(context.say(metric.phrase)): \(context.text(value.now(metric)))",
                filter: value.now(metric) == nil ? nil : value.people(of: metric))
        case .segments:
            guard let place = segments.selection, place < value.segments.count else { return nil }
            let segment = value.segments[place]
            return DashboardSelection(
                name: "\(segment.name): \(context.people(segment.now))", filter: FilterTexts.segment(segment.name))
        case .flow:
            return value.flow.map { flow in
                let (start, end) = (name(flow.start, value, context), name(flow.end, value, context))
                return isOnMoved
                    ? DashboardSelection(name: "\(start) → \(end)", filter: flow.movedFilter)
                    : DashboardSelection(name: start, filter: flow.startedFilter)
            }
        case .attention:
            let notices = notices(context)
            return self.notices.selection.flatMap { $0 < notices.count ? notices[$0].selection : nil }
        }
    }
}
