public import Analytics

/// Which people a question is about, and as of when.
public struct Query: Hashable, Sendable {
    /// A filter's text; empty for everyone.
    public var filter: String
    /// A filter's text that narrows every question of the program; empty for none.
    public var scope: String
    /// The date of the question.
    public var asOf: Moment
    /// In which period a report of money counts a refund.
    public var refunds: RefundDating

    public init(filter: String = "", scope: String = "", asOf: Moment = .now, refunds: RefundDating = .ownDate) {
        self.filter = filter
        self.scope = scope
        self.asOf = asOf
        self.refunds = refunds
    }

    /// Filter and scope as one filter's text; empty for everyone.
    public var text: String {
        switch (filter.isEmpty, scope.isEmpty) {
        case (_, true): filter
        case (true, false): scope
        case (false, false): "(\(scope)) and (\(filter))"
        }
    }
}
