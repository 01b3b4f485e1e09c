import Customers
import Foundation
import Intake
import Store
import Testing
import Workspace

/// Rows that are read and then set aside by a rule stand in the file of rejects like those that could not be read.
struct RejectedRowTests {
    private func rejects(_ name: String, _ text: String, as kind: FileKind? = nil) async throws -> [String] {
        let store = try TestStore()
        var handover: ImportHandover?
        let path = try store.write(name, Data(text.utf8))
        let summary = try await store.run(ImportRequest(path: path, kind: kind), after: &handover)
        let rejected = try #require(summary.rejectsPath)
        return try String(contentsOfFile: rejected, encoding: .utf8).split(separator: "\n").dropFirst().map(String.init)
    }

    @Test func `a row in a currency without a rate keeps its text, its line and its column`() async throws {
        let text = """
            order_id,customer_id,timestamp,revenue,currency
            1,7,2025-01-01T10:00:00Z,5.00,EUR
            2,7,2025-01-02T10:00:00Z,6.00,USD
            3,7,never,7.00,EUR
            4,7
            5,8,2025-01-03T10:00:00Z,8.00,USD

            """
        #expect(
            try await rejects("orders.csv", text) == [
                "3,currency,missing,The row has no rate of USD for 2025-01-02.,\"2,7,2025-01-02T10:00:00Z,6.00,USD\"",
                "4,timestamp,misfit,The value is not a time.,\"3,7,never,7.00,EUR\"",
                "5,,too-few-fields,The row has 2 fields where 5 were expected.,\"4,7\"",
                "6,currency,missing,The row has no rate of USD for 2025-01-03.,\"5,8,2025-01-03T10:00:00Z,8.00,USD\"",
            ])
    }

    @Test func `a row of consents that says too little keeps its text, its line and its column`() async throws {
        let text = """
            email;channel;state;time
            a@example.org;email;granted;2025-01-01T10:00:00Z
            b@example.org;;granted;2025-01-02T10:00:00Z
            c@example.org;sms;;2025-01-02T10:00:00Z

            """
        #expect(
            try await rejects("consents.csv", text, as: .consents) == [
                "3,channel,missing,The row has no channel.,b@example.org;;granted;2025-01-02T10:00:00Z",
                "4,state,missing,The row has no state.,c@example.org;sms;;2025-01-02T10:00:00Z",
            ])
    }
}
