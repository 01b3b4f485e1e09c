import Customers

/// A place where a value of something may stand.
struct ValuePlace {
    let type: ValueType?
    /// The trait or property whose values may stand here; nil for a figure.
    let subject: ValueWish.Subject?
    /// Whether the value is one of a group by scores.
    let isGroup: Bool

    /// Asks the parser whether it takes a value behind a text, and of what.
    init?(behind base: String, _ vocabulary: Vocabulary) {
        let end = base.utf8.count + 1
        let reading = ["\"x\"", "1"].lazy.map { Reading(base + " " + $0) }.first {
            $0.parser.trace.value?.lowerBound == end && $0.subject != nil
        }
        guard let reading, let subject = reading.subject else { return nil }
        type = reading.parser.type(of: subject, in: vocabulary)
        isGroup = reading.parser.isGroup(subject)
        let use = reading.parser.names.first { $0.range.lowerBound == subject.range.lowerBound }
        switch use?.role {
        case .trait: self.subject = use.map { .trait($0.name) }
        case .property(let event?): self.subject = use.map { .property(event: event, name: $0.name) }
        default: self.subject = nil
        }
    }
}

// Values.
extension Completer {
    /// Values that need not be looked up.
    var values: [Choice] {
        let texts: [String]
        if reading.expectation == .stage {
            texts = lifecycleStages
        } else if value?.isGroup == true {
            texts = vocabulary.groups
        } else {
            guard value?.type == .boolean, place.style == .bare else { return [] }
            return ["true", "false"].map { Choice(Candidate($0, .value)) }
        }
        return texts.map { Choice(Candidate(quoted(text: $0), .value), name: $0) }
    }

    /// The values to look up.
    var wish: ValueWish? {
        guard place.style != .name, let value, let subject = value.subject else { return nil }
        switch value.type {
        case .text, .list: return ValueWish(subject, beginning: place.typed)
        case .integer, .number, .date:
            return place.style == .bare ? ValueWish(subject, beginning: place.typed) : nil
        case .boolean, .timestamp, .money, nil: return nil
        }
    }
}
