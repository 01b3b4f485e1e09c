import Analytics
import Customers
import Filters
import Phrases
import Screens
import Terminal

/// A small shop whose answers never change.
enum Sample {
    static let guesses = WorkspaceSettings(timeZone: "Europe/Warsaw", currency: "EUR", firstWeekday: .monday)

    static let store: OpenStore = {
        var summary = StoreSummary()
        summary.profiles = names.count * 10
        summary.lastEvent = Instant(seconds: 1_795_340_000)
        summary.isSample = true
        summary.version = 1
        return OpenStore(name: Phrase(verbatim: "demo-shop"), summary: summary)
    }()

    static let names = [
        "Анна Иванова", "John Smith", "田中 美咲", "Łukasz Nowak", "Мария Петрова", "José García", "Zoë Müller",
        "Пётр Сидоров", "李 明", "Olga Berg", "Иван Кузнецов", "Sara Rossi",
    ]

    static func row(_ number: Int) -> ProfileRow {
        let name = names[number % names.count]
        return ProfileRow(
            number: number, identifier: Identifier(kind: "profile_id", value: "\(100_200 + number)"), name: name,
            city: number % 3 == 0 ? nil : "Kraków", purchases: number % 5 * 3,
            revenueMinor: Int64(912_000 - number * 1_700),
            lastPurchase: Instant(seconds: 1_795_000_000 - Int64(number) * 90_000),
            lastSeen: Instant(seconds: 1_795_100_000))
    }

    /// What a column holds of a row.
    static func value(of column: ProfileColumn, _ row: ProfileRow) -> Value? {
        switch column {
        case .number: .integer(Int64(row.number))
        case .name: .text(row.name)
        case .identifier: row.identifier.map { .text($0.description) }
        case .city: row.city.map { .text($0) }
        case .purchases: .integer(Int64(row.purchases))
        case .revenue: row.purchases > 0 ? .money(row.revenueMinor) : nil
        case .averageOrder: row.purchases > 0 ? .money(row.revenueMinor / Int64(row.purchases)) : nil
        case .lastPurchase: row.lastPurchase.map { .timestamp($0) }
        case .lastSeen: row.lastSeen.map { .timestamp($0) }
        case .recency, .frequency, .monetary: .integer(Int64(row.number % 5 + 1))
        case .group: .text("Loyal")
        case .trait(let name): .text("\(name) \(row.number)")
        }
    }

    static func page(offset: Int, limit: Int, total: Int = names.count * 10) -> ProfilePage {
        let end = min(total, offset + limit)
        return ProfilePage(rows: offset < end ? (offset..<end).map(row) : [], offset: offset, total: total)
    }

    static func size(_ count: Int) -> SegmentSize {
        SegmentSize(
            count: count, base: 120, asOf: Instant(seconds: 1_795_348_800), reach: [.email: count / 2, .sms: 3],
            milliseconds: 1.5)
    }

    static func card(_ number: Int) -> ProfileCard {
        ProfileCard(
            row: row(number),
            identifiers: [
                Identifier(kind: "email", value: "s.rossi@example.com"),
                Identifier(kind: "profile_id", value: "\(100_200 + number)"),
            ],
            traits: [
                TraitReading(name: "tier", value: .text("vip"), source: "crm", time: nil),
                TraitReading(name: "size", value: .integer(42), source: "shop", time: nil),
            ], sources: ["crm", "shop"], reach: [.email],
            rfm: RFMReading(recency: 5, frequency: 4, monetary: 5, group: "Champions"),
            segments: ["VIP"], events: 211, orders: 12)
    }

    static func timeline(offset: Int, limit: Int, total: Int = 211) -> TimelinePage {
        let entries = (offset..<min(total, offset + limit)).map { place in
            let isOrder = place % 4 == 0
            return TimelineEntry(
                kind: isOrder ? .order : .event, time: Instant(seconds: 1_795_340_000 - Int64(place) * 30_000),
                name: isOrder ? "order" : "visit",
                properties: isOrder
                    ? [NamedValue("total", .money(8400))] : [NamedValue("pages", .integer(Int64(place)))],
                lines: isOrder ? [[NamedValue("product", .text("Sneaker")), NamedValue("quantity", .integer(2))]] : [])
        }
        return TimelinePage(
            entries: entries, offset: offset, total: total, weeks: [1, 2, 3], names: ["visit": 158, "order": 53])
    }

    static let segments = [
        Segment(
            name: "VIP", source: "tier = \"vip\"", author: "olga", saved: Instant(seconds: 1_794_000_000), version: 2),
        Segment(
            name: "Lapsed", source: "not did purchase within last 60 days", author: "max",
            saved: Instant(seconds: 1_793_000_000), version: 1),
    ]

    static let grid: RFMFigures = {
        var cells: [RFMFigures.Cell] = []
        for recency in 1...5 {
            for frequency in 1...5 {
                cells.append(cell(recency, frequency))
            }
        }
        var ranges = RFMFigures.Ranges()
        ranges.recency = [200...900, 90...199, 40...89, 15...39, 0...14]
        ranges.frequency = [1...1, nil, 2...3, 4...6, 7...40]
        ranges.monetary = [990...4999, 5000...9999, 10_000...19_999, 20_000...39_999, 40_000...912_000]
        return RFMFigures(
            asOf: Instant(seconds: 1_795_348_800), buyers: 900, cells: cells, ranges: ranges, milliseconds: 2)
    }()

    /// The grid for a report; with another number of groups, one buyer in every square.
    static func grid(of variant: RFMVariant) -> RFMFigures {
        guard case .groups(let groups) = variant.division, groups != 5 else { return grid }
        let squares = (1...groups).flatMap { recency in (1...groups).map { (recency, $0) } }
        return RFMFigures(
            asOf: grid.asOf, buyers: squares.count, groups: groups,
            cells: squares.map { recency, frequency in
                RFMFigures.Cell(
                    recency: recency, frequency: frequency, monetary: groups, profiles: 1, revenueMinor: 100,
                    group: .loyal)
            })
    }

    private static func cell(_ recency: Int, _ frequency: Int) -> RFMFigures.Cell {
        let group: RFMGroup = recency < 4 ? .lost : frequency < 4 ? .promising : .champions
        return RFMFigures.Cell(
            recency: recency, frequency: frequency, monetary: (recency + frequency) % 5 + 1,
            profiles: recency * frequency * 4, revenueMinor: Int64(recency * frequency) * 100_000, group: group)
    }

    static let vocabulary = Vocabulary(
        traits: ["city": .text, "tier": .text, "age": .integer, "birth_date": .date], grouping: ["city", "tier"],
        events: [
            "purchase": .init(count: 900, properties: ["category": .text]),
            "visit": .init(count: 7000, properties: [:]),
        ],
        segments: segments.map(\.name))

    static let cities = [
        CountedValue(.text("Москва"), count: 50), CountedValue(.text("Kraków"), count: 40),
        CountedValue(.text("Łódź"), count: 20),
    ]

    static let imported = ImportSummary(
        file: "orders.csv", kind: "orders", source: "shop", rows: 1000, inserted: 940, updated: 20, duplicates: 30,
        rejected: 10, seconds: 1.2, rejectsPath: "orders.rejects.csv", importID: 7,
        firstRejects: [
            Phrase("reject.column", "Line %1, ‘%2’: %3", "5", "when").with(
                Phrase("reject.misfit", "The value is not %1.").with(Phrase("mapping.type.timestamp", "a time"))),
            Phrase("reject.line", "Line %1: %2", "9").with(Phrase("reject.nobody", "The row names no customer.")),
        ])

    /// A line of figures for every condition of a filter.
    static func conditions(of filter: String) -> [ConditionSize] {
        let conditions = (try? Filter(parsing: filter))?.conditions ?? []
        return conditions.enumerated().map { index, node in
            ConditionSize(
                text: node.filter.text, depth: node.depth, alone: 60 + 10 * index, after: max(1, 60 - 11 * index),
                without: 90 - 20 * index, milliseconds: 1)
        }
    }

    static func reasons(_ filter: String) -> MembershipReasons {
        let asOf = Instant(seconds: 1_795_348_800)
        let tier = Evidence(.trait, "tier", value: .text("vip"), time: Instant(seconds: 1_794_000_000), source: "crm")
        let leaf = ReasonNode(kind: .condition, text: "tier = \"vip\"", holds: true, asOf: asOf, evidence: [tier])
        let visits = Evidence(.count, "visit", count: 3, least: 2, from: Instant(seconds: 1_790_000_000), to: asOf)
        let other = ReasonNode(
            kind: .condition, text: "did visit at least 2 times", holds: true, asOf: asOf, evidence: [visits])
        return MembershipReasons(
            isMember: true,
            root: ReasonNode(kind: .all, text: filter, holds: true, asOf: asOf, operands: [leaf, other]),
            changesAt: Instant(seconds: 1_796_000_000), held: [])
    }

    static func makeup(of filter: String) -> SegmentMakeup {
        let part = { (label: String, count: Int) in
            SegmentMakeup.Part(label: label, people: CountedFilter(count: count, filter: "city = \"\(label)\""))
        }
        return SegmentMakeup(
            people: 60, buyers: 40, purchases: 90, revenueMinor: 912_000, yearPurchases: 30, yearRevenueMinor: 300_000,
            breakdowns: [
                SegmentMakeup.Breakdown(
                    trait: "city", values: [part("Москва", 30), part("Kraków", 20)], others: 6, unknown: 4),
                SegmentMakeup.Breakdown(
                    trait: "age", values: [part("18–24", 10), part("25–34", 40)], others: 0, unknown: 10),
            ])
    }

    static func history(days: Int) -> [SegmentHistoryPoint] {
        (0...days).map { day in
            SegmentHistoryPoint(
                time: Instant(seconds: 1_795_348_800 - Int64(days - day) * 86_400), members: 40 + day % 7, base: 120,
                entered: day == 0 ? nil : 1, left: day == 0 ? nil : 0)
        }
    }

    static let difference: SegmentDifference = {
        let nobody = CountedFilter(count: 0, filter: "not everyone")
        let some = CountedFilter(count: 7, filter: "tier = \"vip\"")
        let cause = SegmentDifference.Cause(text: "tier = \"vip\"", needed: some, alone: some)
        let entered = SegmentDifference.Move(
            all: some, appeared: nobody, causes: [cause], several: nobody, anyway: nobody)
        let left = SegmentDifference.Move(all: nobody, appeared: nobody, causes: [], several: nobody, anyway: nobody)
        return SegmentDifference(entered: entered, left: left, stayed: CountedFilter(count: 49, filter: "age >= 30"))
    }()

    /// What the engine of the sample says to a request.
    static func message(to request: Request) -> Message {
        if let failure = failure(of: request.question) { return .failed(request, failure) }
        return .answered(request, answer(to: request.question))
    }

    private static func failure(of question: Question) -> Failure? {
        switch question {
        case .count(let query) where query.filter.contains("nonsense"):
            Failure("There is no trait ‘nonsense’; did you mean ‘consent’?", at: 0..<8, fixes: [Fix(0..<8, "consent")])
        case .preview(let wish) where wish.path == "missing.csv":
            Failure("There is no file ‘missing.csv’.")
        default: nil
        }
    }

    static func answer(to question: Question) -> Answer {
        switch question {
        case .count(let query): .size(size(query.filter.isEmpty ? 120 : 40 + query.filter.count % 60))
        case .conditions(let query): .conditions(conditions(of: query.filter))
        case .why(let query, _): .reasons(reasons(query.filter))
        case .sizes(let queries): .sizes(queries.indices.map { 20 + 9 * $0 })
        case .makeup(let query): .makeup(makeup(of: query.filter))
        case .overlaps(_, let names):
            .overlaps(
                segments.map { SegmentOverlap(segment: $0.name, shared: $0.version * 8, size: 56) }
                    .filter { names.isEmpty || names.contains($0.segment) })
        case .history(_, let days): .history(history(days: days))
        case .versions(let name):
            .versions(
                segments.filter { $0.name == name }.flatMap { segment in
                    (1...segment.version).map {
                        Segment(
                            name: name, source: $0 == segment.version ? segment.source : "tier = \"gold\"",
                            author: segment.author, saved: segment.saved, version: $0)
                    }
                })
        case .difference: .difference(difference)
        case .sample(_, let limit): .sample(page(offset: 0, limit: min(limit, 3)).rows)
        case .page(let list, let offset, let limit):
            .page(
                ProfilePage(
                    rows: page(offset: offset, limit: limit).rows.map { row in
                        row.showing(list.columns.map { value(of: $0, row) })
                    }, offset: offset, total: page(offset: offset, limit: limit).total))
        case .card(let number, _): .card(card(number))
        case .timeline(_, _, let names, let offset, let limit):
            .timeline(timeline(offset: offset, limit: limit, total: names.isEmpty ? 211 : 53))
        case .segments: .segments(segments)
        case .saveSegment(let name, let filter, _, _):
            .segments(
                segments + [
                    Segment(
                        name: name, source: filter, author: "olga", saved: Instant(seconds: 1_795_000_000), version: 1)
                ])
        case .deleteSegment(let name): .segments(segments.filter { $0.name != name })
        case .rfm(_, let variant): .rfm(grid(of: variant))
        case .funnel(let query, let wish): .funnel(SampleFunnels.figures(query, wish))
        case .funnels, .saveFunnel, .deleteFunnel: .funnels(SampleFunnels.answer(to: question))
        case .retention(_, let start, let returning, let options):
            .retention(retention(start: start, returning: returning, options))
        case .lifecycle(_, let event, let unit): .lifecycle(lifecycle(of: event, by: unit))
        case .flows(_, let states, let days): .flows(flows(between: states, on: days))
        case .flow(_, let states, let row, let column, let days):
            .flow(flow(from: row, to: column, in: flows(between: states, on: days)))
        case .mailings: .mailings(mailings)
        case .sessions(_, _, let days, let unit): .sessions(sessions(on: days, by: unit))
        case .contrast(_, let against): .contrast(contrast(isAgainstAll: against.isEmpty))
        case .dashboard(let query, let days, _): .dashboard(dashboard(query, days: days))
        case .value(_, let view): .value(value(view))
        case .preview(let wish): .preview(preview(wish))
        case .imports: .imports(imports)
        case .undoImport(let number): .imports(imports.filter { $0.id != number })
        case .saveMapping(_, let path): .mappingSaved(path: path)
        case .discardStore: .discarded
        case .rehearse, .runImport: .imported(imported)
        case .summary: .summary(store.summary)
        case .open: .opened(store)
        case .vocabulary: .vocabulary(vocabulary)
        case .values: .values(cities)
        case .export(_, let path): .exported(rows: 120, path: path)
        }
    }
}
