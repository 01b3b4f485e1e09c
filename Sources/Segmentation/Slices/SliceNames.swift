/// Which columns some texts may name: those whose names stand in them, wherever that is.
struct SliceNames {
    private let text: String
    private let birthDate: String?
    private let namesEverything: Bool
    /// Whether a condition may be one on carts, which hang on purchases without naming them.
    private let mayNameCarts: Bool

    init(_ texts: [String], birthDate: String?) {
        text = texts.joined(separator: "\n")
        self.birthDate = birthDate
        namesEverything = text.contains("anything")
        mayNameCarts = text.lowercased().contains("cart")
    }

    func mayName(trait name: String) -> Bool { name == birthDate || text.contains(name) }

    func mayName(events name: String) -> Bool {
        namesEverything || text.contains(name) || name == "purchase" && mayNameCarts
    }

    /// Properties of a product or cart go by two names each, with and without `_id`.
    func mayName(property name: String) -> Bool {
        text.contains(name.hasSuffix("_id") ? String(name.dropLast(3)) : name)
    }

    var mayNameOrders: Bool { mayName(events: "order") || mayName(events: "purchase") }
}
