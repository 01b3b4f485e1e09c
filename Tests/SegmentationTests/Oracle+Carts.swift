import Customers
import Filters

extension Oracle {
    /// Puts one add after the other into carts, then looks at each cart.
    func has(_ cart: Cart, _ person: Person, _ now: Int64) -> Bool {
        var carts: [[Int64]] = []
        for add in times(of: cart.event, where: cart.condition, person, now) {
            if let last = carts.last?.last, add - last < Moment.dayLength {
                carts[carts.count - 1].append(add)
            } else {
                carts.append([add])
            }
        }
        let purchases = times(of: "purchase", person, now)
        return carts.compactMap(\.last).contains { last in
            let isOrdered = purchases.contains { $0 > last && $0 <= last + Moment.dayLength }
            let isOver = now > last + Moment.dayLength
            let isInState =
                switch cart.state {
                case .any: true
                case .ordered: isOrdered
                case .abandoned: !isOrdered && isOver
                case .open: !isOrdered && !isOver
                }
            return isInState && cart.time.map { contains($0, last, person, now) } ?? true
        }
    }
}
