/// Rows of a long list, of which only the pages near the cursor are held.
struct Pages<Row: Hashable & Sendable>: Hashable, Sendable {
    static var pageSize: Int { 100 }
    static var mostPages: Int { 8 }

    private var pages: [Int: [Row]] = [:]
    /// Rows in the whole list; none before the first answer.
    private(set) var total: Int?
    private(set) var failure: Failure?
    private var wanted: Question?
    /// The question of the first page, which names the list.
    private var list: Question?
    /// Whether the pages answer an earlier question.
    private(set) var isStale = false

    /// Pages in memory.
    var pageCount: Int { pages.count }

    /// The row at a place of the list; none while it is not there.
    subscript(row: Int) -> Row? {
        guard row >= 0, let page = pages[row / Self.pageSize] else { return nil }
        let place = row % Self.pageSize
        return place < page.count ? page[place] : nil
    }

    /// Asks for the first page that rows in view lack.
    ///
    /// - Parameters:
    ///   - rows: places of the list.
    ///   - context: takes the question.
    ///   - question: asks for rows from an offset on, at most so many.
    mutating func ask(for rows: Range<Int>, in context: inout Context, _ question: (Int, Int) -> Question) {
        let list = question(0, Self.pageSize)
        if list != self.list {
            isStale = self.list != nil && total != nil
            (self.list, failure) = (list, nil)
        }
        guard failure == nil else { return }
        let first = max(0, rows.lowerBound) / Self.pageSize
        let last = max(first, (max(1, rows.upperBound) - 1) / Self.pageSize)
        let isLacking = { (page: Int) in isStale || pages[page] == nil }
        guard let page = (first...last).first(where: isLacking), !isBeyondEnd(page) else { return }
        let next = question(page * Self.pageSize, Self.pageSize)
        guard !context.desk.isWaiting(for: next) else { return }
        wanted = next
        context.ask(next)
    }

    /// Asks for a page beside those in view, so that it is there when the view comes to it.
    mutating func askAhead(of rows: Range<Int>, in context: inout Context, _ question: (Int, Int) -> Question) {
        guard context.desk.isEmpty, failure == nil, !isStale, let total, !rows.isEmpty else { return }
        let first = rows.lowerBound / Self.pageSize
        let last = (rows.upperBound - 1) / Self.pageSize
        let beside = [last + 1, first - 1].first { $0 >= 0 && $0 * Self.pageSize < total && pages[$0] == nil }
        guard let page = beside else { return }
        let next = question(page * Self.pageSize, Self.pageSize)
        wanted = next
        context.askAhead(next)
    }

    private func isBeyondEnd(_ page: Int) -> Bool {
        guard !isStale, let total else { return false }
        return page * Self.pageSize >= max(1, total) || (total == 0 && pages[0] != nil)
    }

    /// Takes rows, if they are those last asked for; pages far from a row are let go.
    mutating func take(_ rows: [Row], offset: Int, total: Int, to question: Question, near row: Int) -> Bool {
        guard question == wanted else { return false }
        if isStale || total != self.total { pages = [:] }
        (isStale, failure) = (false, nil)
        self.total = total
        pages[offset / Self.pageSize] = rows
        let middle = row / Self.pageSize
        while pages.count > Self.mostPages, let farthest = pages.keys.max(by: { abs($0 - middle) < abs($1 - middle) }) {
            pages[farthest] = nil
        }
        return true
    }

    mutating func fail(_ failure: Failure, at question: Question) {
        if question == wanted { self.failure = failure }
    }

    /// Marks everything as old; it stays in view until the answer is there.
    mutating func outdate() {
        isStale = total != nil
        failure = nil
    }
}
