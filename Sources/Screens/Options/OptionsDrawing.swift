import Customers
import Terminal

extension Options {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(title(context), isFocused: true, in: rect, on: &canvas)
        let labels = Row.allCases.map { context.say(label(of: $0)) }
        let width = min(room.columns / 2, (labels.map { context.drawing.width(of: $0) }.max() ?? 0) + 2)
        ListView(scroll: scroll).draw(in: room.top(Row.allCases.count), on: &canvas) { index in
            let row = Row.allCases[index]
            let choices = choices(of: row, context)
            let place = choice(of: row, context)
            let blanks = String(repeating: " ", count: max(1, width - context.drawing.width(of: labels[index])))
            return Line(labels[index] + blanks) + Line(choices.indices.contains(place) ? choices[place] : "", .key)
                + Line(choices.count > 2 ? "  \(place + 1)/\(choices.count)" : "", .muted)
        }
        let below = room.inset(left: 1, top: Row.allCases.count + 1, right: 1)
        drawExample(in: below.top(1), on: &canvas, context)
        var page = TextPage(notes(context).map { Line($0, .muted) })
        _ = page.move(.first, in: below.inset(top: 2), on: canvas)
        page.draw(in: below.inset(top: 2), on: &canvas)
    }

    /// What the theme makes of the roles that matter.
    private func drawExample(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let roles: [(String, Role)] = [
            (context.say("options.example.text", "text"), .text), (context.say("options.example.key", "key"), .key),
            (context.say("options.example.good", "good"), .good),
            (context.say("options.example.warning", "warning"), .warning),
            (context.say("options.example.error", "error"), .error),
            (context.say("options.example.selection", "selection"), .selection),
            (context.say("options.example.heat", " 1 "), .heat1), (" 3 ", .heat3),
        ]
        let line = roles.reduce(Line()) { $0 + Line($1.0, $1.1) + Line("  ") }
        canvas.write(line, in: rect)
    }

    /// Where these things are kept, and what the workspace has decided with the commands that change it.
    private func notes(_ context: Context) -> [String] {
        var notes = [
            context.say(
                "options.where", "Kept in config.toml, for every store; what you wrote there beside it stays as it is.")
        ]
        guard let summary = context.store?.summary else { return notes }
        let week = context.name(of: context.calendar.firstWeekday)
        notes += [
            context.say(
                "options.zone", "Time zone of this store: %1. patron settings time_zone ZONE changes it.",
                summary.timeZone),
            context.say(
                "options.currency", "Currency: %1. patron settings currency CODE changes it.", summary.currency),
            context.say(
                "options.week", "Weeks begin on %1. patron settings first_weekday DAY changes it.", week),
            context.say("options.yo", "Whether е finds ё: patron settings find_yo true or false."),
        ]
        return notes
    }

    func read(_ context: Context) -> [String] {
        Row.allCases.enumerated().map { index, row in
            let choices = choices(of: row, context)
            let place = choice(of: row, context)
            let here = index == scroll.selected ? "> " : ""
            return "\(here)\(context.say(label(of: row))): \(choices.indices.contains(place) ? choices[place] : "")."
        } + notes(context)
    }
}
