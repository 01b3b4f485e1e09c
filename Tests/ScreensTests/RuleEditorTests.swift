import Customers
import Screens
import Terminal
import Testing

/// The editor of segments as a tree of lines.
struct RuleEditorTests {
    private func bench(_ rule: String = "tier = \"vip\" and age >= 30", columns: Int = 80, rows: Int = 24) -> Bench {
        var store = Sample.store
        store.drafts = [Draft(original: "VIP", name: "VIP", filter: rule)]
        var bench = Bench(columns: columns, rows: rows, store: store, first: .showSegments)
        bench.settle()
        bench.press("e")
        bench.settle()
        _ = bench.takeOrders()
        return bench
    }

    private func rule(_ bench: Bench) -> String {
        bench.application.read().first { $0.hasPrefix("Filter: ") }?.dropFirst(8).description ?? ""
    }

    @Test func `a new segment begins with a line to write, and Enter takes names, tests and values from the list`() {
        var bench = Bench(first: .showSegments)
        bench.settle()
        bench.press("a")
        bench.settle()
        bench.type("ti")
        bench.settle()
        #expect(bench.text.contains("›tier "))
        bench.press("Enter")
        bench.settle()
        #expect(bench.text.contains("›= "))
        bench.press("Enter")
        bench.settle()
        bench.press("Enter Enter")
        bench.settle()
        #expect(rule(bench) == "tier = \"Москва\"")
        #expect(bench.lines[0].hasPrefix(" Segments ▸ new segment*"))
    }

    @Test func `Enter pressed before the values are there takes the first of them when they come`() {
        var bench = Bench(first: .showSegments)
        bench.settle()
        bench.press("a")
        bench.settle()
        bench.type("city")
        bench.press("Space")
        bench.type("= ")
        bench.press("Enter Enter")
        #expect(rule(bench) == "everyone")
        #expect(!bench.lines[23].contains("!!"))
        bench.settle()
        #expect(bench.text.contains("city = \"Москва\""))
        bench.press("Enter")
        #expect(rule(bench) == "city = \"Москва\"")
    }

    @Test func `a word that stands there whole is meant as it is, not the next one in the list`() {
        var bench = bench()
        bench.press("a")
        bench.settle()
        bench.type("did")
        bench.press("Enter")
        bench.settle()
        #expect(bench.text.contains("did  "))
        bench.type("vis")
        bench.press("Enter Enter")
        bench.settle()
        #expect(rule(bench) == "tier = \"vip\" and did visit and age >= 30")
    }

    @Test func `a whole line is taken with Enter though the list is open`() {
        var bench = bench()
        bench.press("a")
        bench.type("did purchase")
        bench.settle()
        bench.press("Enter")
        #expect(rule(bench) == "tier = \"vip\" and did purchase and age >= 30")
    }

    @Test func `a name that is only begun is completed by Enter`() {
        var bench = bench()
        bench.press("a")
        bench.settle()
        bench.type("did pur")
        bench.settle()
        bench.press("Enter")
        bench.settle()
        #expect(bench.text.contains("did purchase"))
        bench.press("Enter")
        #expect(rule(bench).contains("did purchase and"))
    }

    @Test func `the count follows every letter of a line, and Esc brings the old rule back`() {
        var bench = bench()
        bench.press("End a")
        bench.type("city exists")
        #expect(
            bench.requests.contains {
                $0.question == .count(Query(filter: "tier = \"vip\" and age >= 30 and city exists"))
            })
        bench.press("Esc")
        bench.settle()
        #expect(rule(bench) == "tier = \"vip\" and age >= 30")
    }

    @Test func `a line that was given up comes back with undo, as it was typed`() {
        var bench = bench()
        bench.press("End a")
        bench.type("city exis")
        bench.press("Esc Esc")
        bench.settle()
        #expect(rule(bench) == "tier = \"vip\" and age >= 30")
        #expect(bench.lines[23].contains("undo brings it back"))
        bench.press("u")
        bench.settle()
        bench.type("ts")
        bench.press("Enter")
        #expect(rule(bench) == "tier = \"vip\" and age >= 30 and city exists")
        bench.press("u")
        #expect(rule(bench) == "tier = \"vip\" and age >= 30")
    }

    @Test func `undo takes back the edit that came after a line was given up, not the line`() {
        var bench = bench()
        bench.press("End a")
        bench.type("city exists")
        bench.press("Esc n")
        bench.settle()
        #expect(rule(bench) == "tier = \"vip\" and not age >= 30")
        bench.press("u")
        bench.settle()
        #expect(rule(bench) == "tier = \"vip\" and age >= 30")
        #expect(!bench.text.contains("city exists"))
    }

    @Test func `or makes a group of the line, and adds to it`() {
        var bench = bench()
        bench.press("End o")
        bench.type("city exists")
        bench.press("Enter o")
        bench.type("city missing")
        bench.press("Enter")
        #expect(rule(bench) == "tier = \"vip\" and (age >= 30 or city exists or city missing)")
        #expect(bench.text.contains("ANY of"))
    }

    @Test(
        arguments: [
            ("n", "not tier = \"vip\" and age >= 30"), ("-", "age >= 30"), ("d", "age >= 30"),
            ("D", "tier = \"vip\" and tier = \"vip\" and age >= 30"), ("J", "age >= 30 and tier = \"vip\""),
            ("Space Space (", "tier = \"vip\" or age >= 30"), ("Up Enter", "tier = \"vip\" or age >= 30"),
            ("Down Right", "tier = \"vip\" and age >= 35"), ("Down Left Left", "tier = \"vip\" and age >= 20"),
        ])
    func `keys edit the line under the cursor, and undo takes each edit back`(keys: String, result: String) {
        var bench = bench()
        bench.press(keys)
        bench.settle()
        #expect(rule(bench) == result)
        bench.press("u")
        bench.settle()
        #expect(rule(bench) == "tier = \"vip\" and age >= 30")
        bench.press("U")
        #expect(rule(bench) == result)
    }

    @Test func `a refused edit says why and changes nothing`() {
        var bench = bench("tier = \"vip\" and not (age >= 30 or city exists)")
        bench.press("Down )")
        #expect(bench.lines[23].contains("n takes a not away"))
        bench.press("Home d")
        #expect(bench.lines[23].contains("The outermost group stays"))
        bench.press("Home Down K")
        #expect(bench.lines[23].contains("cannot go farther"))
        #expect(rule(bench) == "tier = \"vip\" and not (age >= 30 or city exists)")
    }

    @Test func `each line has its figures, the tightest is marked, and a line that is off has none`() {
        var bench = bench()
        #expect(bench.text.contains("tier = \"vip\"                                          60      60      90 ◂"))
        bench.press("Down -")
        bench.settle()
        #expect(bench.text.contains("age >= 30 (off)"))
        #expect(!bench.text.contains("◂"))
    }

    @Test func `sizes at neighbouring numbers stand below the tree without typing`() {
        var bench = bench()
        bench.press("Down")
        #expect(bench.text.contains("number instead:   20: …   25: …  [30: …]   35: …   40: …   45: …"))
        bench.settle()
        #expect(bench.text.contains("number instead:   20: 20   25: 29  [30: 38]   35: 47   40: 56   45: 65"))
        #expect(bench.application.commandLine == "patron segment vary 'tier = \"vip\" and age >= 30'")
    }

    @Test func `what is switched off is kept as a draft and comes back`() {
        var bench = bench()
        bench.press("-")
        let draft = Draft(original: "VIP", name: "VIP", filter: "tier = \"vip\" and age >= 30", off: [1])
        #expect(bench.takeOrders().last == .saveDraft(draft))
        bench.press("Esc e")
        bench.settle()
        #expect(rule(bench) == "age >= 30")
        #expect(bench.text.contains("tier = \"vip\" (off)"))
    }

    @Test func `a line that is only begun is kept as a draft and offered again`() {
        var bench = bench()
        bench.press("a")
        bench.type("did purchase where")
        let draft = Draft(
            original: "VIP", name: "VIP", filter: "tier = \"vip\" and age >= 30", line: "did purchase where")
        #expect(bench.takeOrders().last == .saveDraft(draft))
        var store = Sample.store
        store.drafts = [draft]
        var next = Bench(store: store, first: .showSegments)
        next.settle()
        next.press("e")
        next.settle()
        #expect(next.text.contains("did purchase where"))
        #expect(rule(next) == "tier = \"vip\" and age >= 30")
    }

    @Test func `text and tree are in step, and parts that are off outlive a text written anew`() {
        var bench = bench()
        bench.press("- T")
        #expect(bench.lines[2].hasPrefix("│ age >= 30 "))
        bench.press("End")
        bench.type(" or city exists")
        bench.press("Tab Tab Tab Tab")
        bench.settle()
        bench.press("Tab T")
        #expect(rule(bench) == "age >= 30 or city exists")
        #expect(bench.text.contains("tier = \"vip\" (off)"))
    }

    @Test func `a text that cannot be read stays text and says why`() {
        var bench = bench()
        bench.press("T End")
        bench.type(" and")
        bench.press("Down T")
        #expect(bench.lines[23].contains("No condition follows ‘and’"))
        #expect(bench.text.contains("tier = \"vip\" and age >= 30 and"))
    }

    @Test func `somebody else's version is told of, and saving asks what to do`() {
        var bench = bench()
        var summary = Sample.store.summary
        summary.version += 1
        bench.send(.changed(summary))
        let theirs = Segment(
            name: "VIP", source: "tier = \"gold\"", author: "max", saved: Instant(seconds: 1_795_000_000), version: 3)
        let request = bench.requests.first { $0.question == .segments }
        if let request { bench.send(.answered(request, .segments([theirs]))) }
        #expect(bench.lines[23].contains("max has saved version 3 of ‘VIP’ meanwhile"))
        bench.press("^S")
        #expect(!bench.requests.contains { $0.slot == .writing })
        #expect(bench.text.contains("max saved version 3 meanwhile"))
        bench.press("2")
        #expect(
            bench.requests.contains {
                $0.question
                    == .saveSegment(name: "VIP", filter: "tier = \"vip\" and age >= 30", replacing: "VIP", over: 3)
            })
    }

    @Test func `saving names the version that was seen`() {
        var bench = bench()
        bench.press("^S")
        #expect(
            bench.requests.contains {
                $0.question
                    == .saveSegment(name: "VIP", filter: "tier = \"vip\" and age >= 30", replacing: "VIP", over: 2)
            })
    }

    @Test func `versions are listed, compared and taken up`() {
        var bench = bench()
        bench.press("v")
        bench.settle()
        #expect(bench.text.contains("Compare with a version"))
        bench.press("2 1")
        #expect(
            bench.requests.contains {
                $0.question
                    == .difference(from: "tier = \"gold\"", to: Query(filter: "tier = \"vip\" and age >= 30"))
            })
        bench.settle()
        #expect(bench.text.contains("7 come in, 0 drop out, 49"))
        bench.press("Esc v")
        bench.settle()
        bench.press("2 2")
        #expect(rule(bench) == "tier = \"gold\"")
        bench.press("u")
        #expect(rule(bench) == "tier = \"vip\" and age >= 30")
    }

    @Test func `the overlap opens to the people of both, with chosen segments alone where wanted`() {
        var bench = bench()
        #expect(!bench.text.contains("VIP                  "))
        bench.press("Tab Tab Enter")
        #expect(
            bench.application.commandLine
                == "patron profile list '(tier = \"vip\" and age >= 30) and in segment \"Lapsed\"'")
        bench.press("Esc O")
        #expect(bench.text.contains("Compare with"))
        bench.press("2")
        bench.settle()
        #expect(bench.application.commandLine.hasSuffix(" Lapsed"))
    }

    @Test func `the rule's people are exported under the segment's name`() {
        var bench = bench()
        bench.press("x")
        #expect(bench.text.contains("vip.csv"))
        bench.press("Enter")
        #expect(bench.requests.contains { if case .export(_, path: "vip.csv") = $0.question { true } else { false } })
    }

    @Test func `without a name saving asks for one and Enter there saves`() {
        var bench = Bench(first: .showSegments)
        bench.settle()
        bench.press("a")
        bench.type("age >= 30")
        bench.press("^S")
        #expect(bench.lines[23] == " ! A segment needs a name; write one above, Enter saves.")
        bench.type("Grown")
        bench.press("Enter")
        #expect(
            bench.requests.contains {
                $0.question == .saveSegment(name: "Grown", filter: "age >= 30", replacing: "", over: nil)
            })
    }

    @Test func `folding hides the lines of a group and keeps their figures out of sight`() {
        var bench = bench("tier = \"vip\" and (age >= 30 or city exists)")
        bench.press("Down Left")
        #expect(bench.text.contains("▸ ANY of … (2)"))
        #expect(!bench.text.contains("city exists "))
        bench.press("Right")
        #expect(bench.text.contains("▾ ANY of "))
        #expect(bench.text.contains("city exists "))
    }

    @Test func `left goes out of a folded group, right into an open one`() {
        var bench = bench("tier = \"vip\" and (age >= 30 or city exists)")
        bench.press("Down Left Left")
        #expect(bench.cursorLine.contains("ALL of"))
        bench.press("Down Down Right Right")
        #expect(bench.cursorLine.contains("age >= 30"))
    }

    @Test func `a line that comes back inside a folded group is shown`() {
        var bench = bench("tier = \"vip\" and (age >= 30 or city exists or tier exists)")
        bench.press("Down Down d Up Left")
        #expect(!bench.text.contains("city exists "))
        bench.press("u")
        bench.settle()
        #expect(bench.cursorLine.contains("age >= 30"))
    }

    @Test func `a folded group stays folded where an edit puts it`() {
        var bench = bench("tier = \"vip\" and (age >= 30 or city exists) and city = \"Kraków\"")
        bench.press("Down Left J")
        #expect(bench.cursorLine.contains("ANY of … (2)"))
        bench.press("Home Down d")
        #expect(bench.text.contains("▸ ANY of … (2)"))
    }

    @Test(arguments: [(40, 10), (80, 24), (160, 45)])
    func `a click on the sign of a group folds it`(columns: Int, rows: Int) {
        var bench = bench("tier = \"vip\" and (age >= 30 or city exists)")
        bench.resize(columns, rows)
        bench.settle()
        bench.click("▾")
        #expect(bench.text.contains("▸ ANY of … (2)"))
        #expect(bench.cursorLine.contains("ANY of"))
        bench.click("▸ ANY")
        #expect(bench.text.contains("▾ ANY of"))
    }
}
