import Customers
import Phrases
import Screens
import Terminal

/// Why a profile is a member, for people: a line a group or condition, and under a condition what decides it.
struct ReasonsText {
    let reasons: MembershipReasons
    let amounts: Amounts

    func print(_ profile: String, asOf: Instant) {
        let name = Drawing.unicode.safe(profile)
        Printer.line("\(name) is \(reasons.isMember ? "a" : "no") member as of \(asOf).")
        for (node, depth) in reasons.root.flattened() {
            let indent = String(repeating: "  ", count: depth)
            Printer.line((node.holds ? "yes  " : "no   ") + indent + Drawing.unicode.safe(line(node)))
            for evidence in node.evidence {
                Printer.line("     " + indent + "  · " + Drawing.unicode.safe(EvidenceText(evidence, amounts).text))
            }
        }
        Printer.line(ending)
        for text in reasons.held {
            Printer.line("Taken to stay as it is, since it hangs on everyone: \(Drawing.unicode.safe(text))")
        }
    }

    /// Groups are told by the word that joins them: their conditions follow.
    private func line(_ node: ReasonNode) -> String {
        switch node.kind {
        case .all: node.operands.isEmpty ? node.text : "all of"
        case .any: "any of"
        case .not: "not"
        case .asOf: "as of \(node.operands.first?.asOf.description ?? "another date")"
        case .condition: node.text
        }
    }

    private var ending: String {
        guard let turn = reasons.changesAt else { return "Time alone does not change that." }
        return reasons.isMember
            ? "If nothing more happens, membership ends at \(turn)."
            : "If nothing more happens, membership begins at \(turn)."
    }
}

extension EvidenceText {
    /// One fact in English, with instants as the program prints them.
    init(_ evidence: Evidence, _ amounts: Amounts) {
        self.init(evidence, in: .english, value: amounts.value, time: \.description)
    }
}
