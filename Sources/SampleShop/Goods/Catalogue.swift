/// Everything the shop sells.
struct Catalogue {
    /// In the order of arrival; product 0 is `p001`.
    let products: [Product]
    private let shelves: [[Int]]

    init(seed: UInt64) {
        var random = Random(seed: seed, number: 0, purpose: .catalogue)
        var products: [Product] = []
        for (index, collection) in Catalogue.collections.enumerated() {
            for category in Category.allCases {
                for _ in 0..<(index == 0 ? 5 : 3) {
                    products.append(Catalogue.product(in: category, of: collection, random: &random))
                }
            }
        }
        self.products = products
        shelves = Category.allCases.map { category in
            products.indices.filter { products[$0].category == category }
        }
    }

    /// A product of a category that somebody looks at on a day.
    ///
    /// Of a thousand choices, `novelty` fall on the newest collection.
    func product(in category: Category, day: Int, novelty: Int, random: inout Random) -> Int {
        let shelf = shelves[Int(category.rawValue)]
        var choices = shelf.prefix { products[$0].isOnSale(day: day) }
        if let newest = choices.last, random.chance(novelty) {
            let arrival = products[newest].collection.arrival
            choices = choices.suffix(while: { products[$0].collection.arrival == arrival })
        }
        // The square makes the first of a shelf the best sellers.
        let skew = random.unit() * random.unit()
        return choices[choices.startIndex + Int(skew * Double(choices.count - 1) + 0.5)]
    }

    private static func product(
        in category: Category, of collection: Product.Collection, random: inout Random
    ) -> Product {
        let euros = max(6, category.typicalPrice * random.within(65...150) / 100)
        let price = euros * 100 - 10
        return Product(
            category: category, brand: random.pick(brands), model: random.pick(models), colour: random.pick(colours),
            price: price, cost: price * random.within(38...55) / 100, collection: collection,
            stock: random.chance(80) ? 0 : random.within(1...60))
    }

    private static let collections = [
        Product.Collection(name: "basic", arrival: 0),
        Product.Collection(name: "2025-spring", arrival: 120),
        Product.Collection(name: "2025-autumn", arrival: 304),
        Product.Collection(name: "2026-spring", arrival: 485),
        Product.Collection(name: "2026-autumn", arrival: 669),
    ]
    private static let brands = ["Verdano", "Kromka", "Talvisto", "Ormelle", "Pasko Nord", "Brightwalk", "Lisana"]
    private static let models = [
        "Aster", "Birch", "Cedar", "Dune", "Ember", "Fern", "Grove", "Heath", "Iris", "Juniper", "Kelp", "Linden",
        "Maple", "Nettle", "Oak", "Poppy", "Quince", "Rowan", "Sorrel", "Thistle", "Umber", "Violet", "Willow",
    ]
    private static let colours = ["black", "black", "white", "brown", "beige", "navy", "red", "green", "grey", "blue"]
}

extension ArraySlice {
    /// The longest end of the slice whose elements all satisfy a condition.
    fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice {
        var start = endIndex
        while start > startIndex, condition(self[start - 1]) {
            start -= 1
        }
        return self[start...]
    }
}
