/// The date at which a report of money by period takes a refund.
public enum RefundDating: String, Hashable, Sendable, CaseIterable {
    /// Its own: revenue of a period that is past does not change any more.
    case ownDate = "own-date"
    /// That of its order: revenue of a period is what its orders brought as far as it is known.
    case orderDate = "order-date"
}
