import Customers
import Terminal

extension ImportWizard {
    /// The column under the cursor as the file's preview or a later decision has it.
    var selectedColumn: ImportPreview.Column? {
        guard let all = preview.value?.columns, let place = columns.selection, place < all.count else { return nil }
        return decided(all[place])
    }

    /// A column of the preview with what was decided since.
    func decided(_ column: ImportPreview.Column) -> ImportPreview.Column {
        guard !preview.isFresh, let wish = wish.columns.first(where: { $0.header == column.header }) else {
            return column
        }
        var column = column
        column.role = wish.role ?? column.role
        column.target = wish.target ?? column.target
        column.type = wish.type ?? column.type
        return column
    }

    mutating func actOnColumn(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .left: cell = Cell(rawValue: cell.rawValue - 1) ?? cell
        case .right: cell = Cell(rawValue: cell.rawValue + 1) ?? cell
        case .open: if let column = selectedColumn { edit(column, &context) }
        case .delete: if let column = selectedColumn { leaveOut(column) }
        default: return columns.move(action, page: max(2, context.body.rows - 12))
        }
        return true
    }

    /// Leaves a column out, or takes it in again.
    private mutating func leaveOut(_ column: ImportPreview.Column) {
        let isOut = column.role == "ignored"
        let wasGuessed = wish.columns.first { $0.header == column.header }?.role == nil
        change { wish in wish.decide(column.header) { $0.role = isOut ? wasGuessed ? "property" : nil : "ignored" } }
    }

    private func edit(_ column: ImportPreview.Column, _ context: inout Context) {
        switch cell {
        case .role:
            let roles = roles(for: column)
            let menu = Menu(
                column.header,
                labels: roles.map { label(ofRole: $0, context) } + [otherKind(context)].compactMap(\.self),
                intent: .columnRole, selected: roles.firstIndex(of: column.role) ?? 0)
            context.steps.append(.show(.menu(menu)))
        case .name:
            let prompt = Prompt(
                column.header, note: context.say("import.name.note", "The name under which the values are kept."),
                text: column.target, intent: .columnName, isProposal: true)
            context.steps.append(.show(.prompt(prompt)))
        case .type:
            guard column.role == "property" || column.role == "time" else {
                let sentence = context.say("import.type.fixed", "Only values and times have a type; change what it is.")
                return context.tell(sentence, .warning)
            }
            let menu = Menu(
                column.header, labels: ValueType.allCases.map { context.typeName($0) }, intent: .columnType,
                selected: ValueType.allCases.firstIndex(of: column.type) ?? 0)
            context.steps.append(.show(.menu(menu)))
        }
    }

    mutating func chooseForColumn(_ choice: Choice, _ intent: Intent, _ context: inout Context) {
        guard let column = selectedColumn else { return }
        switch (intent, choice) {
        case (.columnRole, .item(let index)):
            let roles = roles(for: column)
            if index < roles.count { return take(role: roles[index], for: column) }
            let prompt = Prompt(
                column.header,
                note: context.say("import.identifier.note", "The kind of identifier, such as card or profile_id."),
                intent: .columnIdentifier)
            context.steps.append(.show(.prompt(prompt)))
        case (.columnIdentifier, .text(let text)):
            if !text.isEmpty { take(role: "identifier \(text)", for: column) }
        case (.columnName, .text(let text)):
            if !text.isEmpty { change { wish in wish.decide(column.header) { $0.target = text } } }
        case (.columnType, .item(let index)):
            if index < ValueType.allCases.count { take(type: ValueType.allCases[index], for: column, &context) }
        case (.columnForm, .text(let text)):
            let isList = column.type == .list
            change { wish in
                wish.decide(column.header) {
                    if isList {
                        $0.separator = text.isEmpty ? nil : text
                    } else {
                        $0.format = text.isEmpty ? nil : text
                    }
                }
            }
        default: return
        }
    }

    /// Gives a column a role; of roles that a file has once, another column's decision for the same goes.
    private mutating func take(role: String, for column: ImportPreview.Column) {
        let isSingle = ["key", "time", "event name"].contains(role)
        change { wish in
            if isSingle {
                for other in wish.columns where other.role == role { wish.decide(other.header) { $0.role = nil } }
            }
            wish.decide(column.header) { ($0.role, $0.type, $0.format, $0.separator) = (role, nil, nil, nil) }
        }
    }

    /// Gives a column a type, and asks how dates and lists are written.
    private mutating func take(type: ValueType, for column: ImportPreview.Column, _ context: inout Context) {
        change { wish in wish.decide(column.header) { ($0.type, $0.format, $0.separator) = (type, nil, nil) } }
        let note: String
        switch type {
        case .date, .timestamp:
            note = context.say("import.form.time", "How it is written, such as dd.MM.yyyy HH:mm; empty for ISO 8601.")
        case .list: note = context.say("import.form.list", "The sign between the elements, such as | or ;")
        default: return
        }
        let prompt = Prompt(
            column.header, note: note, text: (type == .list ? column.separator : column.format) ?? "",
            intent: .columnForm, isProposal: true)
        context.steps.append(.show(.prompt(prompt)))
    }
}
