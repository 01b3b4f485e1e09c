import Customers
import Filters
import Terminal

extension Profiles {
    /// All that can be a column: the figures, the traits of the store, and what is shown though the store has it no more.
    private func candidates(_ context: Context) -> [ProfileColumn] {
        let traits = (vocabulary.value?.traits.keys.sorted() ?? []).filter { $0 != "age" }
        // A trait that bears the name of a figure is that figure.
        let named = traits.map { ProfileColumn(named: $0) }
        let all = ProfileColumn.figures + named.filter { !ProfileColumn.figures.contains($0) }
        return all + list(context).columns.filter { !all.contains($0) }
    }

    /// Shows what can be chosen, once the names of the traits are known.
    mutating func choose(_ intent: Intent, _ context: inout Context) {
        guard vocabulary.value != nil else {
            awaited = intent
            return
        }
        awaited = nil
        if intent == .sort { chooseSort(&context) } else { chooseColumns(&context) }
    }

    private func chooseColumns(_ context: inout Context) {
        let all = candidates(context)
        let picker = Picker(
            context.say("profiles.columns", "Columns"), labels: all.map { label(of: $0, context) },
            chosen: list(context).columns.compactMap { all.firstIndex(of: $0) }, intent: .columns)
        context.steps.append(.show(.picker(picker)))
    }

    private func chooseSort(_ context: inout Context) {
        let all = candidates(context)
        var menu = Menu(
            context.say("profiles.sort", "Sort by (again turns it round)"), labels: all.map { label(of: $0, context) },
            intent: .sort, selected: all.firstIndex(of: list(context).sort) ?? 0)
        if let present = menu.scroll.selection {
            menu.items[present].note = String(
                list(context).isDescending ? context.drawing.glyphs.down : context.drawing.glyphs.up)
        }
        context.steps.append(.show(.menu(menu)))
    }

    /// Takes the columns that were picked; the name comes first whatever was picked.
    mutating func takeColumns(_ picked: [Int], _ context: inout Context) {
        let all = candidates(context)
        let columns = picked.compactMap { all.indices.contains($0) ? all[$0] : nil }.filter { $0 != .name }
        var layout = layout ?? context.kept.list
        layout.columns = [.name] + columns
        skipped = 0
        take(layout, &context)
    }

    /// Sorts by a column; by the one that sorts already the other way round.
    mutating func takeSort(_ picked: Int, _ context: inout Context) {
        let all = candidates(context)
        if all.indices.contains(picked) { sort(by: all[picked], &context) }
    }

    private mutating func sort(by column: ProfileColumn, _ context: inout Context) {
        var layout = layout ?? context.kept.list
        layout.isDescending = column == layout.sort ? !layout.isDescending : startsDescending(column)
        layout.sort = column
        take(layout, &context)
        restart()
    }

    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool {
        let columns = list(context).columns
        guard columns.indices.contains(place) else { return false }
        sort(by: columns[place], &context)
        return true
    }

    private mutating func take(_ layout: ListLayout, _ context: inout Context) {
        self.layout = layout
        context.kept.list = layout
    }

    /// Numbers and times begin with the greatest, names with A.
    private func startsDescending(_ column: ProfileColumn) -> Bool {
        switch column {
        case .number, .name, .identifier, .city, .group: false
        case .trait(let name):
            switch vocabulary.value?.traits[name] {
            case .integer, .number, .money, .date, .timestamp, .boolean: true
            default: false
            }
        default: true
        }
    }

    /// Scrolls the columns after the name.
    mutating func scrollColumns(_ step: Int, _ context: inout Context) {
        let last = max(0, list(context).columns.count - 2)
        let next = min(max(0, skipped + step), last)
        if next == skipped {
            let sentence =
                step < 0
                ? context.say("columns.first", "The first column stands beside the name.")
                : context.say("columns.last", "There is no column beyond this one; c chooses more.")
            return context.tell(sentence, .warning)
        }
        skipped = next
    }

    // How a column is drawn.

    func tableColumns(_ context: Context) -> [TableColumn] {
        let query = list(context)
        return query.columns.enumerated().map { place, column in
            let (width, alignment) = form(of: column)
            return TableColumn(
                label(of: column, context), width: width, alignment: alignment,
                priority: priority(of: column, at: place, query.columns),
                sorted: query.sort == column && column != .number
                    ? query.isDescending ? .descending : .ascending : nil)
        }
    }

    /// Which columns drop out first where it is narrow: of a list that its user has chosen the last ones.
    private func priority(of column: ProfileColumn, at place: Int, _ columns: [ProfileColumn]) -> Int {
        guard columns == ListLayout.standard.columns, skipped == 0 else { return place }
        return [.name: 0, .revenue: 0, .lastPurchase: 1, .purchases: 2, .city: 3][column] ?? 4
    }

    private func form(of column: ProfileColumn) -> (TableColumn.Width, Alignment) {
        switch column {
        case .name: (.flexible(atLeast: 14, weight: 2), .left)
        case .identifier: (.flexible(atLeast: 14), .left)
        case .city, .group: (.flexible(atLeast: 10), .left)
        case .number, .purchases: (.fixed(8), .right)
        case .revenue, .averageOrder: (.fixed(11), .right)
        case .lastPurchase, .lastSeen: (.fixed(10), .right)
        case .recency, .frequency, .monetary: (.fixed(3), .right)
        case .trait(let name):
            switch vocabulary.value?.traits[name] {
            case .integer, .number: (.fixed(max(8, min(16, name.count + 2))), .right)
            case .money: (.fixed(11), .right)
            case .date: (.fixed(10), .right)
            case .timestamp: (.fixed(16), .right)
            case .boolean: (.fixed(max(5, min(16, name.count + 2))), .left)
            default: (.flexible(atLeast: 10), .left)
            }
        }
    }

    func cells(of row: ProfileRow, _ context: Context) -> [Line] {
        zip(list(context).columns, row.values).map { column, value in
            guard let value else { return Line() }
            switch (column, value) {
            case (.revenue, .money(let minor)), (.averageOrder, .money(let minor)): return Line(context.money(minor))
            case (.lastPurchase, .timestamp(let time)), (.lastSeen, .timestamp(let time)):
                return Line(context.age(of: time))
            case (.purchases, .integer(let count)): return Line(Numbers.grouped(Int(count)))
            case (.group, .text(let name)): return Line(context.groupName(name))
            case (.identifier, .text(let text)): return Line(text, .muted)
            default: return Line(context.text(value))
            }
        }
    }

    func label(of column: ProfileColumn, _ context: Context) -> String {
        switch column {
        case .number: context.say("sort.number", "order of arrival")
        case .name: context.say("sort.name", "name")
        case .identifier: context.say("sort.identifier", "identifier")
        case .city: context.say("sort.city", "city")
        case .purchases: context.say("sort.purchases", "bought")
        case .revenue: context.say("sort.revenue", "revenue")
        case .averageOrder: context.say("sort.average", "avg order")
        case .lastPurchase: context.say("sort.lastPurchase", "last buy")
        case .lastSeen: context.say("sort.lastSeen", "seen")
        case .recency: "R"
        case .frequency: "F"
        case .monetary: "M"
        case .group: context.say("sort.group", "RFM group")
        case .trait(let name): name
        }
    }
}
