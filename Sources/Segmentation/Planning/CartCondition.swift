import Filters

/// Carts in a state, the last adds of which lie in a stretch of time.
struct CartCondition: Sendable {
    /// In milliseconds: adds with gaps under it are one cart, and a purchase up to it after the last add orders the cart.
    static let day: Int64 = 86_400_000

    let state: Cart.State
    /// The window is that of the last add alone; adds after it tell whether an add is the last.
    let adds: EventCondition
    let purchases: EventCondition

    /// Whether a cart is in the state at an instant.
    func isMeant(last: Int64, isOrdered: Bool, now: Int64) -> Bool {
        switch state {
        case .any: true
        case .ordered: isOrdered
        case .abandoned: !isOrdered && now - last > Self.day
        case .open: !isOrdered && now - last <= Self.day
        }
    }
}
