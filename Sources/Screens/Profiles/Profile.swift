import Customers
import Phrases
import Terminal

/// One profile in full: who it is with every trait by source, and all that happened, with the lines of orders.
struct Profile: Screen {
    let number: Int
    private let name: String
    var card = Asked<ProfileCard>()
    var timeline = Pages<TimelineEntry>()
    var entries = Scroll()
    /// The names of the events that are shown; none for all.
    var names: [String] = []
    /// How many there are of each name.
    var counts: [String: Int] = [:]
    /// Events a week, the oldest first.
    var weeks: [Int] = []
    /// The first line of the card in view.
    var top = 0
    var isInTimeline = true
    /// The place of the entry whose lines are shown.
    var unfolded: Int?

    init(number: Int, name: String) {
        self.number = number
        self.name = name
    }

    var home: Action? { nil }
    var actions: [Action] {
        [
            .open, .explain, .filter, .nextPane, .copy, .commandLine, .back, .zoom, .refresh, .asOf, .up, .down, .first,
            .last,
        ]
    }
    var words: [Action: Phrase] {
        [
            .open: isInTimeline
                ? Phrase("profile.unfold", "order lines") : Phrase("profile.why.key", "why in a segment"),
            .explain: Phrase("profile.whole", "whole"),
        ]
    }

    func title(_ context: Context) -> String { name }

    mutating func askForMissing(_ context: inout Context) {
        let asOf = context.asOf
        card.ask(.card(profile: number, asOf: asOf), in: &context)
        let visible = entries.visible(page: rows(context))
        let range = visible.isEmpty ? 0..<1 : visible
        let page = { [number, names] (offset: Int, limit: Int) in
            Question.timeline(profile: number, asOf: asOf, names: names, offset: offset, limit: limit)
        }
        timeline.ask(for: range, in: &context, page)
        timeline.askAhead(of: visible, in: &context, page)
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .nextPane, .previousPane: isInTimeline.toggle()
        case .open where !isInTimeline: chooseSegment(&context)
        case .open:
            guard isInTimeline, let entry = timeline[entries.selected] else { return true }
            guard !entry.lines.isEmpty else {
                context.tell(context.say("profile.nolines", "This entry has no order lines."), .warning)
                return true
            }
            unfolded = unfolded == entries.selected ? nil : entries.selected
        case .copy: copy(&context)
        case .filter: chooseNames(&context)
        case .left where unfolded != nil: unfolded = nil
        default: return move(action, context)
        }
        return true
    }

    /// Offers the segments that hold the person, each with why.
    private func chooseSegment(_ context: inout Context) {
        guard let segments = card.value?.segments, !segments.isEmpty else {
            return context.tell(context.say("profile.nosegment", "No saved segment holds this person."), .warning)
        }
        let title = context.say("profile.why", "Why in this segment?")
        context.steps.append(.show(.menu(Menu(title, labels: segments, intent: .why))))
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        if intent == .timelineNames, case .items(let picked) = choice { return takeNames(picked) }
        guard intent == .why, case .item(let index) = choice, let segments = card.value?.segments,
            segments.indices.contains(index)
        else { return }
        context.ask(.why(context.query(FilterTexts.segment(segments[index])), profile: number))
    }

    /// The names that can be chosen, the most frequent first.
    private var offered: [String] {
        counts.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
    }

    private func chooseNames(_ context: inout Context) {
        let all = offered
        let labels = all.map { "\($0)  \(Numbers.grouped(counts[$0] ?? 0))" }
        let picker = Picker(
            context.say("profile.names", "Show in the timeline; none for all"), labels: labels,
            chosen: names.compactMap { all.firstIndex(of: $0) }, intent: .timelineNames)
        context.steps.append(.show(.picker(picker)))
    }

    private mutating func takeNames(_ picked: [Int]) {
        let all = offered
        names = picked.compactMap { all.indices.contains($0) ? all[$0] : nil }
        (entries, unfolded, isInTimeline) = (Scroll(), nil, true)
    }

    private mutating func move(_ action: Action, _ context: Context) -> Bool {
        guard isInTimeline else {
            var scroll = Scroll(count: cardLines(context).count, selected: top)
            guard scroll.move(action, page: rows(context)) else { return false }
            top = scroll.selected
            return true
        }
        return entries.move(action, page: rows(context))
    }

    private func copy(_ context: inout Context) {
        let lines =
            isInTimeline
            ? timeline[entries.selected].map { [TimelineText(context).line(of: $0).text] } ?? []
            : cardLines(context).map(\.text)
        context.commands.append(.copy(lines.joined(separator: "\n")))
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch answer {
        case .card(let answer): card.take(answer, to: question)
        case .reasons(let reasons):
            if case .why(_, number) = question {
                context.steps.append(.show(.page(ReasonsPage(reasons, context).overlay(of: name))))
            }
        case .timeline(let page):
            let isOurs = timeline.take(
                page.entries, offset: page.offset, total: page.total, to: question, near: entries.selected)
            if isOurs {
                entries.resize(to: page.total)
                (weeks, counts) = (page.weeks, page.names)
            }
        default: break
        }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        if case .why = question { context.tell(context.say(failure), .failed) }
        card.fail(failure, at: question)
        timeline.fail(failure, at: question)
    }

    mutating func outdate() {
        card.outdate()
        timeline.outdate()
    }

    func headline(_ context: Context) -> String { name }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["profile", isInTimeline ? "timeline" : "show"], in: context, scoped: false)
        if isInTimeline, !names.isEmpty { shell.add("--names", names.joined(separator: ",")) }
        shell.add(nil, card.value?.row.identifier?.description ?? "\(number)")
        return shell.text
    }

    func explanation(_ context: Context) -> Explanation? {
        if isInTimeline, let entry = timeline[entries.selected] {
            let event = EventText(entry, context)
            return Explanation(title: event.title, whole: event.lines)
        }
        return card.value.map { CardText.whole($0, context) }
    }
}
