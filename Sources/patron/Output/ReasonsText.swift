import Customers
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

/// One fact in words.
struct EvidenceText {
    private let evidence: Evidence
    private let amounts: Amounts

    init(_ evidence: Evidence, _ amounts: Amounts) {
        self.evidence = evidence
        self.amounts = amounts
    }

    var text: String {
        let name = evidence.name
        switch evidence.kind {
        case .trait: return "\(name): \(value)\(source)\(since)"
        case .age: return "age: \(value)"
        case .anniversary: return "next anniversary of \(name): \(value)"
        case .count: return "\(Numbers.grouped(evidence.count ?? 0)) × \(name)\(bounds)\(window)"
        case .event: return "\(name) at \(time)"
        case .outside: return "the nearest \(name) that does not count: \(time)"
        case .step:
            return evidence.time == nil
                ? "step \(evidence.count ?? 0), \(name): none\(evidence.to.map { " until \($0)" } ?? "")"
                : "step \(evidence.count ?? 0), \(name) at \(time)"
        case .wait:
            return evidence.time == nil
                ? "step \(evidence.count ?? 0), no \(name): not so, or not yet over\(evidence.to.map { " until \($0)" } ?? "")"
                : "step \(evidence.count ?? 0), no \(name) until \(time)"
        case .weeks:
            return "\(name) in \(evidence.count ?? 0) of \(evidence.most ?? 0) weeks, at least \(evidence.least ?? 0)"
        case .figure: return "\(name): \(value), of \(Numbers.grouped(evidence.count ?? 0)) events\(window)"
        case .measure: return "\(name): \(value)"
        case .segment:
            return evidence.value == .boolean(true) ? "in the segment ‘\(name)’" : "not in the segment ‘\(name)’"
        case .change: return "seen at \(time)"
        case .consent:
            let word = evidence.value.map { $0 == .boolean(true) ? "granted" : "withdrawn" }
            return "ledger, \(name): " + (word.map { "\($0) at \(time)" } ?? "nothing")
        case .place:
            return "place \(evidence.count ?? 0) of 0 to 9999; the sample takes those up to \(evidence.most ?? 0)"
        }
    }

    private var value: String { evidence.value.map(amounts.value) ?? "none" }

    private var source: String { evidence.source.map { " (\($0))" } ?? "" }

    private var since: String { evidence.time.map { ", since \($0)" } ?? "" }

    private var time: String { evidence.time?.description ?? "no time" }

    private var bounds: String {
        switch (evidence.least, evidence.most) {
        case (nil, nil): ""
        case (let least?, nil): ", at least \(least)"
        case (nil, let most?): ", at most \(most)"
        case (0?, let most?): most == 0 ? ", none wanted" : ", at most \(most)"
        case (let least?, let most?): least == most ? ", exactly \(least)" : ", \(least) to \(most)"
        }
    }

    private var window: String {
        switch (evidence.from, evidence.to) {
        case (nil, nil): ""
        case (let from?, nil): " from \(from)"
        case (nil, let to?): " before \(to)"
        case (let from?, let to?): " from \(from) to \(to)"
        }
    }
}
