/// What a workspace decides about values that files leave open.
public struct Conventions: Sendable {
    /// The instant of a local time, for times without a zone.
    public var localTime: LocalTime
    /// Decimals of the workspace's currency.
    public var currencyDigits: Int
    /// The digits that stand for the default country in phone numbers, such as `48`; none leaves local numbers as
    /// they are.
    public var callingCode: String?

    /// - Precondition: `currencyDigits` is 0 to 6.
    public init(localTime: LocalTime = .utc, currencyDigits: Int = 2, callingCode: String? = nil) {
        precondition((0...6).contains(currencyDigits), "a currency with an impossible number of decimals")
        self.localTime = localTime
        self.currencyDigits = currencyDigits
        self.callingCode = callingCode
    }
}

/// Turns local calendar time into instants.
public struct LocalTime: Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z of a time of day, in milliseconds, on a day counted from 1970-01-01.
    public let instant: @Sendable (_ day: Int32, _ millisecondsOfDay: Int32) -> Int64

    public init(_ instant: @escaping @Sendable (_ day: Int32, _ millisecondsOfDay: Int32) -> Int64) {
        self.instant = instant
    }

    /// Local time is UTC.
    public static let utc = LocalTime { day, millisecondsOfDay in Int64(day) * 86_400_000 + Int64(millisecondsOfDay) }
}
