import Customers
import Screens
import Terminal
import Testing

struct ProfilesTests {
    private func bench() -> Bench {
        var bench = Bench()
        bench.settle()
        return bench
    }

    private func pages(_ bench: Bench) -> [Int] {
        bench.requests.compactMap { if case .page(_, let offset, _) = $0.question { offset } else { nil } }
    }

    @Test func `asks for the first page, and for the details of its first row once it is there`() {
        var bench = Bench()
        #expect(
            bench.requests.map(\.question) == [
                .page(ListQuery(people: Query(), columns: ListLayout.standard.columns), offset: 0, limit: 100)
            ])
        let request = bench.requests[0]
        bench.send(Sample.message(to: request))
        let questions = Set(bench.requests.map(\.question))
        #expect(questions.contains(.card(profile: 0, asOf: .now)))
        #expect(questions.contains(.timeline(profile: 0, asOf: .now, offset: 0, limit: 50)))
    }

    @Test func `a list of a million asks only for pages near the cursor`() {
        var bench = Bench()
        let million = 1_000_000
        var asked: [Int] = []
        func serve() {
            while let request = bench.requests.first(where: { $0.slot == .page }) {
                guard case .page(_, let offset, let limit) = request.question else { return }
                asked.append(offset)
                bench.send(.answered(request, .page(Sample.page(offset: offset, limit: limit, total: million))))
            }
        }
        serve()
        bench.press("End")
        serve()
        bench.press("PgUp PgUp Home PgDn")
        serve()
        #expect(asked == [0, 999_900])
        #expect(bench.text.contains("row 18 of 1 000 000"))
    }

    @Test func `the page after those in view comes ahead, and nothing waits for it`() {
        var bench = Bench()
        for _ in 0..<9 {
            for request in bench.requests where !request.isAhead {
                if case .page(_, let offset, let limit) = request.question {
                    bench.send(.answered(request, .page(Sample.page(offset: offset, limit: limit, total: 1000))))
                } else {
                    bench.send(Sample.message(to: request))
                }
            }
        }
        #expect(bench.requests.map(\.isAhead) == [true] && pages(bench) == [100])
        bench.send(.rang(.spinner))
        #expect(bench.lines[23].hasPrefix(" up to date"), "no work is told of")
        bench.press("Down")
        let ahead = bench.requests[0]
        bench.send(.answered(ahead, .page(Sample.page(offset: 100, limit: 100, total: 1000))))
        #expect(bench.requests.isEmpty, "whom the cursor passes is not asked for")
        bench.press("PgDn PgDn PgDn PgDn PgDn PgDn")
        #expect(pages(bench) == [200])
        bench.press("End")
        #expect(pages(bench) == [900], "what is in view takes its place")
        #expect(!bench.requests.contains { $0.isAhead })
    }

    @Test func `pages far from the cursor are let go and asked for again`() {
        var bench = Bench()
        for _ in 0..<60 {
            for request in bench.requests {
                guard case .page(_, let offset, let limit) = request.question else { continue }
                bench.send(.answered(request, .page(Sample.page(offset: offset, limit: limit, total: 100_000))))
            }
            for _ in 0..<5 { bench.press("PgDn") }
        }
        bench.press("Home")
        #expect(pages(bench) == [0])
    }

    @Test func `details follow the cursor once it has rested`() {
        var bench = bench()
        bench.press("Down")
        #expect(bench.requests.isEmpty)
        bench.press("Down")
        let alarms = bench.application.update(.rang(.rested(moves: 1)), at: bench.now)
        #expect(alarms == [])
        bench.send(.rang(.rested(moves: 2)))
        #expect(bench.requests.contains { $0.question == .card(profile: 2, asOf: .now) })
    }

    @Test func `a move by itself is followed after its frame, of many the last one`() {
        var bench = bench()
        func rest() -> Int? {
            bench.orders.compactMap { if case .schedule(let after, .rested) = $0 { after } else { nil } }.last
        }
        bench.press("Down")
        #expect(rest() == 1)
        bench.now = Instant(milliseconds: bench.now.milliseconds + 40)
        bench.press("Down")
        #expect(rest() == 150)
        bench.now = Instant(milliseconds: bench.now.milliseconds + 300)
        bench.press("Down")
        #expect(rest() == 1)
    }

    @Test func `nobody of the list before is asked for while another is awaited`() {
        var bench = bench()
        bench.press("Down Down")
        bench.settle()
        bench.press("/")
        bench.type("x")
        let asked = bench.requests.map(\.question.slot)
        #expect(asked == [.page])
        bench.settle()
        #expect(bench.text.contains("┌─ Анна Иванова"))
    }

    @Test func `sorting picks a column, and again turns it round`() {
        var bench = bench()
        bench.press("s")
        bench.settle()
        bench.press("6")
        #expect(bench.application.commandLine == "patron profile list --sort revenue --descending")
        bench.press("s 6")
        #expect(bench.application.commandLine == "patron profile list --sort revenue")
        bench.settle()
        #expect(bench.lines[2].contains("revenue ▲"))
    }

    @Test func `columns are picked, put in order and kept; the command line prints the same ones`() {
        var bench = bench()
        bench.press("c")
        bench.settle()
        #expect(bench.lines.contains { $0.contains("● name") })
        bench.press("Down Space Down Down Down Down Down Down Down Down Down Down Down Down Space Enter")
        bench.settle()
        let kept = bench.orders.compactMap { order in
            if case .keep(let state) = order { state.list.columns } else { nil }
        }
        let columns: [ProfileColumn] = [.name, .purchases, .revenue, .lastPurchase, .lastSeen, .trait("birth_date")]
        #expect(kept.last == columns)
        #expect(
            bench.application.commandLine
                == "patron profile list --columns name,purchases,revenue,last_purchase,last_seen,birth_date")
        bench.press("3 2")
        bench.settle()
        #expect(bench.application.commandLine.contains("birth_date"))
    }

    @Test func `columns that have no room are scrolled to, the name stays`() {
        var bench = bench()
        #expect(!bench.lines[2].contains("seen"))
        bench.press("Right Right Right")
        bench.settle()
        #expect(bench.lines[2].hasPrefix("│ name") && bench.lines[2].contains("seen"))
        #expect(!bench.lines[2].contains("revenue"))
        bench.press("Right Right")
        #expect(bench.lines[23].contains("There is no column beyond this one"))
        bench.press("Left Left Left Left Left")
        #expect(bench.lines[23].contains("The first column stands beside the name."))
    }

    @Test func `i says why the person under the cursor is in the list, leaf by leaf`() {
        var bench = bench()
        bench.press("f")
        bench.type("tier = \"vip\"")
        bench.press("Enter")
        bench.settle()
        bench.press("Down i")
        #expect(bench.requests.map(\.question).contains(.why(Query(filter: "tier = \"vip\""), profile: 1)))
        bench.settle()
        #expect(bench.text.contains("Why John Smith is in"))
        #expect(bench.text.contains("yes    tier = \"vip\""))
        #expect(bench.text.contains("· tier: vip (crm), since 2026-11-06"))
        #expect(bench.text.contains("· 3 × visit, at least 2 from 2026-09-21"))
        #expect(bench.text.contains("If nothing more happens, it ends at 2026-11-30"))
    }

    @Test func `a timeline is limited to some events, and the command prints the same`() {
        var bench = Scene.profile.bench(columns: 80, rows: 24)
        bench.press("f")
        #expect(bench.text.contains("visit  158"))
        bench.press("Down Space Enter")
        #expect(
            bench.requests.map(\.question).contains(
                .timeline(profile: 1, asOf: .now, names: ["order"], offset: 0, limit: 100)))
        bench.settle()
        #expect(bench.text.contains("─ Timeline: order ─"))
        #expect(bench.application.commandLine == "patron profile timeline --names order profile_id:100201")
    }

    @Test func `the segments that hold a person say why`() {
        var bench = Scene.profile.bench(columns: 80, rows: 24)
        bench.press("Tab Enter 1")
        #expect(bench.requests.map(\.question).contains(.why(Query(filter: "in segment \"VIP\""), profile: 1)))
        bench.settle()
        #expect(bench.text.contains("Why John Smith is in"))
    }

    @Test func `what was left is found again`() {
        var setup = Setup(store: Sample.store, guesses: Sample.guesses)
        setup.first = .showProfiles
        setup.kept.list = ListLayout(columns: [.name, .trait("tier")], sort: .trait("tier"), isDescending: true)
        var application = Application(setup, at: Instant(seconds: 1_795_348_800))
        _ = application.update(.resized(columns: 80, rows: 24), at: Instant(seconds: 1_795_348_800))
        #expect(application.commandLine == "patron profile list --columns name,tier --sort tier --descending")
    }

    @Test func `finding asks with every letter, Enter keeps and Esc clears`() {
        var bench = bench()
        bench.press("/")
        bench.type("rossi")
        bench.press("Enter")
        #expect(bench.application.commandLine == "patron profile search rossi")
        bench.settle()
        #expect(bench.lines[2].hasPrefix("│find rossi"))
        bench.press("Esc")
        #expect(bench.application.commandLine == "patron profile list")
    }

    @Test func `a filter counts while it is typed and lists when it is taken`() {
        var bench = bench()
        bench.press("f")
        bench.type("city = \"K\"")
        let counts = bench.requests.filter { $0.slot == .count }.map(\.question)
        #expect(counts == [.count(Query(filter: "city = \"K\""))])
        bench.settle()
        #expect(bench.lines[4].hasPrefix("│50 of 120, 41.7%"))
        bench.press("Enter")
        #expect(bench.application.commandLine == "patron profile list 'city = \"K\"'")
        #expect(bench.lines[0].hasPrefix(" Profiles ▸ city = \"K\""))
    }

    @Test func `a filter that does not read shows where, why, and the form that works on Tab`() {
        var bench = bench()
        bench.press("f")
        bench.type("city = K")
        #expect(bench.lines[2].hasPrefix("│city = K"))
        #expect(bench.lines[3].hasPrefix("│       ^ "))
        #expect(bench.lines[4].hasPrefix("│Text stands in double quotes."))
        bench.press("Enter")
        #expect(bench.application.commandLine == "patron profile list")
        bench.press("Home Tab")
        #expect(bench.lines[2].hasPrefix("│city = \"K\""))
        #expect(!bench.lines[3].contains("^"))
    }

    @Test func `an unknown name is answered by the store with its place and the nearest name`() {
        var bench = bench()
        bench.press("f")
        bench.type("nonsense = 1")
        bench.settle()
        #expect(bench.lines[3].hasPrefix("│^^^^^^^^ "))
        #expect(bench.lines[4].hasPrefix("│There is no trait ‘nonsense’"))
    }

    @Test func `marks make a segment of exactly those people`() {
        var bench = bench()
        bench.press("Space Space e")
        #expect(bench.text.contains("profile_id in (100200, 100201)"))
        #expect(bench.lines[0].hasPrefix(" Profiles ▸ new segment*"))
    }

    @Test func `copying takes the row, or all marked rows`() {
        var bench = bench()
        _ = bench.takeOrders()
        bench.press("y")
        #expect(
            bench.takeOrders() == [
                .copy("profile_id:100200\tАнна Иванова\t\t0\t\t2026-11-18 11:06\t2026-11-19 14:53")
            ])
        bench.press("Space Space y")
        let copied = bench.takeOrders()
        #expect(copied.count == 1)
        #expect("\(copied)".contains("John Smith"))
    }

    @Test func `exporting asks for a path and tells what was written`() {
        var bench = bench()
        bench.press("x Enter")
        let everyone = ListQuery(people: Query(), columns: ListLayout.standard.columns)
        #expect(bench.requests.map(\.question) == [.export(everyone, path: "profiles.csv")])
        bench.settle()
        #expect(bench.lines[23] == " 120 rows written to profiles.csv.")
    }

    @Test func `an empty list says why and which key helps`() throws {
        var bench = Bench()
        let request = try #require(bench.requests.first)
        bench.send(.answered(request, .page(ProfilePage(rows: [], offset: 0, total: 0))))
        #expect(bench.text.contains("There are no profiles yet. g i imports a"))
        #expect(bench.requests.isEmpty)
    }

    @Test func `a profile opens with its traits by group and its timeline, with the lines of an order`() {
        var bench = bench()
        bench.press("Enter")
        bench.settle()
        #expect(bench.lines[0].hasPrefix(" Profiles ▸ Анна Иванова"))
        #expect(bench.text.contains("qualitative"))
        bench.press("Enter")
        #expect(bench.text.contains("product Sneaker  quantity 2"))
        #expect(bench.application.commandLine == "patron profile timeline profile_id:100200")
        bench.press("Tab")
        #expect(bench.application.commandLine == "patron profile show profile_id:100200")
        bench.press("Esc")
        #expect(bench.lines[0].hasPrefix(" Profiles  "))
    }

    @Test func `i shows the whole event or card, which y copies`() {
        var bench = Bench()
        bench.settle()
        _ = bench.takeOrders()
        bench.press("Tab Tab i")
        for fact in ["order 2026-11-22", "kind ", "total ", "line 1", "product ", "Sneaker", "quantity "] {
            #expect(bench.text.contains(fact))
        }
        bench.press("y")
        let orders = bench.takeOrders()
        #expect(orders.contains { if case .copy(let text) = $0 { text.contains("quantity  2") } else { false } })
        bench.press("Down i")
        #expect(bench.text.contains("visit 2026-11-22"))
        bench.press("Esc Tab Tab i")
        #expect(bench.text.contains("s.rossi@example.com"))
        #expect(bench.text.contains("qualitative"))
        bench.press("Esc Esc Enter")
        bench.settle()
        bench.press("i")
        #expect(bench.text.contains("line 1"))
    }

    @Test func `a long timeline comes in pages`() {
        var bench = bench()
        bench.press("Enter")
        bench.settle()
        bench.press("End")
        #expect(bench.requests.map(\.question) == [.timeline(profile: 0, asOf: .now, offset: 200, limit: 100)])
        bench.settle()
        #expect(bench.text.contains("›           11:33 · visit  pages 210"))
    }
}
