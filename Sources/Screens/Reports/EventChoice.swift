import Analytics
import Customers
import Filters
import Phrases
import Terminal

/// The events that a report may be about, the most frequent first.
struct EventChoice: Hashable, Sendable {
    /// Names as the filter language writes them.
    let names: [String]

    /// `vocabulary`: none where it is not known yet.
    init(_ vocabulary: Vocabulary?) {
        let known = vocabulary?.events.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) } ?? []
        names = ["anything"] + known.prefix(30).map { ReportEvent(.named($0.key)).text }
    }

    /// Shows the events; the last choice is one in words.
    func show(_ title: String, number: Int, present: String, _ context: inout Context) {
        let labels = names + [context.say("reports.words", "in words, with a condition")]
        let selected = names.firstIndex(of: present) ?? names.count
        context.steps.append(
            .show(.menu(Menu(title, labels: labels, intent: .reportEvent(number), selected: selected))))
    }

    /// Asks for an event in words.
    static func ask(
        _ title: String, number: Int, present: String, refusal: String = "", _ context: inout Context
    ) {
        var prompt = Prompt(
            title, note: context.say("reports.words.note", "As in: purchase where category = \"boots\"."),
            text: present,
            intent: .reportEventText(number))
        prompt.refusal = refusal
        context.steps.append(.show(.prompt(prompt)))
    }

    /// Why a text names no events; none where it does.
    static func refusal(of text: String) -> Phrase? {
        do {
            _ = try ReportEvent(parsing: text)
            return nil
        } catch let error as any Phrased {
            return error.phrase
        } catch {
            return Phrase(verbatim: "\(error)")
        }
    }
}

extension Context {
    /// What is said where a report has no answer.
    func writeFailure(_ failure: Failure, in rect: Rect, on canvas: inout Canvas) {
        let wayOut = say("reports.change", "w changes what the report is about.")
        write([say(failure), wayOut], in: rect, on: &canvas, role: .error)
    }

    /// The last local day before the date of the questions, or the present day.
    var lastDay: CivilDate {
        switch asOf {
        case .now: today
        case .day(let date): date.adding(days: -1)
        case .instant(let instant): calendar.date(at: Instant(milliseconds: instant.milliseconds - 1))
        }
    }
}

extension Range<Int> {
    /// So many of a number of places as have room, with one of them among them.
    init(showing room: Int, of count: Int, around place: Int) {
        let shown = Swift.min(count, Swift.max(1, room))
        let first = Swift.min(Swift.max(0, place - shown / 2), count - shown)
        self = first..<(first + shown)
    }
}
