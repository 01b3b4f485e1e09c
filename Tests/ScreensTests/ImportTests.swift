import Customers
import Screens
import Terminal
import Testing

struct ImportTests {
    /// The wizard with a file looked into, on a store of one's own.
    static func planned(_ path: String, columns: Int = 80, rows: Int = 24, store: OpenStore = Sample.ownStore) -> Bench
    {
        var bench = Bench(columns: columns, rows: rows, store: store, first: .showImports)
        bench.settle()
        bench.press("a")
        bench.type(path)
        bench.press("Enter")
        bench.settle()
        return bench
    }

    private func planned() -> Bench {
        ImportTests.planned("orders.csv")
    }

    @Test func `a path shows what the file seems to hold, beside its first rows`() {
        let bench = planned()
        #expect(bench.lines[1].contains("orders.csv"))
        #expect(bench.lines[1].contains("semicolon, UTF-8"))
        #expect(bench.text.contains("Rows are: orders"))
        #expect(bench.text.contains("order_id"))
        #expect(bench.text.contains("1 │ 2 │ 3 │ 4 │ 5"))
    }

    @Test func `kind and source can be changed and are asked for again`() {
        var bench = planned()
        bench.press("Home Enter 2")
        #expect(bench.requests.map(\.question) == [.preview(ImportWish(path: "orders.csv", kind: "events"))])
        bench.settle()
        bench.press("Down Enter ^U")
        bench.type("till")
        bench.press("Enter")
        let wish = ImportWish(path: "orders.csv", kind: "events", source: "till")
        #expect(bench.requests.map(\.question) == [.preview(wish)])
        #expect(bench.application.commandLine == "patron import orders.csv --as events --source till")
    }

    @Test func `a dry run tells the counts and keeps nothing`() {
        var bench = planned()
        bench.press("Up Enter")
        #expect(bench.requests.map(\.question) == [.rehearse(ImportWish(path: "orders.csv"))])
        bench.settle()
        #expect(bench.text.contains("Dry run, nothing kept: rows 1 000, new 940"))
        #expect(bench.application.commandLine == "patron import orders.csv --dry-run")
    }

    @Test func `an import shows rows, rate and time left, and Esc stops it`() throws {
        var bench = planned()
        bench.press("Enter")
        let request = try #require(bench.requests.first)
        #expect(request.question == .runImport(ImportWish(path: "orders.csv")))
        let progress = ImportProgress(file: "orders.csv", bytesRead: 25, bytes: 100, rows: 5000, seconds: 2)
        bench.send(.imported(request, progress))
        #expect(bench.lines[2].contains("5 000 rows"))
        #expect(bench.lines[2].contains("25%  2.5k rows/s  6 s left"))
        bench.press("4")
        #expect(bench.lines[23] == " ! An import is under way; Esc stops it.")
        bench.press("Esc")
        #expect(bench.requests.isEmpty)
        #expect(bench.text.contains("Stopped; the data is as it was."))
    }

    @Test func `progress of another import is ignored`() throws {
        var bench = planned()
        bench.press("Enter")
        let first = try #require(bench.requests.first)
        bench.press("Esc Enter")
        let progress = ImportProgress(file: "orders.csv", bytesRead: 25, bytes: 100, rows: 5000, seconds: 2)
        bench.send(.imported(first, progress))
        #expect(!bench.text.contains("5 000 rows"))
    }

    @Test func `the result counts every row and names the file of those set aside`() {
        var bench = planned()
        bench.press("Enter")
        bench.settle()
        for fact in ["rows           1 000", "known already  30", "set aside      10", "orders.rejects.csv"] {
            #expect(bench.text.contains(fact))
        }
        bench.press("a")
        #expect(bench.text.contains("Which file?"))
    }

    @Test func `a file that cannot be read says why`() {
        var bench = ImportTests.planned("missing.csv")
        #expect(bench.text.contains("There is no file ‘missing.csv’."))
        bench.press("Esc")
        #expect(bench.text.contains("Which file?"))
    }
}
