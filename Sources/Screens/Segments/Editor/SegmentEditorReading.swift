import Customers
import Filters
import Terminal

extension SegmentEditor {
    func read(_ context: Context) -> [String] {
        let name = name.isEmpty ? context.say("editor.new", "new segment") : name.text
        var sentences =
            [
                context.say("editor.read.name", "Segment %1, editing.", name),
                context.say("editor.read.filter", "Filter: %1", draft.text.isEmpty ? "everyone" : draft.text),
            ] + faultLines(context)
        sentences += [draft.sentence(context)].filter { !$0.isEmpty }
        sentences += (rule.entry?.draft ?? draft).readList(context)
        sentences += isText ? conditionSentences(context) : rowSentences(context)
        sentences += resultLines(context, columns: 200).dropFirst().map(\.text).filter { !$0.isEmpty }
        for overlap in figures.overlaps.value ?? [] {
            sentences.append(
                context.say(
                    "editor.read.overlap", "%1 of them are in %2.", Numbers.grouped(overlap.shared), overlap.segment))
        }
        return sentences
    }

    private func conditionSentences(_ context: Context) -> [String] {
        (figures.conditions.value ?? []).enumerated().map { index, size in
            sentence(number: index + 1, size.text, size, context)
        }
    }

    private func rowSentences(_ context: Context) -> [String] {
        let live = rule.shown.liveConditions
        let sizes = figures.conditions.value ?? []
        return rule.rows.enumerated().map { number, row in
            let isHere = row.path == rule.cursor ? "> " : ""
            let text = isHere + row.text(context) + (row.isOff ? context.say("editor.off", " (off)") : "")
            guard sizes.count == live.count, let index = live.firstIndex(of: row.path) else {
                return "\(number) \(text)."
            }
            return sentence(number: number, text, sizes[index], context)
        }
    }

    private func sentence(number: Int, _ text: String, _ size: ConditionSize, _ context: Context) -> String {
        context.say(
            "editor.read.condition", "%1 %2: alone %3, after %4, without %5.", "\(number)", text,
            Numbers.grouped(size.alone), Numbers.grouped(size.after), Numbers.grouped(size.without))
    }
}
