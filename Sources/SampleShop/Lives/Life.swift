import Customers

/// All that one profile did in the shop.
///
/// It follows from the seed and the profile's number alone, so that any life can be told again at any time and none
/// need be kept.
struct Life {
    let person: Person
    let shop: Shop
    var happenings: [Happening] = []
    var purchases: [Purchase] = []
    var consents: [ConsentChange] = []
    /// When the last letter may go out, in seconds since the opening.
    var unsubscribed = Window.seconds
    /// When they were lost to the shop, in seconds since the opening; the end of the window for those who were not.
    var left = Window.seconds
    var carts: UInt16 = 0

    init(of number: Int, in shop: Shop) {
        person = shop.person(number)
        self.shop = shop
        grantConsents()
        var orders = plannedOrders()
        orders += receiveMailings()
        buy(orders.sorted { $0.time < $1.time })
        browse()
        withdrawConsents()
    }

    /// Whether marketing is allowed at the end of the window.
    func consents(to channel: Channel) -> Bool {
        let said = consents.filter { $0.channel == channel && $0.purpose == .marketing }
        return said.max { $0.moment < $1.moment }?.isGranted ?? false
    }

    /// What completed orders came to, in cents.
    var spent: Int {
        purchases.reduce(0) { $1.status == .completed ? $0 + $1.revenue : $0 }
    }

    func moment(at time: Int, index: Int) -> Moment {
        Moment(time: time, profile: person.number, index: index)
    }

    /// Notes something, unless it falls outside the window.
    mutating func note(
        _ kind: Happening.Kind, at time: Int, change: (inout Happening) -> Void = { _ in }
    ) {
        guard Window.contains(time) else { return }
        var happening = Happening(moment: moment(at: time, index: happenings.count), kind: kind)
        change(&happening)
        happenings.append(happening)
    }

    /// A time on a local day, no earlier than an hour after they subscribed.
    func time(onDay day: Int, random: inout Random) -> Int {
        let second = DailyRhythm.second(usualHour: person.usualHour, random: &random)
        let time = day * Window.secondsADay + second - person.place.offset * 3600
        return max(time, person.joined + 3600)
    }

    /// A product they may look at or buy on a day.
    func product(onDay day: Int, random: inout Random) -> Int {
        let wanted = random.chance(550) ? person.favourite : nil
        let choices = Category.choices(woman: person.isWoman, parent: person.household.children > 0)
        let category = wanted ?? Category.allCases[random.index(by: choices)]
        let novelty = person.habit.novelty(inSeason: Season.isNewCollection(day: day))
        return shop.catalogue.product(in: category, day: day, novelty: novelty, random: &random)
    }
}
