/// A funnel of the trade that needs no writing, of the events that a store knows.
public struct ReadyFunnel: Hashable, Sendable {
    /// Which one, in words that stay the same in every language: `visit-to-purchase`.
    public let key: String
    /// In English.
    public let name: String
    public let funnel: Funnel

    /// The ready funnels that a store can answer; steps of which it knows nothing are left out.
    public static func all(for vocabulary: Vocabulary) -> [ReadyFunnel] {
        table.compactMap { key, name, days, events in
            let known = events.filter { vocabulary.events[$0] != nil || $0 == "purchase" }
            guard known.count >= 2, known.last == events.last else { return nil }
            return ReadyFunnel(
                key: key, name: name, funnel: Funnel(known.map { Funnel.Step($0) }, within: Span(days, .days)))
        }
    }

    private static let table: [(String, String, Int, [String])] = [
        (
            "visit-to-purchase", "Visit to purchase", 7,
            ["session_start", "product_view", "add_to_cart", "checkout_started", "purchase"]
        ),
        ("cart-to-purchase", "Cart to purchase", 7, ["add_to_cart", "checkout_started", "purchase"]),
        ("mail-to-purchase", "Mail to purchase", 5, ["email_sent", "email_open", "email_click", "purchase"]),
        ("second-purchase", "Second purchase", 90, ["purchase", "purchase"]),
    ]
}
