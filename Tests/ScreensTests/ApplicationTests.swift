import Customers
import Filters
import Screens
import Terminal
import Testing

struct ApplicationTests {
    @Test(arguments: [
        ("2", "Profiles"), ("3", "Segments"), ("4", "RFM"), ("g p", "Profiles"), ("g s", "Segments"), ("g r", "RFM"),
        ("5", "Funnels"),
        ("g i", "Import"), ("п ы", "Segments"), ("п к", "RFM"),
    ])
    func `a key shows its screen, on a Russian layout too`(keys: String, title: String) {
        var bench = Bench()
        bench.press(keys)
        #expect(bench.lines[0].hasPrefix(" \(title)"))
    }

    @Test(arguments: [
        ("7", "Journeys"), ("8", "Live"), ("9", "Data"), ("g q", "Quality"), ("g x", "Experiments"),
    ])
    func `a screen that is not there yet says so and shows nothing else`(keys: String, name: String) {
        var bench = Bench()
        bench.press(keys)
        #expect(bench.lines[23] == " ! \(name): this screen is not there yet.")
        #expect(bench.lines[0].hasPrefix(" Profiles"))
    }

    @Test func `the first line names the place, the store, that it is a sample, and the newest data`() {
        var bench = Bench()
        bench.settle()
        #expect(
            bench.lines[0] == " Profiles                            demo-shop sample · data to 2026-11-22 09:33")
    }

    @Test func `a screen that was left keeps its state`() {
        var bench = Bench()
        bench.settle()
        bench.press("Down Down Down 4 2")
        #expect(bench.lines[6].hasPrefix("│›Łukasz Nowak"))
    }

    @Test func `a newer question of the same purpose takes the place of the older one`() {
        var bench = Bench()
        bench.settle()
        bench.press("/")
        bench.type("an")
        let finds = bench.requests.compactMap { request in
            if case .page(let list, _, _) = request.question { list.find } else { nil }
        }
        #expect(finds == ["an"])
    }

    @Test func `a late answer about another question is ignored`() throws {
        var bench = Bench()
        let first = try #require(bench.requests.first { $0.slot == .page })
        bench.press("/")
        bench.type("x")
        bench.send(.answered(first, .page(Sample.page(offset: 0, limit: 100))))
        #expect(!bench.text.contains("Анна Иванова"))
        bench.settle()
        #expect(bench.text.contains("Анна Иванова"))
    }

    @Test func `an answer to the same question of an earlier generation is ignored`() throws {
        var bench = Bench(first: .showRFM)
        let first = try #require(bench.requests.first)
        bench.press("[ ]")
        let second = try #require(bench.requests.first)
        #expect(second.question == first.question)
        #expect(second != first)
        bench.send(.answered(first, .rfm(Sample.grid)))
        bench.send(.failed(first, Failure("No.")))
        #expect(!bench.text.contains("11.1%"))
        #expect(!bench.text.contains("No."))
        bench.send(.answered(second, .rfm(Sample.grid)))
        #expect(bench.text.contains("11.1%"))
    }

    @Test func `control C stops work, and twice within two seconds quits`() {
        var bench = Bench()
        bench.press("^C")
        #expect(bench.requests.isEmpty)
        #expect(!bench.takeOrders().contains(.quit))
        bench.now = Instant(milliseconds: bench.now.milliseconds + 1900)
        bench.press("^C")
        #expect(bench.takeOrders() == [.quit])
    }

    @Test func `control C after a while does not quit`() {
        var bench = Bench()
        bench.settle()
        // What the opening ordered.
        _ = bench.takeOrders()
        bench.press("^C")
        bench.now = Instant(milliseconds: bench.now.milliseconds + 2001)
        bench.press("^C")
        #expect(bench.takeOrders() == [])
    }

    @Test func `work shows a spinner after a while, and Esc then stops it`() {
        var bench = Bench(first: .showRFM)
        #expect(bench.lines[23] == " adding up the report")
        bench.send(.rang(.spinner))
        #expect(bench.lines[23] == " ⠙ adding up the report · Esc stops")
        bench.press("Esc")
        #expect(bench.requests.isEmpty)
        #expect(bench.text.contains("Stopped; r asks again."))
        bench.press("r")
        bench.settle()
        #expect(bench.text.contains("900 buyers"))
    }

    @Test func `without work nothing is scheduled, so that idleness costs nothing`() {
        var bench = Bench()
        bench.settle()
        let commands = bench.application.update(.rang(.spinner), at: bench.now)
        #expect(commands == [])
        #expect(bench.application.isIdle)
    }

    @Test(arguments: [("q", Command.quit), ("^Z", .suspend), ("^L", .repaint), ("M", .mouse(false))])
    func `keys of the program give its orders`(keys: String, order: Command) {
        var bench = Bench()
        bench.settle()
        _ = bench.takeOrders()
        bench.press(keys)
        #expect(bench.takeOrders() == [order])
    }

    @Test func `a key without meaning says so`() {
        var bench = Bench()
        bench.settle()
        bench.press("b")
        #expect(bench.lines[23] == " ! Not here: Break down by a trait. ? shows what can be done.")
        bench.press("&")
        #expect(bench.lines[23] == " ! & does nothing; ? shows the keys.")
    }

    @Test func `the date of the question is asked for, checked, stepped and shown`() {
        var bench = Bench(first: .showRFM)
        bench.settle()
        bench.press("t")
        bench.type("2026-02-30")
        bench.press("Enter")
        #expect(bench.text.contains("‘2026-02-30’ is no day; write it as 2026-01-31."))
        bench.press("^U")
        bench.type("2026-02-15")
        bench.press("Enter")
        #expect(asked(bench) == [.rfm(Query(asOf: .day(day("2026-02-15"))), .standard)])
        #expect(bench.lines[0].hasPrefix(" RFM ▸ as of 2026-02-15"))
        bench.press("[")
        #expect(asked(bench) == [.rfm(Query(asOf: .day(day("2026-02-01"))), .standard)])
        bench.press("[")
        #expect(asked(bench) == [.rfm(Query(asOf: .day(day("2026-01-01"))), .standard)])
        #expect(bench.application.commandLine == "patron rfm --as-of 2026-01-01")
    }

    @Test func `the date of the question may have a time`() {
        var bench = Bench(first: .showRFM)
        bench.settle()
        bench.press("t")
        bench.type("2026-02-15T10:00")
        bench.press("Enter")
        #expect(bench.application.commandLine == "patron rfm --as-of 2026-02-15T10:00:00Z")
    }

    @Test func `stepping beyond today is the present again`() {
        var bench = Bench()
        bench.settle()
        bench.press("[")
        #expect(bench.lines[0].hasPrefix(" Profiles ▸ as of 2026-11-22"))
        bench.press("]")
        #expect(!bench.lines[0].contains("as of"))
    }

    @Test func `a scope narrows every question and stands in the command line`() {
        var bench = Bench(first: .showRFM)
        bench.settle()
        bench.press("S")
        bench.settle()
        bench.press("4")
        bench.type("in segment \"VIP\"")
        bench.press("Enter")
        #expect(asked(bench) == [.rfm(Query(scope: "in segment \"VIP\""), .standard)])
        #expect(bench.application.commandLine == "patron rfm --where 'in segment \"VIP\"'")
    }

    @Test func `what is saved under a scope holds the people of the scope alone`() {
        var bench = Bench(first: .showLifecycle)
        bench.settle()
        bench.press("S")
        bench.settle()
        bench.press("4")
        bench.type("in segment \"VIP\" or city = \"Kraków\"")
        bench.press("Enter")
        bench.settle()
        bench.press("Right Right Right Right e")
        bench.type("kept")
        bench.press("Enter")
        let saved = bench.requests.compactMap { request in
            if case .saveSegment(_, let filter, _, _) = request.question { filter } else { nil }
        }
        #expect(
            saved == [
                "(in segment \"VIP\" or city = \"Kraków\") and did anything between 2026-11-23 and 2026-11-29"
            ])
    }

    @Test func `a scope that is no filter is refused with the reason`() {
        var bench = Bench()
        bench.press("S")
        bench.settle()
        bench.press("4")
        bench.type("city = Kraków")
        bench.press("Enter")
        #expect(bench.text.contains("Text stands in double quotes."))
    }

    @Test func `changed data makes what is shown stale until it is asked again`() {
        var bench = Bench()
        bench.settle()
        var summary = Sample.store.summary
        summary.version = 2
        bench.send(.changed(summary))
        #expect(bench.lines[1].contains(" ~120 "))
        #expect(bench.requests.contains { $0.slot == .page })
        bench.settle()
        #expect(bench.lines[1].contains(" 120 "))
    }

    @Test func `said words act, and fill fields`() {
        var bench = Bench()
        bench.send(.said("show the segments"))
        #expect(bench.application.read()[0] == "Segments.")
        bench.settle()
        bench.send(.said("scope"))
        bench.settle()
        bench.send(.said("vip"))
        #expect(bench.application.read().contains("All screens are limited to: in segment \"VIP\""))
        bench.send(.said("nonsense words"))
        #expect(bench.application.read().last == "‘nonsense words’ is no action; help lists them.")
    }

    private func asked(_ bench: Bench) -> [Question] { bench.requests.map(\.question) }

    private func day(_ text: String) -> CivilDate { CivilDate(parsing: text) ?? .earliest }
}
