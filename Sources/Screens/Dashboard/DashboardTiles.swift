import Analytics
import Customers
import Terminal

/// The measures: each with its number, its change and its course.
extension Dashboard {
    private static let tileRows = 4

    /// Whether there is no room for tiles, so that measures stand in a list.
    private func isList(_ context: Context) -> Bool { context.sizeClass < .regular }

    /// Tiles beside each other.
    func tilesInRow(_ context: Context) -> Int {
        guard !isList(context) else { return 1 }
        let most = max(1, context.columns / (context.sizeClass == .wide ? 26 : 20))
        // As many in every row as in the first.
        let count = max(1, tiles(context).count)
        let rows = (count + most - 1) / most
        return (count + rows - 1) / rows
    }

    /// Rows that all tiles take where at most so many are to be had.
    func tileRows(_ context: Context, atMost rows: Int) -> Int {
        let needed = (tiles(context).count + tilesInRow(context) - 1) / tilesInRow(context)
        return min(needed, max(1, rows / Self.tileRows)) * Self.tileRows
    }

    func drawTiles(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        if isList(context) { return drawList(in: rect, on: &canvas, context) }
        let tiles = tiles(context)
        let inRow = tilesInRow(context)
        let rows = max(1, rect.rows / Self.tileRows)
        let first = max(0, tile / inRow - rows + 1)
        for row in 0..<rows {
            let line = Rect(
                column: rect.column, row: rect.row + row * Self.tileRows, columns: rect.columns, rows: Self.tileRows
            ).intersection(rect)
            let places = line.split(columns: Array(repeating: .share(1), count: inRow))
            for (column, place) in places.enumerated() {
                let index = (first + row) * inRow + column
                if index < tiles.count { draw(tiles[index], at: index, in: place, on: &canvas, context) }
            }
        }
    }

    private func draw(_ metric: Metric, at index: Int, in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let isSelected = index == tile && pane == .tiles
        let sign = isSelected ? String(context.drawing.glyphs.selected) : ""
        let room = context.pane(
            sign + context.say(metric.phrase), detail: limitSign(metric, context), isFocused: isSelected, in: rect,
            on: &canvas
        ).inset(left: 1, right: context.hasBorders ? 1 : 2)
        guard let value = figures.value else { return }
        let change = context.change(metric, from: value.before(metric), to: value.now(metric)) ?? Line()
        let left = room.columns - context.drawing.width(of: change.text) - 1
        canvas.write(number(of: metric, in: left, context), in: room)
        canvas.write(change, in: room, align: .right)
        Sparkline(course(of: metric, value)).draw(in: room.line(1), on: &canvas)
        if isSelected { canvas.cursor = Position(column: room.column, row: room.row) }
    }

    /// The number of a measure, in short where it would not fit; one that a change of the data moved stands out.
    private func number(of metric: Metric, in columns: Int, _ context: Context) -> Line {
        let now = figures.value?.now(metric)
        let whole = context.text(now)
        let text = context.drawing.width(of: whole) <= columns ? whole : context.text(now, isShort: true)
        if isBeyond(metric, context) { return Line(text, Style(.error, .bold)) }
        let hasMoved = figures.isFresh && figures.previous.map { $0.now(metric) != now } ?? false
        return Line(text, Style(hasMoved ? .fresh : .text, .bold))
    }

    private func isBeyond(_ metric: Metric, _ context: Context) -> Bool {
        guard let limit = context.kept.dashboard.limit(of: metric), let now = figures.value?.now(metric) else {
            return false
        }
        return limit.isCrossed(by: now, minorUnits: context.minorUnits)
    }

    /// The limit of a measure, with a sign where it is crossed.
    private func limitSign(_ metric: Metric, _ context: Context) -> String {
        guard let limit = context.kept.dashboard.limit(of: metric) else { return "" }
        let text = "\(limit.comparison.rawValue)\(limitText(limit, context))"
        return isBeyond(metric, context) ? "\(context.drawing.glyphs.warning) \(text)" : text
    }

    func course(of metric: Metric, _ value: DashboardFigures) -> [Double?] {
        (0..<value.course.periods.count).map { value.course.value(of: metric, in: $0)?.number }
    }

    private func drawList(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let days = context.say("dashboard.short", "%1 days", "\(context.kept.dashboard.days)")
        let newest = context.store?.summary.lastEvent.map {
            context.say("store.newest", "data to %1", context.date($0))
        }
        // Where the notice has no room, this tells why nothing is there.
        let detail = figures.value.map(isSilent) == true ? newest ?? days : days
        let room = context.pane(title(context), detail: detail, isFocused: pane == .tiles, in: rect, on: &canvas)
        let tiles = tiles(context)
        let table = Table(
            columns: [
                TableColumn(context.say("dashboard.measure", "measure"), width: .flexible(atLeast: 12)),
                TableColumn(context.say("dashboard.now", "now"), width: .fixed(12), alignment: .right),
                TableColumn(
                    context.say("dashboard.change", "change"), width: .fixed(9), alignment: .right, priority: 1),
                TableColumn(context.say("dashboard.course", "course"), width: .fixed(16), priority: 2),
            ], scroll: listScroll(tiles.count, page: max(1, room.rows - 1)), isFocused: pane == .tiles)
        table.draw(in: room, on: &canvas) { index in
            let metric = tiles[index]
            let value = figures.value
            let sign = isBeyond(metric, context) ? "\(context.drawing.glyphs.warning) " : ""
            let spark = value.map {
                Sparkline(course(of: metric, $0)).text(columns: 16, glyphs: context.drawing.glyphs)
            }
            return Table.Row([
                Line(context.say(metric.phrase)), Line(sign) + number(of: metric, in: 12 - sign.count, context),
                value.flatMap { context.change(metric, from: $0.before(metric), to: $0.now(metric)) } ?? Line(),
                Line(spark ?? "", .accent),
            ])
        }
    }

    private func listScroll(_ count: Int, page: Int) -> Scroll {
        var scroll = Scroll(count: count, selected: tile)
        scroll.follow(page: page)
        return scroll
    }
}
