import Foundation
import Testing

struct ExportCommandTests {
    @Test func `an export is CSV unless asked otherwise`() throws {
        let place = try Place.shop.get()
        let run = try place.patron("segment", "export", "did purchase", "--columns", "identifier, name,revenue")
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines.first == "identifier,name,revenue_minor")
        let count = try place.patron("segment", "count", "did purchase", "--format", "json").object["count"] as? Int
        #expect(lines.count - 1 == count)
        let json = try place.patron("segment", "export", "did purchase", "--columns", "name", "--format", "json").output
        let rows = try json.split(separator: "\n").map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(rows.count == count)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"), ("plain", "plain"), ("a=b", "a=b"),
    ])
    func `a cell that a spreadsheet would run is defused`(name: String, cell: String) throws {
        let place = try Place()
        let file = try place.write("people.csv", "profile_id,first_name\n1,\"\(name)\"\n")
        #expect(try place.patron("import", file, "--as", "profiles").status == 0)
        let run = try place.patron("segment", "export", "profile_id exists", "--columns", "first_name")
        #expect(run.output == "first_name\n\(cell)\n")
    }

    @Test func `fields with commas, quotes and line ends come back as they were`() throws {
        let place = try Place()
        let file = try place.write("people.csv", "profile_id,first_name\n1,\"a \"\"b\"\", c\nd\"\n")
        #expect(try place.patron("import", file, "--as", "profiles").status == 0)
        let run = try place.patron("segment", "export", "profile_id exists", "--columns", "first_name")
        #expect(run.output == "first_name\n\"a \"\"b\"\", c\nd\"\n")
    }

    @Test func `an unknown column is refused with its neighbours`() throws {
        let run = try Place.shop.get().patron("segment", "export", "did purchase", "--columns", "citty")
        #expect(run.status == 2)
        #expect(run.errors == "There is no column ‘citty’; did you mean ‘city’?\n")
        #expect(run.output.isEmpty)
    }
}
