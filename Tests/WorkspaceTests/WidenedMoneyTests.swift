import Customers
import Foundation
import Intake
import Store
import Testing
import Workspace

struct WidenedMoneyTests {
    @Test(arguments: [("JPY", "1250", "1250"), ("KWD", "1.250", "1.250"), ("EUR", "12.50", "12.50")])
    func `a name that is money in one file and text in another has the decimals of the currency`(
        currency: String, amount: String, text: String
    ) async throws {
        let store = try TestStore()
        try await store.session.set("currency", to: currency, at: .asked)
        try await store.importFile(
            "orders.csv",
            Data("order_id,customer_id,timestamp,tax\n1,7,2025-01-01T10:00:00Z,\(amount)\n".utf8))
        var handover: ImportHandover?
        let path = try store.write(
            "more.csv", Data("order_id,customer_id,timestamp,tax\n2,8,2025-01-01T10:00:00Z,none at all\n".utf8))
        let mapping = Mapping(columns: [.init(header: "tax", type: "text")])
        _ = try await store.run(ImportRequest(path: path, kind: .orders, mapping: mapping), after: &handover)
        #expect(try await store.session.count("did order where tax = \"\(text)\"", asOf: .asked).count == 1)
    }
}
