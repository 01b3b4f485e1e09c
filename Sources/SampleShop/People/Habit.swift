/// How somebody treats the shop: the hidden truth that the figures tell of.
enum Habit: Int, CaseIterable {
    /// Subscribed and hardly came again.
    case silent
    /// Looks, fills carts, buys nothing.
    case windowShopper
    /// Bought once.
    case oneTimer
    case regular
    /// Buys when prices are down.
    case discountHunter
    /// Buys when a collection arrives.
    case trendsetter
    case vip
    /// Bought as a VIP does, until a day at least half a year ago.
    case lapsedVip

    /// How somebody buys.
    struct Buying {
        /// Days from subscribing to the first order, on average.
        let firstAfter: Double
        /// Days between orders, on average.
        let gap: Double
        /// In how many of a thousand cases an order is the last.
        let stops: Int
        /// In how many of a thousand cases one more line goes into an order.
        let moreLines: Int
    }

    var buying: Buying? {
        switch self {
        case .silent, .windowShopper: nil
        case .oneTimer: Buying(firstAfter: 45, gap: 1, stops: 1000, moreLines: 250)
        case .regular: Buying(firstAfter: 40, gap: 120, stops: 170, moreLines: 330)
        case .discountHunter: Buying(firstAfter: 50, gap: 130, stops: 120, moreLines: 380)
        case .trendsetter: Buying(firstAfter: 50, gap: 120, stops: 120, moreLines: 350)
        case .vip: Buying(firstAfter: 12, gap: 40, stops: 12, moreLines: 520)
        case .lapsedVip: Buying(firstAfter: 10, gap: 29, stops: 10, moreLines: 520)
        }
    }

    /// Visits without an order in a hundred days.
    var visits: Double {
        [0.25, 2.8, 0.75, 1.05, 1.3, 1.3, 2.1, 2.1][rawValue]
    }

    /// In how many of a thousand such visits something goes into a cart.
    var carts: Int {
        [150, 450, 420, 480, 600, 480, 480, 480][rawValue]
    }

    /// How many letters are opened, of a thousand that anybody would open.
    var attention: Int {
        [550, 950, 850, 1150, 1250, 1150, 1400, 1000][rawValue]
    }

    var season: Season {
        switch self {
        case .discountHunter: .sales
        case .trendsetter: .newCollections
        default: .ordinary
        }
    }

    /// How many of a thousand choices fall on the newest collection, in its season and out of it.
    func novelty(inSeason: Bool) -> Int {
        switch (self, inSeason) {
        case (.trendsetter, true): 850
        case (_, true): 400
        case (.trendsetter, false): 300
        default: 120
        }
    }

    static let shares = Weights([225, 130, 160, 240, 110, 75, 40, 20])
}
