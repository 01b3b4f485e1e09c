import Filters

extension Binder {
    /// Carts of an event, with the purchases that order them.
    func cart(_ cart: Cart, _ times: TimeBinder) throws(BindingError.Reason) -> Plan.Condition {
        .cart(
            CartCondition(
                state: cart.state, adds: try events(.named(cart.event), where: cart.condition, cart.time, times),
                purchases: try events(.named("purchase"), where: nil, nil, times)))
    }
}
