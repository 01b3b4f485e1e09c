import Customers
import Terminal

/// The versions of a segment, of which one is chosen to be compared with or taken up.
struct EditorVersions: Hashable, Sendable {
    private(set) var all: [Segment] = []
    private(set) var chosen: Segment?

    /// Asks for the versions of a segment.
    mutating func ask(of name: String, _ context: inout Context) {
        context.ask(.versions(ofSegment: name))
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch answer {
        case .versions(let found):
            all = found.reversed()
            showMenu(&context)
        case .difference(let difference):
            guard let chosen else { return }
            context.steps.append(
                .show(.page(PageOverlay(title: title(of: chosen, context), page: page(difference, chosen, context)))))
        default: break
        }
    }

    private func title(of version: Segment, _ context: Context) -> String {
        context.say("versions.title", "Version %1 of ‘%2’", "\(version.version)", version.name)
    }

    private func showMenu(_ context: inout Context) {
        guard !all.isEmpty else {
            return context.tell(context.say("versions.none", "This segment has no version yet."), .warning)
        }
        let labels = all.map { version in
            context.say(
                "versions.line", "%1  %2  %3", "\(version.version)", context.time(version.saved), version.author)
        }
        let title = context.say("versions.choose", "Compare with a version")
        context.steps.append(.show(.menu(Menu(title, labels: labels, intent: .version))))
    }

    /// Takes the version at a place of the menu, and asks what to do with it.
    mutating func choose(_ index: Int, _ context: inout Context) {
        guard all.indices.contains(index) else { return }
        choose(all[index], &context)
    }

    mutating func remember(_ version: Segment) { chosen = version }

    private mutating func choose(_ version: Segment, _ context: inout Context) {
        chosen = version
        let labels = [
            context.say("versions.difference", "Show who would come and go"),
            context.say("versions.take", "Take its rule; undo brings this one back"),
        ]
        context.steps.append(.show(.menu(Menu(title(of: version, context), labels: labels, intent: .versionUse))))
    }

    /// Who comes and goes, and by which line.
    private func page(_ difference: SegmentDifference, _ version: Segment, _ context: Context) -> TextPage {
        var lines = [
            Line(context.say("versions.rule", "Its rule: %1", version.source)),
            Line(),
            Line(
                context.say(
                    "versions.sum", "From it to the rule as it stands: %1 come in, %2 drop out, %3 stay.",
                    Numbers.grouped(difference.entered.all.count), Numbers.grouped(difference.left.all.count),
                    Numbers.grouped(difference.stayed.count))),
        ]
        for (title, move) in [
            (context.say("versions.entered", "Who comes in, by the lines that let them"), difference.entered),
            (context.say("versions.left", "Who drops out, by the lines that keep them out"), difference.left),
        ] where move.all.count > 0 {
            lines += [Line(), Line(title, Style(.header, .bold))]
            for cause in move.causes where cause.needed.count > 0 {
                lines.append(Line(Numbers.grouped(cause.needed.count) + "  ", .key) + Line(cause.text))
            }
            if move.several.count > 0 {
                let words = context.say("versions.several", "several lines at once")
                lines.append(Line(Numbers.grouped(move.several.count) + "  ", .key) + Line(words, .muted))
            }
        }
        return TextPage(lines)
    }
}
