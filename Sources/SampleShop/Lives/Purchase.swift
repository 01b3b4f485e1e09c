/// One row of `orders.csv` with its lines.
struct Purchase: Timed {
    let moment: Moment
    let status: Status
    let channel: SalesChannel
    let lines: [Line]
    /// Taken off the sum of the lines, in cents.
    let discount: Int
    /// What the shop paid for the goods, in cents.
    let cost: Int
    let code: String
    let device: Device?
    let source: Source?
    let mailing: UInt8?
    let cart: UInt16?

    struct Line {
        let product: Int
        /// In half sizes; nil for what has none.
        let size: Int?
        let quantity: Int
        /// Of one piece, in cents.
        let price: Int
    }

    enum Status: String {
        case completed, returned, cancelled, pending
    }

    enum SalesChannel: String {
        case web, app, store, marketplace

        /// Whether the shop sees the visit that led to the order.
        var isTracked: Bool { self == .web || self == .app }
    }

    /// What the customer pays, in cents.
    var revenue: Int {
        lines.reduce(0) { $0 + $1.price * $1.quantity } - discount
    }
}
