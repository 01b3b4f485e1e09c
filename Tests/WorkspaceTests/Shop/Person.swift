/// One customer as the rows of the files tell, with times and amounts as they are written.
struct Person {
    struct Order {
        let row: [String: String]
        var lines: [[String: String]] = []

        var time: String { row["timestamp"] ?? "" }
        var isPurchase: Bool { row["status"] != "cancelled" }
        /// Gross, in minor units.
        var revenue: Int { Self.minor(row["revenue"] ?? "") }
        /// An order of status returned is refunded in full.
        var net: Int { row["status"] == "returned" ? 0 : revenue }

        static func minor(_ amount: String) -> Int { Int(amount.filter { $0 != "." }) ?? 0 }
    }

    let id: String
    var traits: [String: String] = [:]
    /// Whether the file of profiles has the person, who then exists at every date.
    var isOnFile = false
    var events: [[String: String]] = []
    var orders: [Order] = []

    /// A value that is there.
    subscript(_ trait: String) -> String? { traits[trait].flatMap { $0.isEmpty ? nil : $0 } }

    /// The times of what the person did, purchases and all other orders among it.
    var times: [String] { events.compactMap { $0["timestamp"] } + orders.map(\.time) }

    func exists(asOf time: String) -> Bool { isOnFile || times.contains { $0 < time } }

    /// Events of a name before a time.
    func events(_ name: String, before time: String) -> [[String: String]] {
        events.filter { $0["type"] == name && ($0["timestamp"] ?? "") < time }
    }

    /// Purchases before a time.
    func purchases(before time: String) -> [Order] { orders.filter { $0.isPurchase && $0.time < time } }
}

extension SmallShop {
    /// The customers of the rows of all four files, by id.
    var people: [String: Person] {
        var people: [String: Person] = [:]
        func edit(_ row: [String: String], _ change: (inout Person) -> Void) {
            let id = row["profile_id"] ?? ""
            change(&people[id, default: Person(id: id)])
        }
        for row in profiles.records {
            edit(row) {
                $0.traits = row
                $0.isOnFile = true
            }
        }
        for row in events.records { edit(row) { $0.events.append(row) } }
        let lines = Dictionary(grouping: items.records) { $0["order_id"] ?? "" }
        for row in orders.records {
            edit(row) { $0.orders.append(Person.Order(row: row, lines: lines[row["order_id"] ?? ""] ?? [])) }
        }
        return people
    }
}
