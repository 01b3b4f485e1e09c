import Customers
import Phrases
import Terminal

/// A profile's card as lines: what identifies it, what it is worth, and its traits by the four groups of data.
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
            rows.append(
                ("RFM", Line("\(rfm.recency) \(rfm.frequency) \(rfm.monetary) \(context.groupName(rfm.group))")))
        }
        if !card.segments.isEmpty {
            rows.append((context.say("card.segments", "in"), Line(card.segments.joined(separator: ", "))))
        }
        rows.append((context.say("card.sources", "sources"), Line(card.sources.joined(separator: ", "))))
        return context.aligned(rows, names: 16)
    }

    /// Traits in a section for each of the four groups of data, each with who said it and when.
    private static func traits(_ card: ProfileCard, _ context: Context, longest: Int) -> [Line] {
        let kinds = Set(card.identifiers.map(\.kind))
        let groups = Dictionary(grouping: card.traits) {
            DataGroup(trait: $0.name, type: $0.value.type, isIdentifier: kinds.contains($0.name))
        }
        return DataGroup.allCases.flatMap { group -> [Line] in
            guard let traits = groups[group] else { return [] }
            let rows = traits.map { trait in
                (
                    trait.name,
                    Line(String(context.text(trait.value).prefix(longest))) + Line(origin(of: trait, context), .muted)
                )
            }
            return [Line(), Line(context.say(title(of: group)), .header)] + context.aligned(rows, names: 16)
        }
    }

    private static func origin(of trait: TraitReading, _ context: Context) -> String {
        let parts = [trait.source, trait.time.map { context.date($0) } ?? ""].filter { !$0.isEmpty }
        return parts.isEmpty ? "" : "  (\(parts.joined(separator: ", ")))"
    }

    private static func title(of group: DataGroup) -> Phrase {
        switch group {
        case .identification: Phrase("group.identification", "identification")
        case .socioDemographic: Phrase("group.social", "socio-demographic")
        case .quantitative: Phrase("group.quantitative", "quantitative")
        case .qualitative: Phrase("group.qualitative", "qualitative")
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
