import Columnar
import Filters

/// What a filter finds the people by whose purchases were refunded in some days.
public enum RefundWords: Hashable, Sendable {
    /// Orders have a status that says so: `did purchase where status = "returned" on …`.
    case statuses
    /// Refunds are known by themselves: `did counted_refund on …`, or by the date of the order.
    case records(RefundDating)

    /// The people whose purchases were refunded in a stretch of time.
    ///
    /// `returned`: the status that says so.
    func people(in time: TimeRange, returned: String) -> Filter {
        switch self {
        case .statuses:
            let isReturned = Predicate.property("status", .compare(.equal, .text(returned)))
            return .performed(Performance(.named("purchase"), where: isReturned, time: time))
        case .records(.ownDate): return .performed(Performance(.named(Population.refundName), time: time))
        case .records(.orderDate):
            let isOfOrder = Predicate.property(RefundWords.orderTime, .time(time))
            return .performed(Performance(.named(Population.refundName), where: isOfOrder))
        }
    }

    /// The property of a counted refund that says when its order was placed.
    public static let orderTime = "order_time"
}
