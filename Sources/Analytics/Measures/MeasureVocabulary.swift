/// What measures count by name: the events of a shop and of its mailings.
public enum TrackedEvent: String, Hashable, Sendable, CaseIterable {
    case session, cart, sent, delivered, opened, clicked, unsubscribed
}

/// Under which names the data holds what the measures count.
public struct MeasureVocabulary: Hashable, Sendable {
    /// The name of each tracked event.
    public let events: [TrackedEvent: String]
    /// The trait that holds the time at which a profile subscribed.
    public let subscribed: String
    /// The status of an order that was refunded in full.
    public let returned: String
    /// Who got so many mails in so many days and opened none is silent.
    public let silentMails: Int
    public let silentDays: Int

    /// The names that files of shops and of mailings use.
    public static let standard = MeasureVocabulary(
        events: [
            .session: "session_start", .cart: "add_to_cart", .sent: "email_sent", .delivered: "email_delivered",
            .opened: "email_open", .clicked: "email_click", .unsubscribed: "unsubscribe",
        ], subscribed: "subscribed_at", returned: "returned")

    public init(
        events: [TrackedEvent: String], subscribed: String, returned: String, silentMails: Int = 5, silentDays: Int = 90
    ) {
        self.events = events
        self.subscribed = subscribed
        self.returned = returned
        self.silentMails = silentMails
        self.silentDays = silentDays
    }

    /// The name of an event.
    public func name(of event: TrackedEvent) -> String { events[event] ?? event.rawValue }
}
