import Phrases
import Terminal

/// Five cards that show a newcomer around; the last one leads to a segment to save.
struct Tour: Hashable, Sendable {
    struct Card: Sendable {
        let title: Phrase
        let lines: [Phrase]
    }

    private(set) var place = 0

    static let cards = [
        card(
            "people", "Who your customers are",
            "2 lists everybody. / finds a name while you type, lodz finds Łódź.",
            "Enter opens a person: traits with their source, orders, all that happened.",
            "c chooses the columns, s sorts by any of them, Space marks."),
        card(
            "numbers", "Every number opens to its people",
            "Enter on a number, a cell or a segment lists the people behind it.",
            "i explains what stands under the cursor; on a person it says why he is in the list.",
            "! shows the command that prints the same, for scripts."),
        card(
            "dates", "Every question has a date",
            "t asks as of another day, [ and ] go a day back and forth.",
            "S limits all screens to a segment. Both stand in the first line until you change them."),
        card(
            "segments", "Segments count while you type",
            "3 lists the segments; some are ready to use. a writes a new one, line by line.",
            "Each line says how many it holds alone, how many are left after it, and how many there would be",
            "without it. Left and right try the next number, - switches a line off."),
        card(
            "keep", "Keep one",
            "Enter opens a rule that is ready: people who bought twice or more.",
            "Look at it, change a line if you like, and press ^S. ^P finds every command by its words,",
            "? lists the keys of the screen. This tour stands there too."),
    ]

    private static func card(_ key: String, _ title: String, _ lines: String...) -> Card {
        Card(
            title: Phrase("tour.\(key)", title),
            lines: lines.enumerated().map { Phrase("tour.\(key).\($0)", $1) })
    }

    var isLast: Bool { place == Self.cards.count - 1 }

    mutating func move(_ step: Int) { place = min(max(0, place + step), Self.cards.count - 1) }

    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let card = Self.cards[place]
        let number = context.say("tour.card", "%1 of %2", "\(place + 1)", "\(Self.cards.count)")
        let lines = card.lines.map { Line(context.say($0)) } + [Line(), Line(number, .muted)]
        Terminal.Popup(context.say(card.title), lines: lines).draw(in: rect, on: &canvas)
    }

    func read(_ context: Context) -> [String] {
        let card = Self.cards[place]
        return [context.say(card.title) + "."] + card.lines.map { context.say($0) }
    }
}
