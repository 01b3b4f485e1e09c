import Customers
import Screens
import Terminal
import Testing

struct HostileTextTests {
    static let names = [
        "\u{1B}]52;c;ZXZpbA==\u{07}", "\u{9B}31m", "a\u{202E}b\u{2066}c",
        "e" + String(repeating: "\u{301}", count: 10_000),
        "田中 美咲", "👩‍👩‍👧‍👦", "\u{200B}\u{200D}", "\0\r\n\t", "\u{1F1F5}\u{1F1F1}", String(repeating: "x", count: 100_000),
    ]

    private func bench(named name: String, columns: Int = 80, rows: Int = 24) -> Bench {
        var bench = Bench(columns: columns, rows: rows)
        let sample = Sample.row(0)
        let row = ProfileRow(
            number: 0, identifier: Identifier(kind: name, value: name), name: name, city: name, purchases: 2,
            revenueMinor: .min, lastPurchase: Instant(milliseconds: .min), lastSeen: Instant(milliseconds: .max))
        for _ in 0..<3 {
            for request in bench.requests {
                switch request.question {
                case .page:
                    bench.send(.answered(request, .page(ProfilePage(rows: [row, sample], offset: 0, total: 2))))
                case .card:
                    let card = ProfileCard(
                        row: row, identifiers: [Identifier(kind: name, value: name)],
                        traits: [TraitReading(name: name, value: .list([name, name]), source: name, time: nil)],
                        sources: [name], reach: [], rfm: nil, segments: [name], events: .max, orders: .min)
                    bench.send(.answered(request, .card(card)))
                case .timeline:
                    let entry = TimelineEntry(
                        kind: .order, time: Instant(milliseconds: .max), name: name,
                        properties: [NamedValue(name, .text(name))], lines: [[NamedValue(name, .number(.nan))]])
                    let page = TimelinePage(entries: [entry], offset: 0, total: 1, weeks: [.max, 0])
                    bench.send(.answered(request, .timeline(page)))
                default: break
                }
            }
        }
        return bench
    }

    @Test(arguments: 0..<names.count, [(80, 24), (40, 10), (160, 45)])
    func `no name can send a control character or shift a column`(index: Int, size: (columns: Int, rows: Int)) {
        var bench = bench(named: Self.names[index], columns: size.columns, rows: size.rows)
        for keys in ["", "Enter", "Enter", "!", "Esc", "i", "Esc", "Esc", "Space", "e"] {
            bench.press(keys)
            let canvas = bench.canvas
            let crooked = (0..<canvas.rows).filter { row in
                canvas.cells(inRow: row).reduce(0) { $0 + Int($1.width) } != canvas.columns
            }
            #expect(crooked.isEmpty)
            let isSafe = canvas.text.unicodeScalars.allSatisfy { scalar in
                scalar == "\n"
                    || !scalar.properties.isDefaultIgnorableCodePoint && scalar.value >= 0x20
                        && !(0x7F..<0xA0).contains(scalar.value)
            }
            #expect(isSafe)
        }
    }

    @Test func `a marked name is quoted so that the filter means just that person`() {
        var bench = bench(named: "x\" or everyone")
        bench.press("Space e")
        #expect(bench.application.commandLine.contains(#"= "x\" or everyone""#))
    }

    @Test func `a command line quotes what a shell would run`() {
        var bench = Bench()
        bench.press("/")
        bench.type("it's $(reboot) `x`")
        #expect(bench.application.commandLine == #"patron profile search 'it'\''s $(reboot) `x`'"#)
    }
}
