import Customers
import Screens
import Terminal
import Testing

struct FirstRunTests {
    @Test func `without a store nothing else can be opened`() {
        var bench = Bench(store: nil)
        bench.press("2")
        #expect(bench.lines[23] == " ! There is no store yet: choose one first.")
        bench.press("t")
        #expect(bench.lines[23] == " ! There is no store yet: choose one first.")
    }

    @Test func `the made-up shop opens with the guesses, and shows the people`() {
        var bench = Bench(store: nil)
        bench.press("Enter")
        #expect(bench.requests.map(\.question) == [.open(.sample(Sample.guesses))])
        bench.settle()
        #expect(bench.lines[0].contains("demo-shop sample") && bench.lines[0].hasPrefix(" Dashboard"))
        bench.press("Esc 2")
        bench.settle()
        #expect(bench.text.contains("Анна Иванова"))
    }

    @Test func `zone, currency and first weekday can be changed before`() {
        var bench = Bench(store: nil)
        bench.press("Down Down Down Down Enter ^U")
        bench.type("Asia/Tokyo")
        bench.press("Enter Down Enter ^U")
        bench.type("jpy")
        bench.press("Enter Down Enter Home Down Enter")
        let settings = WorkspaceSettings(timeZone: "Asia/Tokyo", currency: "JPY", firstWeekday: .tuesday)
        #expect(bench.requests.map(\.question) == [.open(.fresh(settings))])
    }

    @Test func `a store that cannot be opened says why`() throws {
        var bench = Bench(store: nil)
        bench.press("Down Down Enter")
        bench.type("shop.db")
        bench.press("Enter")
        let request = try #require(bench.requests.first)
        #expect(request.question == .open(.file(path: "shop.db")))
        bench.send(.failed(request, Failure("There is no store at shop.db.")))
        #expect(bench.text.contains("There is no store at shop.db."))
        #expect(bench.lines[0].hasPrefix(" Welcome"))
    }

    private func begun() throws -> Bench {
        var bench = Bench(store: nil)
        bench.press("Down Down Down Down Enter")
        bench.type("Asia/Tokyo")
        bench.press("Enter Home Down Enter")
        var store = Sample.ownStore
        store.summary.profiles = 0
        store.isNew = true
        bench.send(.answered(try #require(bench.requests.first), .opened(store)))
        return bench
    }

    @Test func `an empty store of one's own begins with the import`() throws {
        let bench = try begun()
        #expect(bench.lines[0].hasPrefix(" Imports ▸ Import"))
    }

    @Test func `an import that is refused gives the new store up and says why on the first screen`() throws {
        var bench = try begun()
        bench.type("orders.csv")
        bench.press("Enter")
        bench.settle()
        bench.press("Enter")
        let request = try #require(bench.requests.first { $0.slot == .importing })
        bench.send(.failed(request, Failure("orders.csv has changed since its plan was made.")))
        #expect(bench.requests.map(\.question).contains(.discardStore))
        #expect(bench.lines[0].hasPrefix(" Welcome"))
        #expect(bench.text.contains("orders.csv has changed since its plan was made."))
        #expect(bench.text.contains("Time zone: Asia/Tokyo"))
    }

    @Test func `Esc before the first import leads back to the first screen`() throws {
        var bench = try begun()
        bench.press("Esc")
        #expect(bench.requests.map(\.question) == [.discardStore])
        #expect(bench.lines[0].hasPrefix(" Welcome"))
    }

    @Test func `a typed letter replaces the guess, a key that moves keeps it for editing`() {
        var bench = Bench(store: nil)
        bench.press("Down Down Down Down Enter")
        bench.type("UTC")
        bench.press("Enter")
        #expect(bench.text.contains("Time zone: UTC"))
        bench.press("Enter End Backspace Backspace")
        bench.type("niversal")
        bench.press("Enter")
        #expect(bench.text.contains("Time zone: Universal"))
        bench.press("Enter Backspace")
        bench.send(.input(.paste("Asia/Tokyo", droppedBytes: 0)))
        bench.press("Enter")
        #expect(bench.text.contains("Time zone: Asia/Tokyo"))
    }
}
