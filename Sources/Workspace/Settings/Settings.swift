public import Customers

/// What a workspace has decided once.
public struct Settings: Hashable, Sendable {
    /// One setting: its key, what it is for, and the value that holds until another is given.
    public struct Definition: Hashable, Sendable {
        public let key: String
        public let purpose: String
        public let standard: String
    }

    public static let definitions = [
        Definition(key: "time_zone", purpose: "IANA zone in which calendar words are taken", standard: "UTC"),
        Definition(key: "first_weekday", purpose: "first day of the week", standard: "monday"),
        Definition(key: "currency", purpose: "currency in which money is reported", standard: "EUR"),
        Definition(
            key: "default_country", purpose: "calling code of telephone numbers without one, such as 48", standard: ""),
        Definition(key: "birth_date", purpose: "trait from which age follows", standard: "birth_date"),
        Definition(key: "find_yo", purpose: "whether е finds ё too in names, true or false", standard: "true"),
        Definition(
            key: "mail_cost", purpose: "what one mail costs, such as 0.002; empty where not known", standard: ""),
        Definition(key: "margin", purpose: "share of revenue that is margin, 0 to 1, for ROMI", standard: ""),
        Definition(key: "silent_mails", purpose: "mails without an open after which a person is silent", standard: "5"),
        Definition(key: "silent_days", purpose: "days in which they must have come", standard: "90"),
        Definition(
            key: "refund_event", purpose: "name of the events that are refunds; each carries the order_id of its order",
            standard: "refund"),
        Definition(key: "rfm_groups", purpose: "groups on every axis of RFM, 2 to 10", standard: "5"),
    ]

    static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private let given: [String: String]

    init(given: [String: String]) {
        self.given = given
    }

    /// The value of a key, given or standard.
    public subscript(key: String) -> String {
        given[key] ?? Self.definitions.first { $0.key == key }?.standard ?? ""
    }

    /// Whether a key was given a value.
    public func isGiven(_ key: String) -> Bool { given[key] != nil }

    /// All keys with their values, the dated rates of exchange and the costs of campaigns among them.
    public var all: [(key: String, value: String, purpose: String)] {
        Self.definitions.map { ($0.key, self[$0.key], $0.purpose) }
            + given.keys.filter { $0.hasPrefix("rate.") }.sorted().map {
                ($0, given[$0] ?? "", "what one unit of the currency is worth")
            }
            + given.keys.filter { $0.hasPrefix(Self.costPrefix) && given[$0] != "" }.sorted().map {
                ($0, given[$0] ?? "", "what the mails of the campaign cost")
            }
    }

    /// The currency in which money is reported.
    public var currency: Currency { Currency(code: self["currency"]) ?? .euro }

    /// The calendar of the workspace; none where this machine does not know the zone.
    public var calendar: CivilCalendar? {
        let weekday = Self.weekdays.firstIndex(of: self["first_weekday"].lowercased()).flatMap {
            Weekday(rawValue: $0 + 1)
        }
        return CivilCalendar(zone: self["time_zone"], firstWeekday: weekday ?? .monday)
    }

    /// Groups on every axis of RFM.
    public var groups: Int { Int(self["rfm_groups"]) ?? 5 }
}
