import Customers
import Terminal

extension Application {
    /// What is shown, in plain sentences: the linear mode prints them, and what changed of them.
    public func read() -> [String] {
        var sentences = [stack.map { $0.title(context) }.joined(separator: ", ") + "."]
        if let date = context.asOfText { sentences.append(context.say("asof.is", "As of %1.", date)) }
        if !context.scope.isEmpty {
            sentences.append(context.say("scope.is", "All screens are limited to: %1", context.scope))
        }
        if front.datesRefunds, context.countsRefundsByOrder {
            sentences.append(context.say("refunds.byOrder.is", "Refunds count with their orders."))
        }
        sentences += front.read(context)
        sentences += overlay.map { $0.read(context) } ?? []
        if let toast { sentences.append(toast.text) }
        return sentences
    }
}

extension Overlay {
    /// What stands in front, in sentences.
    func read(_ context: Context) -> [String] {
        switch self {
        case .page(let page): return [page.title + "."] + page.page.paragraphs.map(\.text)
        case .palette(let palette):
            return palette.matches.prefix(10).map { context.say($0.title) }
        case .menu(let menu):
            return [menu.title + "."] + menu.items.map { "\($0.key.name) \($0.label) \($0.note)" }
        case .tour(let tour): return tour.read(context)
        case .picker(let picker): return [picker.title + "."] + picker.read(context)
        case .prompt(let prompt):
            return [prompt.title + ".", prompt.note, prompt.refusal].filter { !$0.isEmpty }
        case .confirm(let confirm, _):
            return [confirm.title] + confirm.lines.map(\.text)
                + [context.say("confirm.read", "%1 does it, Esc does not.", confirm.yes.name)]
        }
    }
}
