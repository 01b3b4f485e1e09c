import Customers
import Terminal

/// Events and orders as lines.
struct TimelineText {
    /// What a line can show at most, so that no value of a file can make drawing slow.
    private static let mostProperties = 30
    private static let longestValue = 200

    let context: Context

    init(_ context: Context) {
        self.context = context
    }

    /// A line an entry; the day stands only where it changes.
    func lines(of entries: [TimelineEntry]) -> [Line] { lines(of: entries, at: entries.indices) }

    /// The lines of some entries that stand one after the other, as they stand among all.
    func lines(of entries: [TimelineEntry], at places: Range<Int>) -> [Line] {
        places.map { place in
            let before = place > 0 ? context.calendar.date(at: entries[place - 1].time) : nil
            return line(of: entries[place], showsDay: context.calendar.date(at: entries[place].time) != before)
        }
    }

    func line(of entry: TimelineEntry, showsDay: Bool = true) -> Line {
        let time = context.time(entry.time)
        let day = showsDay ? String(time.prefix(10)) : String(repeating: " ", count: 10)
        let glyphs = context.drawing.glyphs
        let sign = entry.kind == .order ? Line("\(glyphs.marked) ", .accent) : Line("\(glyphs.dot) ", .muted)
        return Line("\(day) \(time.suffix(5)) ", .muted) + sign + Line(entry.name)
            + Line(properties(entry.properties), .muted)
    }

    /// The lines of an order, one a row.
    func lines(ofOrder entry: TimelineEntry) -> [Line] {
        entry.lines.map { Line("    " + properties($0).trimmed, .muted) }
    }

    private func properties(_ properties: [NamedValue]) -> String {
        properties.prefix(Self.mostProperties).map { property in
            "  \(property.name) \(context.text(property.value).prefix(Self.longestValue))"
        }.joined()
    }
}
