public import Customers
public import Phrases
import Terminal

/// One fact from which the answer of a condition follows, in words.
public struct EvidenceText {
    private let evidence: Evidence
    private let catalogue: Catalogue
    private let value: (Value) -> String
    private let time: (Instant) -> String

    /// - Parameters:
    ///   - evidence: the fact.
    ///   - catalogue: the language of the words.
    ///   - value: how values are written.
    ///   - time: how instants are written.
    public init(
        _ evidence: Evidence, in catalogue: Catalogue, value: @escaping (Value) -> String,
        time: @escaping (Instant) -> String
    ) {
        (self.evidence, self.catalogue, self.value, self.time) = (evidence, catalogue, value, time)
    }

    /// The fact as half a sentence.
    public var text: String {
        let name = evidence.phrase.map { catalogue.text($0) } ?? evidence.name
        let count = Numbers.grouped(evidence.count ?? 0)
        switch evidence.kind {
        case .trait: return "\(name): \(valueText)\(source)\(since)"
        case .age: return say("age", "age: %1", valueText)
        case .anniversary: return say("anniversary", "next anniversary of %1: %2", name, valueText)
        case .count: return "\(count) × \(name)\(bounds)\(window)"
        case .event: return say("event", "%1 at %2", name, timeText)
        case .outside: return say("outside", "the nearest %1 that does not count: %2", name, timeText)
        case .step:
            return evidence.time == nil
                ? say("step.none", "step %1, %2: none", count, name) + until
                : say("step", "step %1, %2 at %3", count, name, timeText)
        case .wait:
            return evidence.time == nil
                ? say("wait.none", "step %1, no %2: not so, or not yet over", count, name) + until
                : say("wait", "step %1, no %2 until %3", count, name, timeText)
        case .weeks:
            return say(
                "weeks", "%1 in %2 of %3 weeks, at least %4", name, count, "\(evidence.most ?? 0)",
                "\(evidence.least ?? 0)")
        case .figure: return say("figure", "%1: %2, of %3 events", name, valueText, count) + window
        case .measure: return "\(name): \(valueText)"
        case .segment:
            return evidence.value == .boolean(true)
                ? say("segment.in", "in the segment ‘%1’", name) : say("segment.out", "not in the segment ‘%1’", name)
        case .change: return say("change", "seen at %1", timeText)
        case .consent:
            guard let value = evidence.value else { return say("consent.none", "ledger, %1: nothing", name) }
            return value == .boolean(true)
                ? say("consent.granted", "ledger, %1: granted at %2", name, timeText)
                : say("consent.withdrawn", "ledger, %1: withdrawn at %2", name, timeText)
        case .place:
            return say(
                "place", "place %1 of 0 to 9999; the sample takes those up to %2", "\(evidence.count ?? 0)",
                "\(evidence.most ?? 0)")
        }
    }

    private func say(_ key: String, _ english: String, _ arguments: String...) -> String {
        catalogue.text(Phrase("evidence.\(key)", english: english, arguments: arguments))
    }

    private var valueText: String { evidence.value.map(value) ?? say("none", "none") }

    private var timeText: String { evidence.time.map(time) ?? say("notime", "no time") }

    private var source: String { evidence.source.map { " (\($0))" } ?? "" }

    private var since: String { evidence.time.map { say("since", ", since %1", time($0)) } ?? "" }

    private var until: String { evidence.to.map { say("until", " until %1", time($0)) } ?? "" }

    private var bounds: String {
        switch (evidence.least, evidence.most) {
        case (nil, nil): ""
        case (let least?, nil): say("least", ", at least %1", "\(least)")
        case (nil, let most?): say("most", ", at most %1", "\(most)")
        case (0?, let most?):
            most == 0 ? say("nowanted", ", none wanted") : say("most", ", at most %1", "\(most)")
        case (let least?, let most?):
            least == most
                ? say("exactly", ", exactly %1", "\(least)") : say("between", ", %1 to %2", "\(least)", "\(most)")
        }
    }

    private var window: String {
        switch (evidence.from, evidence.to) {
        case (nil, nil): ""
        case (let from?, nil): say("from", " from %1", time(from))
        case (nil, let to?): say("before", " before %1", time(to))
        case (let from?, let to?): say("fromto", " from %1 to %2", time(from), time(to))
        }
    }
}
