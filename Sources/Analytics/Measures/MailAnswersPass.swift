import Columnar

/// Finds who of the people whom mails reached in a period did something with mails in it.
struct MailAnswersPass {
    private let reaching: TrackedEvent?
    private let people: Bitmap
    private var profiles: [TrackedEvent: Bitmap] = [:]

    private static let answering: Set<TrackedEvent> = [.opened, .clicked, .unsubscribed]

    init(_ sources: MeasureSources) {
        reaching = [TrackedEvent.delivered, .sent].first { sources.table(of: $0) != nil }
        people = sources.people
    }

    /// The events of which the profiles are taken.
    var events: Set<TrackedEvent> { reaching.map { Self.answering.union([$0]) } ?? [] }

    /// Forgets the period before.
    mutating func begin() { profiles = [:] }

    /// Takes the profiles of an event in the period.
    mutating func take(_ own: Bitmap, of event: TrackedEvent) {
        guard let reaching, event == reaching || Self.answering.contains(event) else { return }
        profiles[event] = own & people
    }

    /// The counts of the period; none where nothing tells whom mails reached.
    var counts: MailAnswers? {
        guard let reaching else { return nil }
        guard let reached = profiles[reaching] else { return MailAnswers() }
        var answers = MailAnswers(reached: reached.count)
        answers.opened = profiles[.opened]?.countShared(with: reached) ?? 0
        answers.clicked = profiles[.clicked]?.countShared(with: reached) ?? 0
        answers.unsubscribed = profiles[.unsubscribed]?.countShared(with: reached) ?? 0
        if let opened = profiles[.opened], let clicked = profiles[.clicked] {
            answers.openedAndClicked = (opened & clicked).countShared(with: reached)
        }
        return answers
    }
}
