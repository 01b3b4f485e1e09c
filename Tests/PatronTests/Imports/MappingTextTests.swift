import Intake
import Testing

@testable import patron

/// A mapping that is written is read as the same.
struct MappingTextTests {
    private func read(_ text: String) throws -> Mapping {
        let place = try Place()
        return try MappingFile(path: try place.write("m.toml", text)).read()
    }

    @Test func `everything that a mapping can say comes back`() throws {
        let mapping = Mapping(
            kind: "order lines", source: "till \"5\" \\ Łódź", delimiter: "semicolon", encoding: "windows-1251",
            header: false,
            columns: [
                .init(
                    header: "Сумма", target: "revenue", role: "property", type: "money", hasDecimalComma: true,
                    values: ["да, но": "1\n", "x": ""], scale: 2),
                .init(header: "a.b = [c] #d", role: "identifier card", acceptsZero: true),
                .init(header: "tags", type: "list", separator: "|"), .init(header: "when", format: "dd.MM.yyyy"),
            ],
            constants: [
                .init(target: "currency", value: "EUR"),
                .init(target: "x y", value: "1", role: "property", type: "integer"),
            ],
            time: "when", identifiers: [.init(kind: "crm", header: "№\u{7F}")], ignore: ["comment", "q\"q"])
        var wanted = mapping
        wanted.columns.sort { $0.header < $1.header }
        var got = try read(MappingText(mapping: mapping).text)
        got.columns.sort { $0.header < $1.header }
        #expect(got == wanted)
    }

    @Test(arguments: [
        "order_id;E-mail;date;Сумма\n1;a@example.org;05.03.2024;12,50\n2;c@example.org;25.03.2024;3,00\n",
        "profile_id,tags,born,\"a \"\"b\"\"\"\n0,x|y,1980-01-01,1\n1,z,1990-02-03,2\n",
        "{\"user_id\":1,\"event\":\"visit\",\"time\":\"2024-01-01T10:00:00Z\",\"tags\":[\"a\"]}\n",
    ])
    func `a guessed plan that is saved and read makes the same plan`(text: String) throws {
        let place = try Place()
        let file = try place.write("f.csv", text)
        var plan = try FilePlan.guess(file)
        let mapping = try MappingFile(path: try place.write("m.toml", MappingText(mapping: plan.mapping).text)).read()
        var again = try FilePlan.guess(file, mapping: mapping)
        (plan.notes, again.notes) = ([], [])
        #expect(again == plan)
    }
}
