import Customers
import Terminal

/// An event or order in full: every property on a line of its own, then the lines of the order.
struct EventText {
    /// More of a value than anybody reads, so that none of a file can make drawing slow.
    private static let longestValue = 4_000

    let title: String
    let lines: [Line]

    init(_ entry: TimelineEntry, _ context: Context) {
        title = "\(entry.name) \(context.time(entry.time))"
        let kind = entry.kind == .order ? context.say("event.order", "order") : context.say("event.event", "event")
        let facts = [
            (name: context.say("event.kind", "kind"), value: Line(kind)),
            (name: context.say("event.time", "time"), value: Line("\(entry.time)")),
        ]
        var lines = context.aligned(facts + Self.texts(entry.properties, context))
        for (number, line) in entry.lines.enumerated() {
            let header = context.say("event.line", "line %1", "\(number + 1)")
            lines += [Line(), Line(header, .header)] + context.aligned(Self.texts(line, context))
        }
        self.lines = lines
    }

    private static func texts(_ values: [NamedValue], _ context: Context) -> [(name: String, value: Line)] {
        values.map { ($0.name, Line(String(context.text($0.value).prefix(longestValue)))) }
    }
}
