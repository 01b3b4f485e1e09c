import Customers
import Terminal

extension Imports {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            title(context), detail: records.value.map { Numbers.grouped($0.count) } ?? "", isFocused: true, in: rect,
            on: &canvas)
        if let failure = records.failure {
            return context.write([context.say(failure)], in: room.inset(left: 1), on: &canvas, role: .error)
        }
        if records.value?.isEmpty == true {
            return context.write([none(context)], in: room.inset(left: 1), on: &canvas)
        }
        let all = all
        var columns = columns(context)
        for place in columns.indices { columns[place].sorted = order.sign(of: place) }
        var table = Table(columns: columns, scroll: scroll)
        table.isSortable = true
        table.draw(in: room, on: &canvas) { index in
            index < all.count ? Table.Row(cells(of: all[index], context)) : nil
        }
    }

    private func none(_ context: Context) -> String {
        context.say("imports.none", "Nothing has been imported yet. a brings a file in: CSV or JSON Lines.")
    }

    func columns(_ context: Context) -> [TableColumn] {
        func number(_ key: String, _ title: String, priority: Int) -> TableColumn {
            TableColumn(context.say(key, title), width: .fixed(10), alignment: .right, priority: priority)
        }
        return [
            TableColumn("id", width: .fixed(4), alignment: .right),
            TableColumn(context.say("imports.file", "file"), width: .flexible(atLeast: 14, weight: 2)),
            TableColumn(context.say("imports.kind", "kind"), width: .fixed(11), priority: 2),
            TableColumn(context.say("imports.source", "source"), width: .flexible(atLeast: 10), priority: 7),
            TableColumn(context.say("imports.when", "when"), width: .fixed(16), priority: 5),
            TableColumn(context.say("imports.author", "by"), width: .flexible(atLeast: 8), priority: 8),
            number("imports.rows", "rows", priority: 0), number("imports.inserted", "inserted", priority: 1),
            number("imports.updated", "updated", priority: 6), number("imports.duplicates", "duplicates", priority: 4),
            number("imports.rejected", "rejected", priority: 3),
        ]
    }

    private func cells(of record: ImportRecord, _ context: Context) -> [Line] {
        let counts = record.counts
        return [
            Line("\(record.id)"), Line(counts.file), Line(context.kindName(counts.kind), .muted), Line(counts.source),
            Line(context.time(record.finished), .muted), Line(record.author, .muted),
            Line(Numbers.grouped(counts.rows)), Line(Numbers.grouped(counts.inserted)),
            Line(Numbers.grouped(counts.updated)), Line(Numbers.grouped(counts.duplicates)),
            Line(Numbers.grouped(counts.rejected), counts.rejected > 0 ? .warning : .text),
        ]
    }

    /// Everything that is known of an import.
    func facts(of record: ImportRecord, _ context: Context) -> [(name: String, value: String)] {
        let counts = record.counts
        return [
            (context.say("imports.file", "file"), counts.file),
            (context.say("imports.kind", "kind"), context.kindName(counts.kind)),
            (context.say("imports.source", "source"), counts.source),
            (context.say("imports.when", "when"), context.time(record.finished)),
            (context.say("imports.author", "by"), record.author),
            (context.say("imports.rows", "rows"), Numbers.grouped(counts.rows)),
            (context.say("imports.inserted", "inserted"), Numbers.grouped(counts.inserted)),
            (context.say("imports.updated", "updated"), Numbers.grouped(counts.updated)),
            (context.say("imports.duplicates", "duplicates"), Numbers.grouped(counts.duplicates)),
            (context.say("imports.rejected", "rejected"), Numbers.grouped(counts.rejected)),
            (context.say("imports.seconds", "seconds"), Numbers.decimal(counts.seconds)),
            (context.say("imports.undo.line", "taken back by"), undoLine(record, context)),
        ]
    }

    func read(_ context: Context) -> [String] {
        if let failure = records.failure { return [context.say(failure)] }
        guard !all.isEmpty else { return records.value == nil ? [] : [none(context)] }
        return all.enumerated().map { index, record in
            let counts = record.counts
            return (index == scroll.selected ? "> " : "")
                + context.say(
                    "imports.read", "Import %1, %2, %3 from %4: %5 rows, %6 inserted, %7 updated.", "\(record.id)",
                    counts.file, context.kindName(counts.kind), counts.source, Numbers.grouped(counts.rows),
                    Numbers.grouped(counts.inserted), Numbers.grouped(counts.updated))
        }
    }
}
