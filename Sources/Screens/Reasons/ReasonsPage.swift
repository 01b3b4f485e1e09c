import Customers
import Terminal

/// Why somebody is among the people of a filter, leaf by leaf, as a page to read.
struct ReasonsPage {
    private let reasons: MembershipReasons
    private let context: Context

    init(_ reasons: MembershipReasons, _ context: Context) {
        (self.reasons, self.context) = (reasons, context)
    }

    func overlay(of name: String) -> PageOverlay {
        let title =
            reasons.isMember
            ? context.say("why.in", "Why %1 is in", name) : context.say("why.out", "Why %1 is not in", name)
        return PageOverlay(title: title, page: TextPage(lines))
    }

    private var lines: [Line] {
        let (yes, no) = (context.say("why.yes", "yes"), context.say("why.no", "no"))
        let width = max(context.drawing.width(of: yes), context.drawing.width(of: no)) + 2
        var lines = reasons.root.flattened().flatMap { node, depth -> [Line] in
            let word = node.holds ? yes : no
            let blanks = String(repeating: " ", count: width - context.drawing.width(of: word))
            let indent = String(repeating: "  ", count: depth)
            let head = Line(word + blanks, node.holds ? .good : .warning) + Line(indent + text(of: node))
            let margin = String(repeating: " ", count: width) + indent + "  \(context.drawing.glyphs.dot) "
            return [head] + node.evidence.map { Line(margin + evidence($0), .muted) }
        }
        lines += [Line(), Line(ending)]
        for text in reasons.held {
            lines.append(
                Line(context.say("why.held", "Taken to stay as it is, since it hangs on everyone: %1", text), .muted))
        }
        return lines
    }

    /// Groups are told by the word that joins them: their conditions follow.
    private func text(of node: ReasonNode) -> String {
        switch node.kind {
        case .all: node.operands.isEmpty ? node.text : context.say("why.all", "all of")
        case .any: context.say("why.any", "any of")
        case .not: context.say("why.not", "not")
        case .asOf: context.say("why.asof", "as of %1", node.operands.first.map { context.time($0.asOf) } ?? "")
        case .condition: node.text
        }
    }

    private func evidence(_ evidence: Evidence) -> String {
        EvidenceText(evidence, in: context.catalogue, value: context.text, time: context.time).text
    }

    private var ending: String {
        guard let turn = reasons.changesAt else { return context.say("why.never", "Time alone does not change that.") }
        return reasons.isMember
            ? context.say("why.ends", "If nothing more happens, it ends at %1.", context.time(turn))
            : context.say("why.begins", "If nothing more happens, it begins at %1.", context.time(turn))
    }
}
