import Columnar
import Customers

/// Reads what events of refunds ask back: an amount, lines of the order, or with neither all of it.
struct RefundAmounts {
    private let amounts: [Column]
    private let products, quantities: Column?
    private let lines: OrderLines
    private let lineEnds: Lane<UInt32>
    /// A purchase that only an event tells of is a line of its own.
    private let eventLines: OrderLines
    private let currency: Currency

    init(_ events: EventTable, _ population: Population, currency: Currency) {
        amounts = ["amount", "revenue"].compactMap { events.properties[$0] }
        products = events.properties["product_id"] ?? events.properties["product"]
        quantities = events.properties["quantity"]
        lines = OrderLines(population.orders.lines)
        lineEnds = population.orders.lineEnds
        eventLines = OrderLines(population.events["purchase"]?.properties ?? [:])
        self.currency = currency
    }

    /// What an event asks back of a purchase.
    enum Asked {
        /// So much, in minor units.
        case amount(Int64)
        case everything
    }

    /// What an event asks back; none where it cannot be told.
    ///
    /// Files of accountants write a refund below 0, which means the same as above it.
    func asked(by event: Int, of purchase: RefundedPurchase) -> Asked? {
        if let value = amounts.lazy.compactMap({ $0[event] }).first { return minor(value).map { .amount($0) } }
        guard let product = products?[event] else { return .everything }
        let quantity = quantities?[event].flatMap(\.quantity)
        var sum: Int64 = 0
        for name in product.names {
            guard let cost = cost(of: name, quantity: quantity, in: purchase), let both = sum.adding(cost) else {
                return nil
            }
            sum = both
        }
        return .amount(sum)
    }

    private func cost(of product: String, quantity: Double?, in purchase: RefundedPurchase) -> Int64? {
        switch purchase {
        case .order(let row) where row < lineEnds.count:
            lines.cost(of: product, quantity: quantity, in: lineEnds.members(of: row..<row + 1))
        case .order: nil
        case .event(let row): eventLines.cost(of: product, quantity: quantity, in: row..<row + 1)
        }
    }

    /// A number that is not money by its mapping is one of major units; so is a text where a name has several types.
    private func minor(_ value: ColumnValue) -> Int64? {
        switch value {
        case .integer(let minor, .money): Int64(clamping: minor.magnitude)
        case .integer(let major, .integer): Int64(exactly: (Double(major.magnitude) * scale).rounded())
        case .number(let major): Int64(exactly: (major.magnitude * scale).rounded())
        case .text(let text):
            Money(parsing: text, currency: currency).map { Int64(clamping: $0.minorUnits.magnitude) }
        default: nil
        }
    }

    /// Minor units of a major one.
    private var scale: Double { (0..<currency.fractionDigits).reduce(1) { scale, _ in scale * 10 } }
}

/// What the lines of orders cost.
private struct OrderLines {
    private let products, quantities, prices: Column?

    init(_ columns: [String: Column]) {
        products = columns["product"] ?? columns["product_id"]
        quantities = columns["quantity"]
        prices = columns["price"]
    }

    /// The price of so many pieces of a product among some lines; of all that were bought without a quantity.
    ///
    /// None where no line has the product, one has no price, or no number holds the sum.
    func cost(of product: String, quantity: Double?, in rows: Range<Int>) -> Int64? {
        guard let products, let prices else { return nil }
        var left = quantity ?? .infinity
        var sum: Int64?
        for row in rows where products[row]?.names.contains(product) ?? false {
            guard case .integer(let price, .money)? = prices[row] else { return nil }
            let pieces = min(left, quantities?[row].flatMap(\.quantity) ?? 1)
            left -= pieces
            guard let cost = Int64(exactly: (Double(price) * pieces).rounded()), let both = cost.adding(sum ?? 0) else {
                return nil
            }
            sum = both
        }
        return sum
    }
}

extension Int64 {
    /// The sum; none where no number holds it.
    fileprivate func adding(_ other: Int64) -> Int64? {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? nil : sum
    }
}

extension ColumnValue {
    /// The texts that a value is.
    fileprivate var names: [String] {
        if case .list(let names) = self { return names }
        return [text]
    }

    /// A number of pieces; one below 0 is that many that went back.
    fileprivate var quantity: Double? {
        switch self {
        case .integer(let count, .integer): Double(count.magnitude)
        case .number(let count) where count.isFinite: count.magnitude
        default: nil
        }
    }
}
