import Customers
import Phrases
import Screens
import Terminal
import Testing

/// Changing what becomes of the columns of a file.
struct ImportColumnTests {
    private static func wish(_ columns: ColumnWish...) -> ImportWish {
        ImportWish(path: "orders.csv", columns: columns)
    }

    /// The keys of the columns, with the cursor on the last of them.
    private func atSum() -> Bench {
        var bench = ImportTests.planned("orders.csv")
        bench.press("Tab End")
        return bench
    }

    @Test func `what a column is for is chosen from a menu, and the file is looked into again`() {
        var bench = atSum()
        #expect(bench.text.contains("[property]"))
        bench.press("Enter")
        #expect(bench.text.contains("identifier profile_id"))
        #expect(bench.text.contains("time: when it happened"))
        bench.press("2")
        let wish = Self.wish(ColumnWish(header: "sum", role: "ignored"))
        #expect(bench.requests.map(\.question) == [.preview(wish)])
        #expect(bench.text.contains("[ignored]"), "the change shows before the answer")
        bench.settle()
        #expect(bench.text.contains("[ignored]"))
    }

    @Test func `name and type are chosen with the arrows and Enter`() {
        var bench = atSum()
        bench.press("Right Enter")
        bench.type("revenue")
        bench.press("Enter")
        bench.settle()
        #expect(bench.text.contains("[revenue]"))
        bench.press("Right Enter 7")
        bench.settle()
        #expect(bench.text.contains("[money]"))
        #expect(
            bench.application.commandLine
                == "patron import orders.csv --column 'sum = { to = \"revenue\", type = \"money\" }'")
    }

    @Test func `a date asks how it is written`() {
        var bench = atSum()
        bench.press("Right Right Enter 5")
        bench.type("dd.MM.yyyy")
        bench.press("Enter")
        let wish = Self.wish(ColumnWish(header: "sum", type: .date, format: "dd.MM.yyyy"))
        #expect(bench.requests.map(\.question) == [.preview(wish)])
    }

    @Test func `a kind of identifier can be written`() {
        var bench = atSum()
        bench.press("Enter End Enter")
        bench.type("card")
        bench.press("Enter")
        let wish = Self.wish(ColumnWish(header: "sum", role: "identifier card"))
        #expect(bench.requests.map(\.question) == [.preview(wish)])
    }

    @Test func `what the file lacks is said at once, and nothing is imported before it is there`() {
        var bench = ImportTests.planned("orders.csv")
        bench.press("Tab Down d")
        bench.settle()
        #expect(bench.text.contains("orders.csv lacks a column that names the customer."))
        bench.press("Tab Enter")
        #expect(bench.requests.isEmpty)
        #expect(bench.lines[23].contains("lacks a column that names the customer"))
        bench.press("u")
        bench.settle()
        #expect(!bench.text.contains("lacks"))
        bench.press("Enter")
        #expect(bench.requests.map(\.question) == [.runImport(ImportWish(path: "orders.csv"))])
    }

    @Test func `a role that a file has once is taken from the column that was given it before`() {
        var bench = atSum()
        bench.press("Enter 3")
        bench.settle()
        bench.press("Up Up Enter 3")
        #expect(bench.requests.map(\.question) == [.preview(Self.wish(ColumnWish(header: "E-mail", role: "time")))])
    }

    @Test(arguments: [("2", "2", "events", "ignored"), ("4", "1", "profiles", nil), ("4", "2", "events", "key")])
    func `another kind keeps names, and what columns are for where its files have that`(
        role: String, choice: String, kind: String, kept: String?
    ) {
        var bench = atSum()
        bench.press("Enter \(role)")
        bench.settle()
        bench.press("Right Enter")
        bench.type("total")
        bench.press("Enter")
        bench.settle()
        bench.press("Tab Home Enter \(choice)")
        let column = ColumnWish(header: "sum", role: kept, target: "total")
        #expect(
            bench.requests.map(\.question) == [
                .preview(ImportWish(path: "orders.csv", kind: kind, columns: [column]))
            ])
    }

    @Test func `a file that does not say what it is can be told`() {
        var bench = ImportTests.planned("odd.csv")
        #expect(bench.text.contains("Rows are: not known"))
        bench.press("Home Enter 1")
        bench.settle()
        #expect(bench.text.contains("Rows are: profiles"))
    }

    @Test func `the plan is saved as a mapping, which the command line then names`() {
        var bench = atSum()
        bench.press("d ^S")
        bench.settle()
        bench.press("^S")
        bench.type("till.toml")
        bench.press("Enter")
        let wish = Self.wish(ColumnWish(header: "sum", role: "ignored"))
        #expect(bench.requests.map(\.question) == [.saveMapping(wish, path: "till.toml")])
        bench.settle()
        #expect(bench.lines[23].contains("The mapping is saved in till.toml."))
        #expect(bench.application.commandLine == "patron import orders.csv --mapping till.toml")
        bench.press("d")
        #expect(bench.application.commandLine == "patron import orders.csv")
    }

    @Test func `a dry run tells the first reasons for what would be set aside`() {
        var bench = ImportTests.planned("orders.csv")
        bench.press("Up Enter")
        bench.settle()
        #expect(bench.text.contains("Line 5, ‘when’: The value is not a time."))
        #expect(bench.text.contains("Line 9: The row names no customer."))
    }

    @Test(arguments: [Language.polish, .russian])
    func `what the file seems to hold and what would be set aside is told in the language of the screen`(
        language: Language
    ) {
        var bench = Bench(columns: 160, rows: 45, store: Sample.ownStore, first: .showImports, language: language)
        bench.settle()
        bench.press("a")
        bench.type("orders.csv")
        bench.press("Enter")
        bench.settle()
        bench.press("Up Enter")
        bench.settle()
        for english in ["semicolon", "no zone", "Line", "customer", "property", "identifier ", "timestamp", "orders 4"]
        {
            #expect(!bench.text.contains(english), "\(english)")
        }
        let catalogue = Catalogue(of: language)
        let said = [
            Phrase("file.delimiter.semicolon", "semicolon"), Phrase("import.is.property", "property"),
            Phrase("import.is.identifier", "identifier %1", "email"), Phrase("type.timestamp", "timestamp"),
            Phrase("reject.nobody", "The row names no customer."),
        ]
        for phrase in said { #expect(bench.text.contains(catalogue.text(phrase)), "\(phrase)") }
        #expect(!said.contains { catalogue.text($0) == $0.description })
    }

    @Test func `an import into the made-up shop asks first, with another key`() {
        var bench = ImportTests.planned("orders.csv", store: Sample.store)
        bench.press("Enter")
        #expect(bench.requests.isEmpty)
        #expect(bench.text.contains("This is the store of the made-up shop."))
        bench.press("Enter")
        #expect(bench.requests.isEmpty)
        bench.press("y")
        #expect(bench.requests.map(\.question) == [.runImport(ImportWish(path: "orders.csv"))])
    }

    @Test func `a plan under way is there again after another screen`() {
        var bench = atSum()
        bench.press("d")
        bench.settle()
        bench.press("3")
        bench.settle()
        bench.press("g i")
        bench.settle()
        #expect(bench.text.contains("[ignored]"))
    }

    @Test func `a header is quoted as TOML and as a word of the shell`() {
        let line = ColumnWish(header: "Сумма \"netto\"", target: "it's").line
        #expect(line == "\"Сумма \\\"netto\\\"\" = { to = \"it's\" }")
    }
}
