/// An order to come: when, and which letter led to it.
struct PlannedOrder {
    let time: Int
    var mailing: UInt8?
}

extension Life {
    /// The orders that they place of their own accord.
    ///
    /// The process of the literature (Schmittlein et al. 1987; Fader, Hardie, Lee 2005): exponential waiting times at a
    /// pace of one's own and a chance to be lost after every order; here on the clock of the season one shops in.
    mutating func plannedOrders() -> [PlannedOrder] {
        guard let buying = person.habit.buying else { return [] }
        var random = Random(seed: shop.seed, number: person.number, purpose: .purchases)
        if person.habit == .lapsedVip {
            left = Window.seconds - random.within(185...400) * Window.secondsADay
        }
        let clock = shop.clock(of: person.habit.season)
        let gap = buying.gap * random.pick([0.55, 0.65, 0.75, 0.9, 1, 1.2, 1.5, 2, 2.8])
        var reading = clock.reading(at: person.joined) + buying.firstAfter * random.exponential()
        var orders: [PlannedOrder] = []
        while reading < clock.end {
            let time = time(onDay: clock.day(at: reading), random: &random)
            guard time < left else { break }
            orders.append(PlannedOrder(time: time))
            if random.chance(buying.stops) {
                left = time + Int(random.exponential() * 60) * Window.secondsADay
                break
            }
            reading += gap * random.exponential()
        }
        left = min(left, Window.seconds)
        return orders
    }

    /// Places orders in the order of time, each with the visit that led to it.
    mutating func buy(_ orders: [PlannedOrder]) {
        var random = Random(seed: shop.seed, number: person.number, purpose: .baskets)
        for order in orders where order.time < Window.seconds {
            let channel = channel(of: order, random: &random)
            var visit = Visit(device: channel == .app ? .mobile : device(random: &random), random: &random)
            if let mailing = order.mailing {
                visit.source = .email
                visit.mailing = mailing
            }
            let lines = lines(onDay: order.time / Window.secondsADay, random: &random)
            let tracked = channel.isTracked && (order.mailing != nil || random.chance(440))
            if tracked { leadUp(to: order, lines: lines, visit: visit, random: &random) }
            append(order, channel: channel, lines: lines, visit: visit, cart: tracked ? carts : nil, random: &random)
            answerSurvey(after: order, random: &random)
        }
    }

    private func channel(of order: PlannedOrder, random: inout Random) -> Purchase.SalesChannel {
        guard order.mailing == nil else { return .web }
        let store = person.acquisition == .store ? 500 : 90
        if random.chance(store) { return .store }
        if random.chance(55) { return .marketplace }
        return random.chance(person.device == .mobile ? 330 : 60) ? .app : .web
    }

    private mutating func append(
        _ order: PlannedOrder, channel: Purchase.SalesChannel, lines: [Purchase.Line], visit: Visit, cart: UInt16?,
        random: inout Random
    ) {
        let day = order.time / Window.secondsADay
        let total = lines.reduce(0) { $0 + $1.price * $1.quantity }
        let offer = offer(onDay: day, random: &random)
        let online = channel.isTracked
        purchases.append(
            Purchase(
                moment: moment(at: order.time, index: purchases.count), status: status(onDay: day, random: &random),
                channel: channel, lines: lines, discount: total * offer.percent / 100,
                cost: lines.reduce(0) { $0 + shop.catalogue.products[$1.product].cost * $1.quantity },
                code: offer.code, device: online ? visit.device : nil, source: online ? visit.source : nil,
                mailing: online ? visit.mailing : nil, cart: cart))
    }

    /// Orders of the last week may still be on their way.
    private func status(onDay day: Int, random: inout Random) -> Purchase.Status {
        if day >= Window.days - 7, random.chance(400) { return .pending }
        if random.chance(65) { return .returned }
        return random.chance(40) ? .cancelled : .completed
    }

    private func offer(onDay day: Int, random: inout Random) -> (percent: Int, code: String) {
        let hunter = person.habit == .discountHunter
        if Season.isSale(day: day) {
            guard random.chance(hunter ? 950 : 600) else { return (0, "") }
            return (random.pick([15, 20, 20, 25, 30, 40]), Window.monthOfDay[day] == 7 ? "SUMMER" : "NOVEMBER")
        }
        return random.chance(hunter ? 780 : 110) ? (10, "HELLO10") : (0, "")
    }

    private func lines(onDay day: Int, random: inout Random) -> [Purchase.Line] {
        var lines = [line(onDay: day, random: &random)]
        while lines.count < 6, random.chance(person.habit.buying?.moreLines ?? 0) {
            let more = line(onDay: day, random: &random)
            if !lines.contains(where: { $0.product == more.product }) { lines.append(more) }
        }
        return lines
    }

    private func line(onDay day: Int, random: inout Random) -> Purchase.Line {
        let chosen = product(onDay: day, random: &random)
        let product = shop.catalogue.products[chosen]
        var size: Int?
        if product.sizes != nil {
            // One pair in eight is bought half a size off; children's shoes follow the child.
            let drift = random.chance(125) ? (random.chance(500) ? 1 : -1) : 0
            size = product.category == .kids ? person.household.childsShoeSize(day: day) : person.shoeSize + drift
        }
        let quantity = product.category.isAdultFootwear || !random.chance(250) ? 1 : 2
        return Purchase.Line(product: chosen, size: size, quantity: quantity, price: product.price)
    }
}
