/// A thing the shop sells, in one colour.
struct Product {
    let category: Category
    let brand: String
    let model: String
    let colour: String
    /// In cents.
    let price: Int
    /// What the shop paid, in cents.
    let cost: Int
    let collection: Collection
    /// Pairs or pieces left at the end of the window.
    let stock: Int

    /// A group of products that arrived on the same day.
    struct Collection {
        let name: String
        /// The day of the window on which it arrived.
        let arrival: Int
    }

    /// Whether it can be looked at and bought on a day: from the day after its arrival, so that it has arrived in every
    /// zone.
    func isOnSale(day: Int) -> Bool {
        collection.arrival < day || collection.arrival == 0
    }

    /// The sizes it comes in, in half sizes (77 is 38.5); empty when it has none.
    var sizes: StrideThrough<Int>? {
        switch category {
        case .kids: stride(from: 40, through: 76, by: 2)
        case .heels, .flats: stride(from: 69, through: 86, by: 1)
        case _ where category.isAdultFootwear: stride(from: 69, through: 98, by: 1)
        default: nil
        }
    }
}
