import Analytics
import Customers
import Filters
import Screens

/// What the engine of the sample says of people over time: figures that a formula gives.
extension Sample {
    static func retention(start: String, returning: String, _ options: RetentionOptions) -> RetentionReport {
        let periods = 12
        let first = day("2025-12-01")
        let edges = (0...periods).map { first.adding($0, options.unit.step) }
        let cohorts = (0..<periods).map { cohort in
            let size = 900 + cohort * 37 % 200
            let people = (0..<periods).map { cell -> Int? in
                guard cohort + cell < periods - 1 else { return nil }
                return cell == 0 ? size : size * (40 - 3 * cell + cohort % 4) / 100
            }
            return RetentionReport.Cohort(
                period: CohortPeriod(options.unit, from: edges[cohort]),
                days: edges[cohort]...edges[cohort + 1].adding(days: -1), size: size, people: people,
                revenueMinor: people.map { $0.map { Int64($0) * 5210 } })
        }
        return RetentionReport(
            asOf: Instant(seconds: 1_795_348_800), start: event(start), returning: event(returning),
            options: options, cohorts: cohorts, edges: edges)
    }

    static func lifecycle(of event: String, by unit: Period) -> LifecycleReport {
        let first = day("2026-06-29")
        let entries = (0..<22).map { number in
            let start = first.adding(number, unit.step)
            return LifecycleReport.Entry(
                days: start...start.adding(1, unit.step).adding(days: -1), isPartial: number == 21,
                new: 40 + number * 7 % 31, returning: 300 + number * 11 % 90, resurrected: 60 + number * 5 % 40,
                dormant: 120 + number * 13 % 50)
        }
        return LifecycleReport(
            asOf: Instant(seconds: 1_795_348_800), event: self.event(event), unit: unit, entries: entries,
            dayBefore: first.adding(-1, unit.step))
    }

    static func flows(between states: FlowStates, on days: ClosedRange<CivilDate>) -> FlowMatrix {
        let list: [FlowState]
        switch states {
        case .segments(let names): list = names.map { FlowState($0, .membership(.member(of: $0))) }
        case .rfm: list = FlowState.rfmGroups
        case .lifecycle(let event, let unit):
            list = FlowState.stages(of: self.event(event), by: unit, in: period(days), calendar: .utc)
        }
        let places = 0...list.count
        return FlowMatrix(
            period: period(days), states: list,
            counts: places.map { row in
                places.map { row == $0 ? 800 + 10 * row : (row * 31 + $0 * 17) % 90 }
            }, overlapping: (states == .rfm ? 0 : 12, 0), precedents: (list.map { _ in [] }, list.map { _ in [] }))
    }

    static func flow(from row: Int, to column: Int, in matrix: FlowMatrix) -> FlowReport {
        let moved = matrix.counts[row][column]
        let rule = matrix.filter(from: row, to: column)
        return FlowReport(
            period: matrix.period, startedFilter: matrix.filter(started: row), movedFilter: rule,
            started: matrix.started(row), moved: moved, revenueMinor: Int64(moved) * 4120,
            arrivals: row == column
                ? [] : matrix.period.looks.enumerated().map { .init(time: $1, people: $0 * 7 % 5) },
            campaigns: [("c24", moved / 2), ("c07", moved / 3)].map { .init(name: $0, people: $1, filter: rule) })
    }

    private static func period(_ days: ClosedRange<CivilDate>) -> FlowPeriod {
        do {
            return try FlowPeriod(days, asOf: Instant(seconds: 1_795_348_800), in: .utc)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    private static func day(_ text: String) -> CivilDate { CivilDate(parsing: text) ?? .earliest }

    static func event(_ text: String) -> ReportEvent {
        do {
            return try ReportEvent(parsing: text)
        } catch {
            preconditionFailure("\(error)")
        }
    }
}

extension Period {
    fileprivate var step: CivilCalendar.Unit {
        switch self {
        case .day: .days
        case .week: .weeks
        case .month: .months
        }
    }
}
