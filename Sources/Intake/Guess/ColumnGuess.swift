import Customers

/// The plan of one column, from its header, its role and the sample.
struct ColumnGuess {
    let kind: FileKind
    let sample: Sample

    private static let amounts: Set<String> = ["revenue", "discount", "cost", "tax", "delivery"]
    private static let eventAmounts: Set<String> = ["revenue", "amount"]
    private static let orderProperties = amounts.union(["status", "channel", "currency"])
    private static let lineProperties: Set<String> = ["category", "size", "colour", "quantity", "price"]

    /// The name that orders, lines and products know a column by, where they do.
    private func canonicalName(_ meaning: HeaderMeaning?) -> String? {
        switch (kind, meaning) {
        case (.orders, .canonical(let name)) where Self.orderProperties.contains(name): name
        case (.orderLines, .canonical(let name)) where Self.lineProperties.contains(name): name
        case (.orderLines, .canonical("revenue")): nil
        case (.orderLines, .product): "product"
        case (.products, .canonical(let name)) where Self.lineProperties.contains(name) && name != "quantity": name
        case (.products, .canonical("cost")): "cost"
        default: nil
        }
    }

    /// Whether a column of a file of events is an amount: those that name an order too tell what it brought, or lost.
    private func saysMoneyOfOrders(_ position: Int, _ role: Role, _ meaning: HeaderMeaning?) -> Bool {
        guard kind == .events, role == .property, meaning == .canonical("revenue"),
            Self.eventAmounts.contains(sample.headers[position]), sample.headers.contains("order_id")
        else { return false }
        return [.integer, .number].contains(TypeGuess(sample.evidence[position], header: "").type)
    }

    /// Whether a column may be stored under a canonical name: one whose header is that very name goes before.
    private func isFree(_ name: String, for header: String) -> Bool {
        name == header || !sample.headers.contains(name)
    }

    /// The plan and what to say of it; `taken` are the canonical names that earlier columns have.
    func plan(_ position: Int, meaning: HeaderMeaning?, role: Role, taken: inout Set<String>) -> (
        ColumnPlan, [PlanNote]
    ) {
        let header = sample.headers[position], evidence = sample.evidence[position]
        var column = ColumnPlan(source: .position(position), header: header, target: header, role: role)
        var notes: [PlanNote] = []
        let guess: TypeGuess
        if role == .property, let name = canonicalName(meaning), isFree(name, for: header), taken.insert(name).inserted
        {
            column.target = name
            if Self.amounts.contains(name) || name == "price" {
                guess = .money(evidence)
                (column.type, column.conversion) = (guess.type, guess.conversion)
            } else if name == "quantity" {
                guess = TypeGuess(evidence, header: header)
                column.conversion = guess.conversion
                column.type = guess.type == .number ? .number : .integer
            }
            return (column, notes)
        }
        guess =
            saysMoneyOfOrders(position, role, meaning)
            ? .money(evidence)
            : TypeGuess(evidence, header: header, isTime: role == .time)
        if sample.lists.contains(position) {
            column.type = .list
        } else if role == .eventName {
            column.type = .text
        } else if role == .time {
            (column.type, column.conversion) = (.timestamp, guess.conversion)
        } else if case .identifier(let identifier) = role {
            let isWhole = guess.type == .integer && identifier != "email" && identifier != "phone"
            column.type = isWhole ? .integer : .text
            // In a list of customers a single 0 is the first number; elsewhere it stands for nobody.
            column.conversion.acceptsZero = kind == .profiles && isWhole && evidence.zeros == 1
        } else if role == .key {
            column.type = guess.type == .integer ? .integer : .text
        } else if guess.type == .text, evidence.joinsWithPipes, !sample.isDelimitedByPipes {
            column.type = .list
            column.conversion.separator = "|"
        } else {
            (column.type, column.conversion) = (guess.type, guess.conversion)
        }
        if guess.isAmbiguousDate { notes.append(.ambiguousDate(column: header)) }
        if evidence.values == 0 { notes.append(.empty(column: header)) }
        if column.type == .timestamp, evidence.hasLocalTime || column.conversion.format.map({ !$0.hasZone }) == true {
            notes.append(.localTimes(column: header))
        }
        return (column, notes)
    }
}
