import Screens
import Terminal

/// Screens as they stand after some keys, for comparing what they draw.
enum Scene: String, CaseIterable {
    case firstRun, profiles, profilesFilter, profile, segments, editor, editorFault, rfm, rfmGroups, imports, importPlan
    case importColumns, importDone, help, commandLine, confirm, cohorts, cohortParts, lifecycle, flow, flowGroups,
        dashboard, dashboardLimit, value, visits

    func bench(columns: Int, rows: Int, drawing: Drawing = .unicode) -> Bench {
        var bench = Bench(
            columns: columns, rows: rows, store: self == .firstRun ? nil : Sample.store, first: first, drawing: drawing)
        bench.settle()
        play(&bench)
        bench.settle()
        return bench
    }

    private var first: Action {
        switch self {
        case .segments, .editor, .editorFault, .confirm: .showSegments
        case .rfm, .rfmGroups, .commandLine: .showRFM
        case .cohorts, .cohortParts: .showCohorts
        case .lifecycle: .showLifecycle
        case .flow, .flowGroups: .showFlow
        case .dashboard, .dashboardLimit: .showDashboard
        case .value: .showValue
        case .visits: .showSessions
        case .imports, .importPlan, .importColumns, .importDone: .showImports
        default: .showProfiles
        }
    }

    private func play(_ bench: inout Bench) {
        switch self {
        case .firstRun, .segments, .rfm, .imports, .dashboard, .value, .visits: break
        case .profiles: bench.press("Down Down Space")
        case .profilesFilter:
            bench.press("f")
            bench.type("city = Krakow")
        case .profile: bench.press("Down Enter")
        case .editor: bench.press("e")
        case .editorFault:
            bench.press("e T End")
            bench.type(" and city in (\"Москва\", \"Kraków\") and did purchase within last 3 months")
        case .rfmGroups: bench.press("n")
        case .importPlan, .importColumns, .importDone:
            bench.press("a")
            bench.type("orders.csv")
            bench.press("Enter")
            bench.settle()
            if self == .importColumns { bench.press("Tab Down Right") }
            if self == .importDone { bench.press("Enter y") }
        case .help: bench.press("?")
        case .commandLine: bench.press("!")
        case .confirm: bench.press("d")
        case .cohorts: bench.press("Up Up Up Right Right")
        case .cohortParts: bench.press("w")
        case .lifecycle: bench.press("Up Right Right")
        case .flow: bench.press("Right")
        case .flowGroups: bench.press("w 2")
        case .dashboardLimit:
            bench.press("Right m")
            bench.type("> 100")
            bench.press("Enter Tab")
        }
    }
}
