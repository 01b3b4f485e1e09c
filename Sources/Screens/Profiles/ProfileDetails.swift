import Customers
import Terminal

/// Who one profile is and what happened to it, asked for once the cursor rests on it.
struct ProfileDetails: Hashable, Sendable {
    static let timelineLimit = 50

    /// The number of the profile; none before the first.
    private(set) var number: Int?
    /// Its name, which the list knows already.
    private(set) var name = ""
    var card = Asked<ProfileCard>()
    var timeline = Asked<TimelinePage>()

    mutating func show(_ row: ProfileRow) {
        guard row.number != number else { return }
        number = row.number
        name = row.name
    }

    /// Forgets whom it showed.
    mutating func clear() {
        self = ProfileDetails()
    }

    mutating func askForMissing(isCardShown: Bool, isTimelineShown: Bool, _ context: inout Context) {
        guard let number else { return }
        if isCardShown { card.ask(.card(profile: number, asOf: context.asOf), in: &context) }
        if isTimelineShown {
            timeline.ask(
                .timeline(profile: number, asOf: context.asOf, offset: 0, limit: Self.timelineLimit), in: &context)
        }
    }

    mutating func take(_ answer: Answer, to question: Question) {
        switch answer {
        case .card(let answer): card.take(answer, to: question)
        case .timeline(let answer): timeline.take(answer, to: question)
        default: break
        }
    }

    mutating func fail(_ failure: Failure, at question: Question) {
        card.fail(failure, at: question)
        timeline.fail(failure, at: question)
    }

    mutating func outdate() {
        card.outdate()
        timeline.outdate()
    }
}
