import Customers

/// The values that random shops and random filters draw from: few, so that they meet.
enum Pool {
    static let texts: [String: [String]] = [
        "city": ["Kraków", "KRAKÓW", "Krako\u{301}w", "ёлка", "Елка", "Straße", "STRASSE", "Łódź", "a", "ab"],
        "name": ["Żaneta", "żaneta", "Anna", "anna maria", "Ω", "O'Neil", "Åse", "A\u{30A}se"],
        "tags": ["new", "New", "old", "été", "ÉTÉ"],
        "page": ["home", "Home", "cart", "boots"], "category": ["boots", "Boots", "shoes", "hats"],
        "till": ["one", "two"], "status": ["paid", "Paid", "returned"], "product_id": ["p1", "p2", "P2"],
        "product": ["P1", "p2", "p3"], "cart_id": ["-1", "0", "1", "2"],
    ]
    /// 2026-02-20T00:00:00Z; times lie in the forty days after it, so that months end among them.
    static let start: Int64 = 20_504 * 86_400_000
    /// The days from the first to the last date of a file: 29 Februaries are among them.
    static let births = [-4_000, -673, -672, -671, 0, 58, 59, 789, 790, 4_441, 8_824, 20_504, 20_510]

    static func time(_ random: inout SeededGenerator) -> Int64 {
        start + Int64(random.number(0...160)) * 21_600_000 + (random.chance(0.1) ? 1 : 0)
    }
}

extension SeededGenerator {
    mutating func value(of name: String, _ type: ValueType) -> Value {
        switch type {
        case .text: .text(pick(Pool.texts[name] ?? ["x"]))
        case .list: .list((0..<number(1...3)).map { _ in pick(Pool.texts[name] ?? ["x"]) })
        case .integer: .integer(Int64(number(-2...5)))
        case .number: .number(Double(number(-4...8)) / 4)
        case .boolean: .boolean(chance(0.5))
        case .money: .money(Int64(number(-50...300)))
        case .date: .date(CivilDate(dayNumber: Int32(pick(Pool.births))))
        case .timestamp: .timestamp(Instant(milliseconds: Pool.time(&self)))
        }
    }

    mutating func properties(_ types: [String: ValueType]) -> [String: Value] {
        var properties: [String: Value] = [:]
        for (name, type) in types.sorted(by: { $0.key < $1.key }) where chance(0.8) {
            properties[name] = value(of: name, type)
        }
        return properties
    }

    mutating func shop(people: Int) -> Shop {
        let hasMerges = chance(0.6)
        return Shop(
            people: (0..<people).map { number in
                Person(records: (0..<(hasMerges ? self.number(1...3) : 1)).map { _ in record() }, number: number)
            })
    }

    private mutating func record() -> Record {
        var record = Record(since: chance(0.2) ? Pool.time(&self) : nil)
        for (name, type) in Shop.traitTypes.sorted(by: { $0.key < $1.key }) {
            var history = History(first: chance(0.7) ? value(of: name, type) : nil)
            let times = (0..<(chance(0.2) ? number(1...3) : 0)).map { _ in Pool.time(&self) }.sorted()
            for time in times { history.changes.append((time, chance(0.8) ? value(of: name, type) : nil)) }
            record.traits[name] = history
        }
        record.events = (0..<number(0...6)).map { _ in event() }
        record.orders = (0..<number(0...3)).map { _ in order() }
        record.identifiers = (0..<number(0...2)).map { _ in "\(pick(["email", "id"])):\(number(0...10_000))" }
        return record
    }

    private mutating func event() -> Event {
        let name = pick(["visit", "visit", "click", "click", "purchase"])
        let types = Shop.propertyTypes[name] ?? [:]
        return Event(
            name: name, time: Pool.time(&self), properties: properties(types),
            isCovered: name == "purchase" && chance(0.4))
    }

    private mutating func order() -> Order {
        Order(
            time: Pool.time(&self), isCancelled: chance(0.3),
            properties: properties(Shop.propertyTypes["orders"] ?? [:]),
            lines: (0..<number(0...3)).map { _ in properties(Shop.propertyTypes["lines"] ?? [:]) })
    }
}
