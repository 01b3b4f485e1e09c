import Customers

/// A shop as plain values, from which the obvious evaluator answers and a population is made.
struct Shop {
    var people: [Person] = []

    /// The type of every trait.
    static let traitTypes: [String: ValueType] = [
        "city": .text, "name": .text, "size": .integer, "score": .number, "vip": .boolean, "birth": .date,
        "seen": .timestamp, "spent": .money, "tags": .list,
    ]
    /// The types of properties by event; orders and lines stand under names of their own.
    static let propertyTypes: [String: [String: ValueType]] = [
        "visit": [
            "page": .text, "minutes": .integer, "weight": .number, "mobile": .boolean, "until": .timestamp,
            "product_id": .text,
        ],
        "purchase": [
            "category": .text, "revenue": .money, "till": .text, "quantity": .number, "price": .integer,
            "product": .text,
        ],
        "click": ["product": .text, "cart": .integer],
        "orders": ["revenue": .money, "status": .text, "cart_id": .text],
        "lines": [
            "category": .text, "price": .money, "quantity": .integer, "product_id": .text, "sent": .timestamp,
        ],
    ]
}

/// One profile: one record or several.
struct Person {
    var records: [Record]
    /// Tells people of one shop apart.
    var number = 0
}

struct Record {
    /// When the record began to exist; none for one that always did.
    var since: Int64?
    var traits: [String: History] = [:]
    var events: [Event] = []
    var orders: [Order] = []
    /// Such as `email:a@example.org`.
    var identifiers: [String] = []
}

/// The values that a trait had, in time order; the first has no time.
struct History {
    var first: Value?
    var changes: [(time: Int64, value: Value?)] = []

    func value(at time: Int64) -> Value? {
        changes.last { $0.time < time }.map(\.value) ?? first
    }
}

struct Event {
    var name: String
    var time: Int64
    var properties: [String: Value]
    /// Whether it carries the id of a known order.
    var isCovered = false
}

struct Order {
    var time: Int64
    var isCancelled: Bool
    var properties: [String: Value]
    var lines: [[String: Value]]
}

/// A generator of random numbers that gives the same ones for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// Whether something of a probability happens.
    mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &self) < probability
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }
}
