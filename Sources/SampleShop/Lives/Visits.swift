/// Where a visit came from and on what.
struct Visit {
    let device: Device
    var source: Source
    var mailing: UInt8?

    init(device: Device, random: inout Random) {
        self.device = device
        source = Source.usual(random: &random)
    }
}

extension Life {
    /// The device of one visit, mostly the usual one.
    func device(random: inout Random) -> Device {
        random.chance(820) ? person.device : Device.usual(random: &random)
    }

    /// The visits that led to no order.
    mutating func browse() {
        var random = Random(seed: shop.seed, number: person.number, purpose: .visits)
        let clock = shop.clock(of: person.habit.season)
        let start = clock.reading(at: person.joined)
        // People who never buy lose interest some day, too.
        let patience = person.habit.buying == nil ? 40 + random.exponential() * 260 : clock.end
        let end = min(clock.reading(at: min(left, Window.seconds - 1)), start + patience)
        let visits = random.count(mean: max(0, end - start) * person.habit.visits / 100)
        for _ in 0..<visits {
            let day = clock.day(at: start + (end - start) * random.unit())
            browse(from: time(onDay: day, random: &random), random: &random)
        }
        sayNotInterested(random: &random)
    }

    private mutating func browse(from time: Int, random: inout Random) {
        let visit = Visit(device: device(random: &random), random: &random)
        let day = min(time / Window.secondsADay, Window.days - 1)
        arrive(visit, at: time)
        var clock = time
        var seen: Int?
        for _ in 0..<random.pick([0, 1, 1, 2]) {
            clock += random.within(20...400)
            let product = product(onDay: day, random: &random)
            note(.productView, product: product, visit: visit, at: clock)
            seen = product
        }
        guard random.chance(person.habit.carts) else { return }
        clock += random.within(5...200)
        carts += 1
        let product = seen ?? product(onDay: day, random: &random)
        note(.addToCart, product: product, visit: visit, cart: carts, at: clock)
        guard random.chance(280) else { return }
        clock += random.within(20...600)
        checkOut(visit, cart: carts, at: clock)
    }

    /// The visit in which an order is placed: a look, the cart, the checkout.
    ///
    /// One in fourteen fills the cart some days before.
    mutating func leadUp(to order: PlannedOrder, lines: [Purchase.Line], visit: Visit, random: inout Random) {
        carts += 1
        let checkout = order.time - random.within(30...400)
        var filled = checkout - random.within(30...1200)
        let arrived = filled - random.within(60...1200)
        checkOut(visit, cart: carts, at: checkout)
        let thinking = random.within(26...96) * 3600
        if order.mailing == nil, random.chance(70), isPossible(lines, at: filled - thinking - 300) {
            filled -= thinking
            arrive(visit, at: filled - 300)
        } else {
            arrive(visit, at: arrived)
        }
        for (index, line) in lines.prefix(3).enumerated() {
            if index == 0 { note(.productView, product: line.product, visit: visit, at: filled - 20) }
            note(.addToCart, product: line.product, visit: visit, cart: carts, at: filled + index)
        }
    }

    /// Whether they had subscribed, and the goods had arrived, by then.
    private func isPossible(_ lines: [Purchase.Line], at time: Int) -> Bool {
        let day = time / Window.secondsADay
        return time > person.joined && lines.allSatisfy { shop.catalogue.products[$0.product].isOnSale(day: day) }
    }

    private mutating func sayNotInterested(random: inout Random) {
        guard random.chance(70), left - person.joined > 40 * Window.secondsADay else { return }
        let category = Category.allCases[random.below(Category.allCases.count)]
        guard category != person.favourite else { return }
        let day = person.joined / Window.secondsADay + random.within(5...40)
        note(.notInterested, at: time(onDay: day, random: &random)) { $0.category = category }
    }

    private mutating func arrive(_ visit: Visit, at time: Int) {
        note(.sessionStart, at: time) {
            $0.device = visit.device
            $0.source = visit.source
            $0.mailing = visit.mailing
        }
    }

    private mutating func checkOut(_ visit: Visit, cart: UInt16, at time: Int) {
        note(.checkoutStarted, at: time) {
            $0.device = visit.device
            $0.cart = cart
        }
    }

    private mutating func note(
        _ kind: Happening.Kind, product: Int, visit: Visit, cart: UInt16? = nil, at time: Int
    ) {
        let category = shop.catalogue.products[product].category
        note(kind, at: time) {
            $0.product = UInt16(product)
            $0.category = category
            $0.device = visit.device
            $0.cart = cart
        }
    }
}
