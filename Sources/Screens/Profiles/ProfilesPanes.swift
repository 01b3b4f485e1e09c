import Customers
import Terminal

extension Profiles {
    func drawCard(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        guard !rect.isEmpty else { return }
        let group = details.card.value?.rfm.map { context.groupName($0.group) } ?? ""
        let room = context.pane(details.name, detail: group, isFocused: pane == .card, in: rect, on: &canvas)
        if let failure = details.card.failure {
            return context.write([context.say(failure)], in: room.inset(left: 1), on: &canvas, role: .error)
        }
        let lines = cardLines(context)
        for (row, line) in lines.dropFirst(cardTop).prefix(room.rows).enumerated() {
            canvas.write(line, in: room.inset(left: 1), row: row)
        }
        if !details.card.isFresh { canvas.restyle(room) { Style($0.role == .text ? .stale : $0.role, $0.emphasis) } }
        if pane == .card { canvas.cursor = Position(column: room.column, row: room.row) }
    }

    func cardLines(_ context: Context) -> [Line] {
        guard let card = details.card.value else { return [] }
        return CardText(card, context).lines
    }

    func drawTimeline(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        guard !rect.isEmpty else { return }
        let total = details.timeline.value.map { Numbers.grouped($0.total) } ?? ""
        let room = context.pane(
            context.say("timeline.title", "Timeline"), detail: total, isFocused: pane == .timeline, in: rect,
            on: &canvas)
        if let failure = details.timeline.failure {
            return context.write([context.say(failure)], in: room.inset(left: 1), on: &canvas, role: .error)
        }
        guard let timeline = details.timeline.value else { return }
        if timeline.total == 0 {
            let none = context.say("timeline.none", "Nothing has happened yet.")
            return context.write([none], in: room.inset(left: 1), on: &canvas)
        }
        let older = timeline.total - timeline.entries.count
        var scroll = timelineScroll
        scroll.resize(to: timeline.entries.count)
        let shown = scroll.visible(page: room.rows)
        let lines = TimelineText(context).lines(of: timeline.entries, at: shown)
        if pane == .timeline {
            ListView(scroll: scroll).draw(in: room, on: &canvas) { lines[$0 - shown.lowerBound] }
        } else {
            for (row, line) in lines.enumerated() { canvas.write(line, in: room.inset(left: 1), row: row) }
        }
        if older > 0, shown.count < room.rows {
            let note = context.say("timeline.older", "%1 older, Enter shows all", Numbers.grouped(older))
            canvas.write(note, in: room.inset(left: 1), row: shown.count, style: Style(.muted))
        }
        if !details.timeline.isFresh {
            canvas.restyle(room) { Style($0.role == .text ? .stale : $0.role, $0.emphasis) }
        }
    }

    /// Entries of the timeline that are in view.
    func timelineRows(_ context: Context) -> Int {
        context.interior(of: places(in: context.body, context).timeline).rows
    }

    func read(_ context: Context) -> [String] {
        var sentences: [String] = []
        if let total = pages.total {
            sentences.append(context.say("profiles.read", "%1 in the list.", context.people(total)))
        }
        if let failure = pages.failure { sentences.append(context.say(failure)) }
        if !filter.isEmpty { sentences.append(context.say("profiles.read.filter", "Filter: %1", filter)) }
        if typing == .filter { sentences += [draft.line(context).text] + draft.readList(context) }
        switch pane {
        case .list:
            for index in scroll.visible(page: max(5, pageRows(context))) {
                guard let row = pages[index] else { continue }
                sentences.append(sentence(of: row, at: index, context))
            }
        case .card: sentences += cardLines(context).map(\.text)
        case .timeline:
            sentences += TimelineText(context).lines(of: details.timeline.value?.entries ?? []).map(\.text)
        }
        return sentences
    }

    private func sentence(of row: ProfileRow, at index: Int, _ context: Context) -> String {
        let sign = index == scroll.selected ? "> " : ""
        let city = row.city.map { ", \($0)" } ?? ""
        guard row.purchases > 0 else {
            return sign + context.say("profiles.read.visitor", "%1%2, has not bought.", row.name, city)
        }
        return sign
            + context.say(
                "profiles.read.buyer", "%1%2, bought %3 times for %4.", row.name, city,
                Numbers.grouped(row.purchases), context.money(row.revenueMinor))
    }
}
