import Customers
import Terminal

/// A profile's card as lines: what identifies it, what it is worth, and its traits by source.
struct CardText {
    let lines: [Line]

    /// `longest`: how much of a value a line shows at most.
    init(_ card: ProfileCard, _ context: Context, longest: Int = 200) {
        lines = Self.facts(card, context) + Self.traits(card, context, longest: longest)
    }

    /// The whole card: every value as long as anybody reads.
    static func whole(_ card: ProfileCard, _ context: Context) -> Explanation {
        Explanation(title: card.row.name, whole: CardText(card, context, longest: 4_000).lines)
    }

    private static func facts(_ card: ProfileCard, _ context: Context) -> [Line] {
        var rows: [(String, Line)] = card.identifiers.map { ($0.kind, Line($0.value)) }
        rows.append((context.say("card.reach", "reach"), reach(card, context)))
        if card.row.purchases > 0 {
            let value = context.say(
                "card.value.is", "%1, purchases: %2", context.money(card.row.revenueMinor),
                Numbers.grouped(card.row.purchases))
            rows.append((context.say("card.value", "value"), Line(value)))
        }
        if let last = card.row.lastPurchase {
            rows.append(
                (context.say("card.last", "last buy"), Line("\(context.date(last)) (\(context.age(of: last)))")))
        }
        if let rfm = card.rfm {
            rows.append(("RFM", Line("\(rfm.recency) \(rfm.frequency) \(rfm.monetary) \(rfm.group)")))
        }
        if !card.segments.isEmpty {
            rows.append((context.say("card.segments", "in"), Line(card.segments.joined(separator: ", "))))
        }
        rows.append((context.say("card.sources", "sources"), Line(card.sources.joined(separator: ", "))))
        return context.aligned(rows, names: 16)
    }

    /// Traits in a section for each source, the sources in the order of the card.
    private static func traits(_ card: ProfileCard, _ context: Context, longest: Int) -> [Line] {
        let groups = Dictionary(grouping: card.traits, by: \.source)
        let known = card.sources.filter { groups[$0] != nil }
        let others = groups.keys.filter { !known.contains($0) }.sorted()
        return (known + others).flatMap { source in
            let rows = (groups[source] ?? []).map { ($0.name, Line(String(context.text($0.value).prefix(longest)))) }
            return [Line(), Line(context.say("card.from", "from %1", source), .header)]
                + context.aligned(rows, names: 16)
        }
    }

    private static func reach(_ card: ProfileCard, _ context: Context) -> Line {
        let words = Channel.allCases.map { channel in
            card.reach.contains(channel)
                ? Line("+\(channel.rawValue)", .good) : Line("-\(channel.rawValue)", .muted)
        }
        return words.dropFirst().reduce(words.first ?? Line()) { $0 + Line(" ") + $1 }
    }
}
