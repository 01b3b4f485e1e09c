import Columnar

/// The figures of one report while the finest periods go by: what they share is put together from their people.
struct ActivitySheet {
    /// One a period that is over.
    private(set) var figures: [PeriodFigures] = []
    private let parts: [Range<Int>]
    private let sources: MeasureSources
    private var present = PeriodFigures()
    /// The people of the period that goes on, where it is of several finest periods.
    private var gathered: [TrackedEvent: Bitmap] = [:]
    private var active: Bitmap?
    private var answers: MailAnswersPass
    /// The events whose people the answers to mails need.
    private let answering: Set<TrackedEvent>
    /// The events whose people are counted.
    private let counting: Set<TrackedEvent>

    /// `parts`: the finest periods of each period, one after the other.
    init(_ sources: MeasureSources, parts: [Range<Int>], needs: MeasureNeeds) {
        self.sources = sources
        self.parts = parts
        answers = MailAnswersPass(sources)
        answering = needs.answers ? answers.events : []
        counting = needs.people
    }

    private var part: Range<Int>? { figures.count < parts.count ? parts[figures.count] : nil }

    /// Takes the profiles of an event in a finest period, none where there is none, and how often it was.
    mutating func take(_ profiles: Bitmap?, times: Int, of event: TrackedEvent) {
        guard let part else { return }
        var counted = present.events[event] ?? EventFigures()
        counted.times += times
        if let profiles {
            if part.count == 1 {
                if counting.contains(event) { counted.profiles = profiles.countShared(with: sources.people) }
                if answering.contains(event) { answers.take(profiles, of: event) }
            } else if counting.contains(event) || answering.contains(event) {
                gather(profiles, of: event)
            }
        }
        present.events[event] = counted
    }

    private mutating func gather(_ profiles: Bitmap, of event: TrackedEvent) {
        guard var known = gathered.removeValue(forKey: event) else {
            gathered[event] = profiles
            return
        }
        known |= profiles
        gathered[event] = known
    }

    /// Ends a finest period, and with it the period of which it is the last; `profiles`: who was active in it.
    mutating func end(_ finest: Int, active profiles: Bitmap?) {
        guard let part, part.contains(finest) else {
            return begin()
        }
        if let profiles {
            if part.count == 1 {
                present.active = profiles.countShared(with: sources.people)
            } else if var known = active {
                active = nil
                known |= profiles
                active = known
            } else {
                active = profiles
            }
        }
        if finest == part.upperBound - 1 { close(countsActive: profiles != nil) }
    }

    private mutating func close(countsActive: Bool) {
        for (event, profiles) in gathered {
            present.events[event]?.profiles = profiles.countShared(with: sources.people)
            if answering.contains(event) { answers.take(profiles, of: event) }
        }
        if countsActive, let active { present.active = active.countShared(with: sources.people) }
        present.answers = answering.isEmpty ? nil : answers.counts
        figures.append(present)
        begin()
    }

    private mutating func begin() {
        present = PeriodFigures()
        gathered = [:]
        active = nil
        answers.begin()
    }
}
