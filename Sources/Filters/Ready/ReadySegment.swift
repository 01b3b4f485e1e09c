/// A segment of the trade that needs no writing: a name and a rule that a store can answer as it is.
public struct ReadySegment: Hashable, Sendable {
    /// Which one, in words that stay the same in every language: `old-subscribers`.
    public let key: String
    /// In English.
    public let name: String
    /// In the filter language.
    public let rule: String

    /// The ready segments that a store can answer, in the order of a customer's life.
    ///
    /// One that asks for a trait, an event or a property of which the store knows nothing is left out.
    public static func all(for vocabulary: Vocabulary) -> [ReadySegment] {
        table.filter { entry in
            entry.traits.allSatisfy { vocabulary.traits[$0] != nil }
                && entry.events.allSatisfy { vocabulary.events[$0] != nil }
                && entry.properties.allSatisfy { vocabulary.events["purchase"]?.properties[$0] != nil }
        }.map { ReadySegment(key: $0.key, name: $0.name, rule: $0.rule) }
    }

    /// All that there are, whatever a store knows.
    public static var everything: [ReadySegment] {
        table.map { ReadySegment(key: $0.key, name: $0.name, rule: $0.rule) }
    }

    /// The ready segment of a key or a name, in capitals or not.
    public static func named(_ text: String) -> ReadySegment? {
        let wanted = text.lowercased()
        return table.first { $0.key == wanted || $0.name.lowercased() == wanted }
            .map { ReadySegment(key: $0.key, name: $0.name, rule: $0.rule) }
    }

    private struct Entry {
        var key: String
        var name: String
        var rule: String
        var traits: [String] = []
        var events: [String] = []
        var properties: [String] = []
    }

    private static let table = [
        Entry(
            key: "old-subscribers", name: "Old subscribers",
            rule: "subscribed_at before 30 days ago and did not purchase", traits: ["subscribed_at"]),
        Entry(
            key: "window-shoppers", name: "Window shoppers",
            rule: "did product_view at least 3 times within last 60 days and did not purchase",
            events: ["product_view"]),
        Entry(
            key: "cart-abandoners", name: "Cart abandoners",
            rule: "abandoned cart of add_to_cart within last 14 days", events: ["add_to_cart"]),
        Entry(key: "buyers", name: "Buyers", rule: "did purchase"),
        Entry(key: "first-time-buyers", name: "First-time buyers", rule: "did purchase exactly 1 time"),
        Entry(key: "repeat-buyers", name: "Repeat buyers", rule: "did purchase at least 2 times"),
        Entry(key: "vip", name: "VIP", rule: "rfm.frequency >= 4 and rfm.monetary = 5"),
        Entry(
            key: "discount-hunters", name: "Discount hunters", rule: "did purchase where discount > 0 at least 2 times",
            properties: ["discount"]),
        Entry(
            key: "birthday-soon", name: "Birthday soon", rule: "anniversary of birth_date within next 7 days",
            traits: ["birth_date"]),
        Entry(key: "lapsed-buyers", name: "Lapsed buyers", rule: "last purchase before 180 days ago"),
        Entry(
            key: "gone-quiet", name: "Gone quiet", rule: "did anything and did not anything within last 90 days"),
    ]
}
