import Customers
import Phrases
import Terminal

extension Application {
    /// The keys of the screen in front, those that hold everywhere, and what the words mean.
    func helpPage() -> PageOverlay {
        let own = Set(front.actions)
        let entries = context.keys.help(in: front.keyScope)
        var lines = [Line(context.say("help.here", "On this screen"), Style(.header, .bold))]
        lines += entries.filter { own.contains($0.action) }.map { line(for: $0) }
        lines += [Line(), Line(context.say("help.everywhere", "Everywhere"), Style(.header, .bold))]
        lines += entries.filter { !own.contains($0.action) }.map { line(for: $0) }
        lines += [Line(), Line(context.say("help.words", "What the words mean"), Style(.header, .bold))]
        for term in Glossary.terms {
            lines.append(Line(context.say(term.name), .key) + Line("  \(context.say(term.meaning))"))
        }
        let title = context.say("help.title", "Help: %1", front.title(context))
        return PageOverlay(title: title, page: TextPage(lines))
    }

    private func line(for entry: HelpEntry) -> Line {
        let words = front.words[entry.action] ?? entry.words
        let keys = context.drawing.cut(entry.keys, to: 18)
        let blanks = String(repeating: " ", count: max(1, 20 - context.drawing.width(of: keys)))
        return Line(keys, .key) + Line(blanks + context.say(words))
    }

    /// Shows the command that prints the same as the screen.
    mutating func showCommandLine() {
        let command = front.commandLine(context)
        let hint = context.say("command.hint", "y copies it")
        overlay = .page(
            PageOverlay(
                title: context.say("command.title", "The command line of this view"),
                page: TextPage([Line(command), Line(), Line(hint, .muted)]), copied: command))
    }

    /// Shows what the number under the cursor means.
    mutating func explain() {
        guard let explanation = front.explanation(context) else { return }
        if let whole = explanation.whole {
            overlay = .page(PageOverlay(title: explanation.title, page: TextPage(whole)))
            return
        }
        let filter = explanation.filter.isEmpty ? context.say("explain.everyone", "everyone") : explanation.filter
        var facts = [
            (context.say("explain.filter", "filter"), filter),
            (context.say("explain.scope", "limited to"), context.scope),
            (context.say("explain.asof", "as of"), context.asOfText ?? context.say("explain.now", "now")),
            (
                context.say("explain.refunds", "refunds count"),
                explanation.refunds.map { context.say($0.phrase) } ?? ""
            ),
            (context.say("explain.zone", "zone"), context.store?.summary.timeZone ?? "UTC"),
            (
                context.say("explain.fresh", "freshness"),
                explanation.isFresh
                    ? context.say("explain.exact", "exact") : context.say("explain.stale", "stale, asked again")
            ),
        ]
        if let newest = context.store?.summary.lastEvent {
            facts.append((context.say("explain.data", "data to"), context.time(newest)))
        }
        if let rows = explanation.rowsRead {
            facts.append((context.say("explain.rows", "rows read"), Numbers.grouped(rows)))
        }
        if let milliseconds = explanation.milliseconds {
            let unit = context.say("unit.millisecond", "ms")
            facts.append((context.say("explain.took", "took"), "\(Numbers.decimal(milliseconds, places: 1)) \(unit)"))
        }
        facts.removeAll { $0.1.isEmpty }
        let lines = context.aligned(facts.map { ($0.0, Line($0.1)) })
        overlay = .page(
            PageOverlay(title: explanation.title, page: TextPage([Line(explanation.definition), Line()] + lines)))
    }
}
