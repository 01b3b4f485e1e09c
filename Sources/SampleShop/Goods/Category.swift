/// A shelf of the shop.
enum Category: UInt8, CaseIterable {
    case sneakers, boots, sandals, heels, flats, loafers, running, hiking, slippers, kids, bags, belts, socks, care

    /// The name as files write it.
    var name: String { Category.names[Int(rawValue)] }

    /// What an average product costs, in whole euros.
    var typicalPrice: Int {
        [92, 128, 64, 84, 68, 96, 112, 134, 32, 46, 98, 36, 9, 12][Int(rawValue)]
    }

    /// Whether it is worn on an adult's feet and comes in shoe sizes.
    var isAdultFootwear: Bool { rawValue <= Category.slippers.rawValue }

    /// For whom it is made.
    var audience: String {
        switch self {
        case .heels, .flats: "women"
        case .kids: "kids"
        default: "unisex"
        }
    }

    /// What somebody chooses from: women everything, men no heels and flats, only parents children's shoes.
    static func choices(woman: Bool, parent: Bool) -> Weights {
        tables[(woman ? 2 : 0) + (parent ? 1 : 0)]
    }

    private static let names = Category.allCases.map { "\($0)" }
    private static let tables: [Weights] = [(false, false), (false, true), (true, false), (true, true)].map {
        woman, parent in
        Weights([
            180, 120, woman ? 100 : 40, woman ? 90 : 0, woman ? 80 : 0, woman ? 40 : 110, 80, 50, 40,
            parent ? 160 : 0, woman ? 80 : 20, 30, 50, 40,
        ])
    }
}
