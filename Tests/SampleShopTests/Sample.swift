import SampleShop
import Testing

/// The tables of one shop.
struct Sample: CustomTestStringConvertible {
    let shop: Shop
    let profiles, events, orders, lines, products, consents: Table

    init(_ shop: Shop) {
        self.shop = shop
        profiles = Table(.profiles, of: shop)
        events = Table(.events, of: shop)
        orders = Table(.orders, of: shop)
        lines = Table(.orderItems, of: shop)
        products = Table(.products, of: shop)
        consents = Table(.consents, of: shop)
    }

    var testDescription: String { "\(shop.profiles) profiles" }

    /// The shop of the folder SampleData; another test proves that its files are these.
    static let standard = Sample(Shop())
    static let small = Sample(Shop(profiles: 300, seed: 7))
    static let single = Sample(Shop(profiles: 1, seed: 3))

    static let openingTime = seconds("2024-11-01T00:00:00Z")
    static let closingTime = seconds("2026-11-01T00:00:00Z")

    /// Orders that count as purchases.
    var purchases: [Table.Row] {
        orders.rows.filter { $0["status"] != "cancelled" }
    }

    /// What each buyer paid, in cents.
    var revenueByBuyer: [String: Int] {
        purchases.reduce(into: [:]) { $0[$1["profile_id"], default: 0] += $1.cents("revenue") }
    }

    var productByID: [String: Table.Row] {
        Dictionary(uniqueKeysWithValues: products.rows.map { ($0["product_id"], $0) })
    }

    var profileByID: [String: Table.Row] {
        Dictionary(uniqueKeysWithValues: profiles.rows.map { ($0["profile_id"], $0) })
    }

    /// Purchases by month, as `2025-07`.
    var purchasesByMonth: [String: Int] {
        purchases.reduce(into: [:]) { $0[String($1["timestamp"].prefix(7)), default: 0] += 1 }
    }
}
