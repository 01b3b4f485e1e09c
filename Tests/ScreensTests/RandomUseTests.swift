import Customers
import Foundation
import Phrases
import Screens
import Terminal
import Testing

/// Numbers that are the same in every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

struct RandomUseTests {
    private static let keys: [Key] = {
        let letters = "abcdefghijklmnopqrstuvwxyzABCDGJKOSTMPU0123456789/?.,:!*[]()-=%\" яфй漢é".map(Key.character)
        let controls = "abefklprsuwz_".map(Key.control)
        let named: [Key] = [
            .enter, .enter, .enter, .escape, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .down,
            .left, .right, .home, .end, .pageUp, .pageDown, .function(1), .function(5),
        ]
        return letters + controls + named + named
    }()

    private static let sizes = [
        (80, 24), (80, 24), (160, 45), (120, 40), (40, 10), (10, 3), (0, 0), (1, 1), (59, 14), (60, 13), (79, 30),
        (200, 5), (20, 5), (20, 60), (300, 100),
    ]

    /// One random thing that could happen.
    private static func step(_ bench: inout Bench, _ old: inout [Request], using random: inout SplitMix) {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<62: bench.send(.input(.key(keys.randomElement(using: &random) ?? .enter)))
        case 62..<70:
            let column = Int.random(in: 0..<max(1, bench.columns), using: &random)
            let row = Int.random(in: 0..<max(1, bench.rows), using: &random)
            let kinds: [Mouse.Kind] = [.press(.left), .press(.left), .press(.right), .wheelUp, .wheelDown]
            bench.turn(kinds.randomElement(using: &random) ?? .wheelUp, at: Position(column: column, row: row))
        case 70..<80:
            old += bench.requests
            bench.settle()
        case 80..<84:
            let (columns, rows) = sizes.randomElement(using: &random) ?? (80, 24)
            bench.resize(columns, rows)
        case 84..<88:
            if let request = old.randomElement(using: &random) { bench.send(Sample.message(to: request)) }
        case 88..<90:
            if let request = bench.requests.last { bench.send(.failed(request, Failure("No answer."))) }
        case 90..<92: bench.send(.input(.paste("city = \"Kraków\"\u{1B}[31m\n漢", droppedBytes: 3)))
        case 92..<94:
            bench.send(.rang([.spinner, .notice(1), .rested(moves: 3)].randomElement(using: &random) ?? .spinner))
        case 94: bench.send(.said(["down", "segments", "", "x y z", ":help"].randomElement(using: &random) ?? ""))
        case 95:
            var summary = Sample.store.summary
            summary.version = Int.random(in: 1...3, using: &random)
            bench.send(.changed(summary))
        case 96:
            let progress = ImportProgress(file: "f", bytesRead: 50, bytes: 100, rows: 7, seconds: 0.5)
            if let request = bench.requests.last { bench.send(.imported(request, progress)) }
        default: bench.send(.input(.focus(true)))
        }
        if old.count > 200 { old.removeFirst(100) }
        _ = bench.takeOrders()
    }

    /// Keys, answers and sizes of each run; `PATRON_RANDOM_KEYS` says more for a long one.
    private static let steps = ProcessInfo.processInfo.environment["PATRON_RANDOM_KEYS"].flatMap(Int.init) ?? 600

    private static let screens: [Action] = [
        .showProfiles, .showSegments, .showDashboard, .showFunnels, .showCohorts, .showRFM, .showLifecycle, .showFlow,
        .showMailings, .showSessions, .showValue, .showImports, .showOptions,
    ]

    @Test(arguments: 0..<15)
    func `random keys, answers and sizes leave every row exactly as wide as the terminal`(seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        let hasStore = seed % 5 != 4
        let drawing = Drawing(
            characters: seed % 3 == 1 ? .ascii : .unicode, ambiguousIsWide: seed % 4 == 3, borders: seed % 2 == 0)
        var bench = Bench(
            store: hasStore ? Sample.store : nil, first: Self.screens[seed % Self.screens.count], drawing: drawing,
            language: Language.allCases[seed % 3])
        var old: [Request] = []
        for number in 0..<Self.steps {
            Self.step(&bench, &old, using: &random)
            guard number % 3 == 0 else { continue }
            let canvas = bench.canvas
            let crooked = (0..<canvas.rows).filter { row in
                canvas.cells(inRow: row).reduce(0) { $0 + Int($1.width) } != canvas.columns
            }
            #expect(crooked.isEmpty)
            if let cursor = canvas.cursor { #expect(canvas.bounds.contains(cursor)) }
            #expect(!bench.application.commandLine.isEmpty)
            #expect(!bench.application.read().isEmpty)
        }
    }
}
