import Customers
import Foundation
import Testing
import Workspace

struct CostFileTests {
    private func costs(_ text: String) throws -> [String: Int64] {
        let path = FileManager.default.temporaryDirectory.path + "/patron-costs-\(UUID().uuidString).csv"
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try CostFile(path: path, currency: Currency.euro).costs
    }

    @Test(arguments: [
        "campaign,cost\n\"Spring, early\",120.50\nc2,7\n", "cost;campaign\n120,50;Spring, early\n7,00;c2\n",
        "\u{FEFF}Campaign\tnote\tCost\r\n\"Spring, early\"\t\"two\nlines\"\t120.50\r\nc2\t\t7\r\n",
        "\"Spring, early\",120.50\nc2,7.00\n",
    ])
    func `costs are read as files come: delimiters, quotes, decimal commas, with a header or without`(
        text: String
    ) throws {
        #expect(try costs(text) == ["Spring, early": 12_050, "c2": 700])
    }

    @Test func `a row that tells no cost is named by its line`() {
        #expect(throws: CostFile.Problem.self) { try costs("campaign,cost\nc1,1.00\nc2,much\n") }
        #expect(throws: CostFile.Problem.row(line: 3, reason: "It names no campaign with its cost.")) {
            try costs("campaign,cost\nc1,1.00\nc2,\n")
        }
    }

    @Test func `a file of other columns is refused`() {
        #expect(throws: CostFile.Problem.self) { try costs("name,price,size\na,1,2\n") }
    }
}
