public import ArgumentParser
import Customers
import Filters
import Terminal
import Workspace

extension Period: ExpressibleByArgument {}

extension SegmentCommand {
    struct History: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "history", abstract: "How many people were in a segment at each day, week or month.",
            discussion: """
                A row a local midnight that begins a period, and one for the end. The rule is today's at every date; only what \
                happened before a date counts at it.
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @Option(name: .long, help: "A row a day, week or month.") var by = Period.day
        @Option(
            name: .long, help: ArgumentHelp("The first date; 30 days, 26 weeks or 24 months ago.", valueName: "time"))
        var from: String?
        @Option(name: .long, help: ArgumentHelp("The last date; that of --as-of.", valueName: "time")) var to: String?
        @Argument(help: "The name of a saved segment, or a filter.") var segment: String

        private struct Row: Encodable {
            let time: String
            let members, base: Int
            let entered, left: Int?
            /// The filters that give the people of the figures.
            let membersFilter: String
            let enteredFilter, leftFilter: String?
        }

        private struct Rows: Encodable {
            let filter, by: String
            let history: [Row]
        }

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            let line = ProgressLine(isWanted: !printing.noProgress && !printing.quiet)
            defer { line.end() }
            let (filter, points) = try waitingForInterrupts { [segment, by, from, to] in
                let filter = try await session.filter(orSegment: segment)
                let last = if let to { try await session.instant(of: to) } else { asOf }
                let first: Instant? = if let from { try await session.instant(of: from) } else { nil }
                if let first, first > last { throw UsageProblem(message: "--from is later than --to.") }
                let dates = HistoryDates(by: by, from: first, to: last, in: try await session.calendar()).dates
                let clock = ContinuousClock()
                let start = clock.now
                let points = try await session.history(of: filter, in: scope, at: dates) { count in
                    line.show(count, of: dates.count, seconds: (clock.now - start) / .seconds(1))
                }
                line.end()
                return (filter, points)
            }
            switch printing.format ?? .text {
            case .json:
                let asked = (scope.map { [$0] } ?? []) + [filter]
                let rule = Filter.all(try asked.map { try Filter(asking: $0) })
                try Printer.json(Rows(filter: filter, by: by.rawValue, history: rows(points, rule)))
            case .csv:
                Printer.csv(
                    ["time", "members", "base", "entered", "left"],
                    points.map {
                        [
                            $0.time.description, "\($0.members)", "\($0.base)", $0.entered.map { "\($0)" } ?? "",
                            $0.left.map { "\($0)" } ?? "",
                        ]
                    })
            case .text: print(points)
            }
        }

        private func rows(_ points: [SegmentHistoryPoint], _ rule: Filter) -> [Row] {
            points.enumerated().map { place, point in
                let now = rule.at(point.time)
                let before = place > 0 ? rule.at(points[place - 1].time) : nil
                return Row(
                    time: point.time.description, members: point.members, base: point.base, entered: point.entered,
                    left: point.left, membersFilter: now.text,
                    enteredFilter: before.map { Filter.all([now, .not($0)]).text },
                    leftFilter: before.map { Filter.all([$0, .not(now)]).text })
            }
        }

        private func print(_ points: [SegmentHistoryPoint]) {
            var table = TextTable([
                ("time", .left), ("members", .right), ("share", .right), ("entered", .right), ("left", .right),
            ])
            for point in points {
                table.append([
                    point.time.description, Numbers.grouped(point.members),
                    Numbers.percent(point.base == 0 ? 0 : Double(point.members) / Double(point.base)),
                    point.entered.map { Numbers.grouped($0) } ?? "-", point.left.map { Numbers.grouped($0) } ?? "-",
                ])
            }
            table.print()
            Printer.note("The people of a row: patron segment export --as-of TIME, or segment diff --list entered.")
        }
    }
}

extension Filter {
    /// The filter of a text; no text is everyone.
    fileprivate init(asking text: String) throws {
        self = text.allSatisfy(\.isWhitespace) ? .everyone : try ParsedFilter(text).filter
    }

    /// The filter at an instant; a group of one is that one.
    fileprivate func at(_ instant: Instant) -> Filter {
        let filter = operands.count == 1 && self == .all(operands) ? operands[0] : self
        return .asOf(.instant(LocalInstant(instant)), filter)
    }
}
