import Customers
import Screens
import Terminal
import Testing

struct SegmentsTests {
    private func bench() -> Bench {
        var bench = Bench(first: .showSegments)
        bench.settle()
        _ = bench.takeOrders()
        return bench
    }

    @Test func `sizes are counted one after the other, from the top`() {
        var bench = Bench(first: .showSegments)
        bench.send(Sample.message(to: bench.requests[0]))
        let counts = { (bench: Bench) in bench.requests.filter { $0.slot == .count } }
        #expect(counts(bench).map(\.question) == [.count(Query(filter: "in segment \"VIP\""))])
        #expect(bench.lines[3].contains("…"))
        bench.send(Sample.message(to: counts(bench)[0]))
        #expect(counts(bench).map(\.question) == [.count(Query(filter: "in segment \"Lapsed\""))])
        #expect(bench.lines[3].contains("46.7%"))
    }

    @Test func `Enter opens the people behind a segment`() {
        var bench = bench()
        bench.press("Enter")
        #expect(bench.lines[0].hasPrefix(" Segments ▸ VIP"))
        #expect(bench.application.commandLine == "patron profile list 'in segment \"VIP\"'")
        bench.press("Esc")
        #expect(bench.lines[0].hasPrefix(" Segments  "))
    }

    @Test func `deleting asks with what and how many, and takes another key`() {
        var bench = bench()
        bench.press("d")
        #expect(bench.text.contains("VIP  56 people"))
        bench.press("d")
        #expect(bench.requests.isEmpty)
        bench.press("y")
        #expect(bench.requests.map(\.question) == [.deleteSegment(name: "VIP")])
        bench.settle()
        #expect(bench.lines[23] == " ‘VIP’ is deleted; u brings it back.")
        // The ready segment of that name is not hidden any more.
        #expect(bench.lines[3].hasPrefix("│›Lapsed "))
    }

    @Test func `segments that are ready to use follow the saved ones, with their people and their course`() {
        var bench = bench()
        #expect(bench.text.contains("Repeat buyers"))
        #expect(bench.text.contains(" ready "))
        #expect(!bench.text.contains("Old subscribers"))
        bench.press("End Up Up Up")
        bench.settle()
        #expect(bench.text.contains("Ready to use: did purchase at least 2 times"))
        bench.press("Enter")
        #expect(bench.application.commandLine == "patron profile list 'did purchase at least 2 times'")
        bench.press("Esc e")
        #expect(bench.lines[0].hasPrefix(" Segments ▸ Repeat buyers"))
        bench.press("^S")
        #expect(
            bench.requests.contains {
                $0.question
                    == .saveSegment(
                        name: "Repeat buyers", filter: "did purchase at least 2 times", replacing: "", over: nil)
            })
    }

    @Test func `a ready segment is not saved and so not deleted`() {
        var bench = bench()
        bench.press("End d")
        #expect(bench.lines[23].contains("‘Gone quiet’ is ready to use and not saved."))
    }

    @Test func `a deleted segment is brought back with undo`() {
        var bench = bench()
        bench.press("d y")
        bench.settle()
        bench.press("u")
        #expect(
            bench.requests.contains {
                $0.question
                    == .saveSegment(name: "VIP", filter: "tier = \"vip\"", replacing: "VIP", over: nil)
            })
        bench.press("u")
        #expect(bench.lines[23].contains("No segment has been deleted here."))
    }

    @Test func `a duplicate is a new segment with the same rule`() {
        var bench = bench()
        bench.press("D")
        #expect(bench.lines[0].hasPrefix(" Segments ▸ VIP copy*"))
        #expect(bench.text.contains("tier = \"vip\""))
    }

    @Test func `a draft that was left is taken up again`() {
        var store = Sample.store
        store.drafts = [Draft(original: "VIP", name: "VIP", filter: "tier = \"gold\"")]
        var bench = Bench(store: store, first: .showSegments)
        bench.settle()
        #expect(bench.text.contains("›VIP *"))
        bench.press("e")
        #expect(bench.text.contains("tier = \"gold\""))
        #expect(bench.lines[0].hasPrefix(" Segments ▸ VIP*"))
    }
}

struct SegmentEditorTests {
    private func bench() -> Bench {
        var bench = Bench(first: .showSegments)
        bench.settle()
        bench.writeSegmentAsText()
        _ = bench.takeOrders()
        return bench
    }

    @Test func `every letter that makes a filter is counted, and only the last count is awaited`() {
        var bench = bench()
        bench.type("age > 3")
        let first = bench.requests
        bench.type("0")
        #expect(first.map(\.question) == [.count(Query(filter: "age > 3"))])
        #expect(bench.requests.map(\.question) == [.count(Query(filter: "age > 30"))])
        bench.send(.answered(first[0], .size(Sample.size(77))))
        #expect(!bench.text.contains("77"))
        bench.send(.answered(bench.requests[0], .size(Sample.size(33))))
        #expect(bench.lines[3].contains(" 33 of 120, 27.5% "))
    }

    @Test func `a count that is out of date is marked until the new one is there`() {
        var bench = bench()
        bench.type("age > 3")
        bench.settle()
        bench.type("1")
        #expect(bench.lines[3].contains(" ~"))
        bench.settle()
        #expect(!bench.lines[3].contains("~"))
    }

    @Test func `conditions, sample and sentence follow when typing rests`() {
        var bench = bench()
        bench.type("age > 30")
        #expect(bench.requests.allSatisfy { $0.slot == .count })
        #expect(bench.text.contains("People"))
        bench.settle()
        #expect(bench.requests.isEmpty)
        #expect(bench.text.contains("value € 9 120 12 m € 3 000"))
        #expect(bench.text.contains("│›VIP                         16"))
    }

    @Test func `every edit keeps a draft, and saving forgets it`() {
        var bench = bench()
        bench.type("age")
        let drafts = bench.takeOrders()
        #expect(drafts.last == .saveDraft(Draft(original: "", name: "", filter: "age")))
        #expect(drafts.count == 3)
        bench.type(" > 30")
        bench.press("^S")
        #expect(bench.lines[23] == " ! A segment needs a name; write one above, Enter saves.")
        bench.type("Grown")
        bench.press("Enter")
        #expect(
            bench.requests.contains {
                $0.question == .saveSegment(name: "Grown", filter: "age > 30", replacing: "", over: nil)
            })
        bench.settle()
        #expect(bench.takeOrders().last == .removeDraft(original: ""))
        #expect(bench.lines[0].hasPrefix(" Segments ▸ Grown  "))
        bench.press("Esc")
        #expect(bench.text.contains("Grown"))
    }

    @Test func `an edit that comes back to the saved text forgets its draft`() {
        var bench = Scene.editor.bench(columns: 80, rows: 24)
        bench.press("T")
        _ = bench.takeOrders()
        bench.press("End x Backspace")
        let orders = bench.takeOrders()
        #expect(orders.count == 2)
        #expect(orders.last == .removeDraft(original: "VIP"))
        #expect(bench.lines[0].hasPrefix(" Segments ▸ VIP  "))
    }

    @Test func `a fault that the store found stays while only blanks are typed`() {
        var bench = bench()
        bench.type("nonsense = 1")
        bench.settle()
        bench.type(" ")
        #expect(bench.text.contains("There is no trait ‘nonsense’"))
    }

    @Test func `a rule with a fault is not saved`() {
        var bench = bench()
        bench.type("age >")
        bench.press("^S")
        bench.press("Tab")
        #expect(!bench.requests.contains { $0.slot == .writing })
        #expect(bench.text.contains("^"))
    }

    @Test func `Tab takes the form that works, undo brings the old one back`() {
        var bench = bench()
        bench.type("city = Krakow and age > 30")
        bench.press("Tab")
        #expect(bench.text.contains("city = \"Krakow\" and"))
        bench.press("^_")
        #expect(bench.text.contains("city = Krakow and"))
        bench.press("^R")
        #expect(bench.text.contains("city = \"Krakow\" and"))
    }

    @Test func `leaving keeps the draft and says so`() {
        var bench = bench()
        bench.type("age")
        bench.press("Esc")
        #expect(bench.lines[23] == " Not saved; the draft is kept.")
        #expect(bench.lines[0].hasPrefix(" Segments  "))
        bench.press("a")
        #expect(bench.text.contains("│ age "))
    }

    @Test func `Enter opens the people that the rule holds`() {
        var bench = bench()
        bench.type("age > 30")
        bench.settle()
        bench.press("Enter")
        #expect(bench.application.commandLine == "patron profile list 'age > 30'")
    }

    @Test func `a pasted rule is text on one line`() {
        var bench = bench()
        bench.send(.input(.paste("age > 30\nand city exists", droppedBytes: 0)))
        #expect(bench.application.commandLine == "patron segment explain 'age > 30 and city exists'")
    }

    @Test(arguments: [(80, 24), (160, 45), (40, 10)])
    func `long names are whole beside saved segments, and who saved when gives way to them`(columns: Int, rows: Int) {
        let name = columns < 80 ? "Bought boots twice" : "Bought boots twice in autumn 2025"
        var bench = Bench(columns: columns, rows: rows, first: .showSegments)
        let saved = Segment(
            name: name, source: "age >= 30", author: "olga", saved: Instant(seconds: 1_794_000_000), version: 1)
        bench.send(.answered(bench.requests[0], .segments([saved])))
        bench.settle()
        #expect(bench.text.contains("›\(name) "))
        #expect(bench.text.contains("saved 2026-11-06 by olga") || columns < 80)
    }
}
