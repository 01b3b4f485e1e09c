import Customers
import Terminal

extension ImportWizard {
    private var kind: String { wish.kind ?? preview.value?.kind ?? "" }

    /// Whether the rows of the kind name customers.
    private var namesCustomers: Bool { Self.namesCustomers(kind) }

    private static func namesCustomers(_ kind: String) -> Bool { kind != "order lines" && kind != "products" }

    /// Whether a column of a kind of file may be for this, as a mapping writes both.
    static func mayServe(_ role: String, in kind: String) -> Bool {
        switch role {
        case "property", "ignored": true
        case "key": kind != "profiles" && kind != "consents"
        case "event name": kind == "events"
        default: namesCustomers(kind)
        }
    }

    /// What a column of this kind of file may be for, as a mapping writes it.
    func roles(for column: ImportPreview.Column) -> [String] {
        var roles = ["property", "ignored", "time", "key", "event name"].filter { Self.mayServe($0, in: kind) }
        guard namesCustomers else { return roles }
        let kinds = (preview.value?.identifierKinds ?? []) + ["email", "phone", column.header.lowercased()]
        for kind in kinds where !roles.contains("identifier \(kind)") { roles.append("identifier \(kind)") }
        if !roles.contains(column.role) { roles.append(column.role) }
        return roles
    }

    /// The last choice where rows name customers: an identifier of a kind that is to be written.
    func otherKind(_ context: Context) -> String? {
        namesCustomers ? context.say("import.role.other", "identifier of another kind…") : nil
    }

    /// A role with what it means.
    func label(ofRole role: String, _ context: Context) -> String {
        switch role {
        case "property":
            kind == "profiles"
                ? context.say("import.role.trait", "property: a trait of the customer")
                : context.say("import.role.property", "property: a value to keep")
        case "ignored": context.say("import.role.ignored", "ignored: not read")
        case "time":
            kind == "profiles"
                ? context.say("import.role.observed", "time: when it was observed")
                : context.say("import.role.time", "time: when it happened")
        case "key": context.say("import.role.key", "key: the id of the order, product or event")
        case "event name": context.say("import.role.event", "event name: what happened")
        default: name(ofRole: role, context)
        }
    }

    /// A role in a word or two, in the language of the interface; commands and mappings have the English ones.
    func name(ofRole role: String, _ context: Context) -> String {
        switch role {
        case "property": return context.say("import.is.property", "property")
        case "ignored": return context.say("import.is.ignored", "ignored")
        case "time": return context.say("import.is.time", "time")
        case "key": return context.say("import.is.key", "key")
        case "event name": return context.say("import.is.event", "event name")
        default:
            guard role.hasPrefix(Self.identifier) else { return role }
            return context.say("import.is.identifier", "identifier %1", String(role.dropFirst(Self.identifier.count)))
        }
    }

    /// Begins the roles of identifiers; their kind follows.
    private static let identifier = "identifier "

    /// What a cell of a column says, in a word.
    func label(of cell: Cell, _ context: Context) -> String {
        switch cell {
        case .role: context.say("import.role", "is")
        case .name: context.say("import.target", "becomes")
        case .type: context.say("import.type", "type")
        }
    }

    func value(of cell: Cell, in column: ImportPreview.Column, _ context: Context) -> String {
        switch cell {
        case .role: name(ofRole: column.role, context)
        case .name: column.target
        case .type: context.typeName(column.type)
        }
    }
}
