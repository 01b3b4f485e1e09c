import Customers
import Foundation
import Testing
import Workspace

/// Filters that refer to what a workspace keeps by name: segments, purposes of consents, identifiers.
struct NamedFilterTests {
    private static let profiles = """
        profile_id,email,email_consent,sms_consent
        1,A@example.org,1,0
        2,b@example.org,1,1
        3,c@example.org,0,1
        4,,,1

        """

    private static let ledger = """
        identifier,channel,purpose,state,time
        email:a@example.org,email,marketing,withdrawn,2025-06-01T00:00:00Z
        email:c@example.org,email,marketing,granted,2025-06-01T00:00:00Z
        email:b@example.org,email,Surveys,granted,2025-06-01T00:00:00Z
        email:c@example.org,email,surveys,granted,2025-06-01T00:00:00Z
        email:c@example.org,email,surveys,withdrawn,2025-07-01T00:00:00Z

        """

    private static let events = """
        event_id,profile_id,timestamp,type
        1,1,2025-12-20T10:00:00Z,visit
        2,2,2025-12-28T10:00:00Z,visit
        3,2,2025-12-31T10:00:00Z,visit

        """

    private func store() async throws -> TestStore {
        let store = try TestStore()
        try await store.importFile("profiles.csv", Data(Self.profiles.utf8))
        try await store.importFile("consents.csv", Data(Self.ledger.utf8))
        try await store.importFile("events.csv", Data(Self.events.utf8))
        return store
    }

    @Test func `consent is asked of trait and ledger, for other purposes of the ledger alone`() async throws {
        let store = try await store()
        #expect(try await store.ids("consents to email for marketing") == ["2"])
        #expect(try await store.ids("consents to sms for marketing") == ["2", "3", "4"])
        #expect(try await store.ids("consents to email for surveys") == ["2"])
        #expect(try await store.ids("as of 2025-06-15 consents to email for Surveys") == ["2", "3"])
        #expect(try await store.ids("not consents to email for surveys") == ["1", "3", "4"])
        #expect(try await store.ids("as of 2025-05-01 consents to email for marketing") == ["1", "2"])
    }

    @Test func `a purpose that nobody was asked about is an error`() async throws {
        let store = try await store()
        let problem = await #expect(throws: FilterProblem.self) { try await store.ids("consents to email for survey") }
        #expect(
            problem?.description.contains("There is no purpose of consents ‘survey’; did you mean ‘surveys’?") ?? false)
    }

    @Test func `a saved segment has a history`() async throws {
        let store = try await store()
        _ = try await store.session.save(segment: "Active", source: "did visit within last 3 days", at: .asked)
        #expect(try await store.ids("entered segment \"Active\" within last 7 days") == ["2"])
        #expect(try await store.ids("entered segment \"Active\" on 2025-12-20") == ["1"])
        #expect(try await store.ids("left segment \"Active\" before 2025-12-30") == ["1"])
        _ = try await store.session.save(
            segment: "Fresh", source: "entered segment \"Active\" within last 1 day", at: .asked)
        #expect(try await store.ids("entered segment \"Fresh\" on 2025-12-28") == ["2"])
        await #expect(throws: FilterProblem.self) {
            try await store.session.save(
                segment: "Active", source: "left segment \"Fresh\" within last 3 days", at: .asked)
        }
        await #expect(throws: FilterProblem.self) { try await store.ids("entered segment \"None\" within last 1 day") }
    }

    @Test func `a sample is drawn by the normal form of identifiers, whatever was imported first`() async throws {
        // Modulo 10,000 the hashes of `email:a@example.org`, `email:b@…`, `email:c@…` and `profile_id:4` with the salt
        // "x" are 2,171, 6,116, 1,491 and 3,265.
        let store = try await store()
        #expect(try await store.ids("sample 100 % salt \"x\"") == ["1", "2", "3", "4"])
        #expect(try await store.ids("sample 21.71 % salt \"x\"") == ["3"])
        #expect(try await store.ids("sample 32.65 % salt \"x\"") == ["1", "3"])
        #expect(try await store.ids("sample 61.16 % salt \"x\"") == ["1", "3", "4"])
    }

    @Test func `every condition has its line in an explanation`() async throws {
        let store = try await store()
        _ = try await store.session.save(segment: "Active", source: "did visit within last 3 days", at: .asked)
        let filter = """
            did visit then visit within 7 days and count(visit) >= 2 and did visit in at least 1 of last 2 weeks \
            and not stopped visit within last 7 days and entered segment "Active" within last 30 days \
            and in cohort 2025-12 of visit and consents to email for marketing and sample 100 % salt "x" \
            and not lifecycle of visit by month = "returning"
            """
        let (count, conditions) = try await store.session.explain(filter, asOf: .asked)
        #expect(count == 1)
        #expect(conditions.map(\.alone) == [1, 1, 2, 3, 2, 2, 1, 4, 4])
        #expect(conditions.map(\.after).last == 1)
    }
}
