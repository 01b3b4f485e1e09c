import Customers
import Intake
import Testing

struct MappingTests {
    private static let text = "nr;when;what;who\n1;05.03.2024;12,50;a@b.pl\n2;25.03.2024;3;c@d.pl\n"

    @Test func `a mapping says what the guess cannot know`() {
        let mapping = Mapping(
            kind: "orders", source: "till",
            columns: [
                .init(header: "nr", role: "key"), .init(header: "what", target: "revenue", type: "money"),
            ], constants: [.init(target: "currency", value: "EUR"), .init(target: "status", value: "completed")],
            time: "when", identifiers: [.init(kind: "email", header: "who")])
        let reading = Reading(Self.text, mapping: mapping)
        #expect(reading.error == nil)
        #expect(
            reading.rows == [
                ["1", "1709596800000", "1250", "a@b.pl", "EUR", "completed"],
                ["2", "1711324800000", "300", "c@d.pl", "EUR", "completed"],
            ])
    }

    @Test func `a constant can name the event`() {
        let mapping = Mapping(kind: "events", constants: [.init(target: "event", value: "visit")])
        let reading = Reading("email,time\na@b.pl,2024-01-01\n", mapping: mapping)
        #expect(reading.rows == [["a@b.pl", "1704067200000", "visit"]])
    }

    @Test func `columns can be left out, and a file may have no header`() {
        let mapping = Mapping(
            kind: "profiles", delimiter: "comma", header: false, columns: [.init(header: "column_2", target: "city")],
            identifiers: [.init(kind: "crm", header: "column_1")], ignore: ["column_3"])
        #expect(Reading("7,Łódź,x\n8,Kraków,y\n", mapping: mapping).rows == [["7", "Łódź"], ["8", "Kraków"]])
    }

    @Test func `older encodings are read by name`() {
        let file = Fixture(Array("id,city\n1,".utf8) + [0xA3, 0xF3, 0x64, 0x9F] + Array("\n".utf8))
        let mapping = Mapping(encoding: "windows-1250")
        let plan = try? FilePlan.guess(file.path, mapping: mapping)
        #expect(plan.map { Reading(file.path, $0).rows } == [["1", "Łódź"]])
        let russian = Fixture(Array("id,city\n1,".utf8) + [0xCA, 0xE8, 0xE5, 0xE2] + Array("\n".utf8))
        let other = try? FilePlan.guess(russian.path, mapping: Mapping(encoding: "cp1251"))
        #expect(other.map { Reading(russian.path, $0).rows } == [["1", "Киев"]])
    }

    @Test(arguments: [
        (
            Mapping(columns: [.init(header: "wen", type: "date")]), MappingFault.unknownColumn("wen", nearest: "when"),
            "The mapping names a column ‘wen’ that the file does not have; did you mean ‘when’?"
        ),
        (
            Mapping(time: "something"), .unknownColumn("something", nearest: nil),
            "The mapping names a column ‘something’ that the file does not have."
        ),
        (
            Mapping(kind: "people"),
            .unknownWord("people", of: .kind, known: FileKind.allCases.map(\.rawValue)),
            "The mapping's kind ‘people’ is not known; there are profiles, events, orders, order lines, products, consents."
        ),
        (
            Mapping(kind: "profiles", columns: [.init(header: "when", format: "dd/M")]),
            .badFormat("dd/M", column: "when"),
            "The date format ‘dd/M’ of ‘when’ is not understood; write it as in dd.MM.yyyy HH:mm:ss."
        ),
        (
            Mapping(
                kind: "profiles", columns: [.init(header: "when", target: "what")],
                identifiers: [.init(kind: "email", header: "who")]), .sameTarget("what"),
            "Two columns would be stored as ‘what’; give one of them another name."
        ),
        (
            Mapping(
                kind: "profiles", constants: [.init(target: "age", value: "x", type: "integer")],
                identifiers: [.init(kind: "email", header: "who")]), .badConstant(target: "age", type: .integer),
            "The constant for ‘age’ is not a whole number."
        ),
    ])
    func `says what is wrong with it`(mapping: Mapping, fault: MappingFault, sentence: String) {
        let reading = Reading(Self.text, mapping: mapping)
        #expect(reading.error == .mapping(fault))
        #expect(reading.error?.description == sentence)
    }

    @Test(arguments: [
        (
            Mapping(kind: "profiles", delimiter: "dots"),
            MappingFault.unknownSign("dots", of: .delimiter, names: ["comma", "semicolon", "tab", "pipe"]),
            "The mapping's delimiter ‘dots’ is not known; there are comma, semicolon, tab, pipe, one ASCII sign."
        ),
        (
            Mapping(
                kind: "profiles", columns: [.init(header: "what", separator: "::")],
                identifiers: [.init(kind: "email", header: "who")]), .unknownSign("::", of: .separator, names: []),
            "The mapping's separator ‘::’ is not known; there are one ASCII sign."
        ),
        (
            Mapping(kind: "orders", columns: [.init(header: "when", role: "time", type: "number")]),
            .noTime(column: "when", type: .number), "‘when’ cannot be the time and a number at once."
        ),
    ])
    func `says which sign or time does not do`(mapping: Mapping, fault: MappingFault, sentence: String) {
        let reading = Reading(Self.text, mapping: mapping)
        #expect(reading.error == .mapping(fault))
        #expect(reading.error?.description == sentence)
    }

    @Test func `a kind without what it needs is refused`() {
        let reading = Reading("nr,email\n1,a@b.pl\n", as: .events)
        guard case .lacks(let path, let kind, let what, let headers) = reading.error else {
            Issue.record("\(String(describing: reading.error))")
            return
        }
        #expect(path.hasPrefix("/"))
        #expect(kind == .events)
        #expect(what == .time)
        #expect(headers == ["nr", "email"])
    }

    @Test(arguments: ["order lines", "order-lines", "Order Items", "order_lines"])
    func `a kind is known by several spellings`(name: String) {
        #expect(FileKind(named: name) == .orderLines)
    }
}
