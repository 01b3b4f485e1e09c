extension Context {
    /// What the rows of a file are, in the language of the interface; commands and mappings have the English word.
    func kindName(_ kind: String) -> String {
        switch kind {
        case "profiles": say("kind.profiles", "profiles")
        case "events": say("kind.events", "events")
        case "orders": say("kind.orders", "orders")
        case "order lines": say("kind.lines", "order lines")
        case "products": say("kind.products", "products")
        case "consents": say("kind.consents", "consents")
        default: kind
        }
    }
}
