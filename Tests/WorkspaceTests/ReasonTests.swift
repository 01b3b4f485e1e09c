import Customers
import Foundation
import Store
import Testing
import Workspace

/// Why single profiles of a store are members of filters.
struct ReasonTests {
    /// After everything that the shop tells of: 2027-01-01T00:00:00Z.
    private static let later = Instant(seconds: 1_798_761_600)

    private static let filters = [
        "city = \"kraków\"", "shoe_size >= 38.5 or birth_date before 1980-01-01", "email exists and phone missing",
        "did product_view at least 2 times", "did purchase where category = \"boots\" within last 200 days",
        "not did purchase", "last order before 2025-06-01", "did anything within last 30 days",
        "as of 2025-03-01 did purchase at least 1 times", "rfm.monetary >= 4", "rfm.group = \"Champions\"",
        "net_revenue >= 300", "reachable by email", "consents to sms for marketing", "sample 30 % salt \"s\"",
        "in segment \"Buyers\" and not in segment \"Best\"", "entered segment \"Buyers\" within last 90 days",
        "did add_to_cart then purchase within 60 days", "age >= 40", "sum(purchase.revenue) >= 500",
        "open at step 2 of funnel (page_view then product_view then purchase within 300 days)",
        "dropped at step 1 of funnel (product_view then add_to_cart within 90 days) within last 400 days",
        "reached step 2 of funnel any order (add_to_cart then email_open within 40 days) within last 900 days",
        "rfm(groups 3, since 400 days ago).recency = 3", "as of 100 days ago rfm.recency >= 3",
    ]

    private func store(_ seed: UInt64) async throws -> TestStore {
        let store = try await TestStore(SmallShop(people: 30, seed: seed))
        _ = try await store.session.save(
            segment: "Buyers", source: "did purchase within last 300 days", at: .asked)
        _ = try await store.session.save(
            segment: "Best", source: "in segment \"Buyers\" and rfm.monetary >= 3", at: .asked)
        try await store.session.set("birth_date", to: "birth_date", at: .asked)
        return store
    }

    @Test(arguments: [Instant.asked, ReasonTests.later])
    func `whoever is a member is told to be, and everybody else not to be`(date: Instant) async throws {
        let store = try await store(3)
        for filter in Self.filters {
            let members = try await store.ids(filter, asOf: date)
            for id in stride(from: 1, through: 30, by: 6) {
                let profile = try await store.session.profile(named: "profile_id:\(id)")
                let reasons = try await store.session.reasons(filter, for: profile, asOf: date)
                #expect(reasons.isMember == members.contains("\(id)"), "\(id): \(filter)")
                #expect(reasons.root.holds == reasons.isMember)
            }
        }
    }

    @Test func `membership turns at the instant that is told`() async throws {
        let store = try await store(4)
        let filters = Self.filters.filter { !$0.contains("rfm") && !$0.contains("Best") }
        var turned = 0
        for filter in filters {
            let now = try await store.ids(filter, asOf: Self.later)
            for id in 1...9 {
                let profile = try await store.session.profile(named: "profile_id:\(id)")
                let reasons = try await store.session.reasons(filter, for: profile, asOf: Self.later)
                #expect(reasons.held == [])
                guard let turn = reasons.changesAt else { continue }
                turned += 1
                let before = try await store.ids(filter, asOf: Instant(milliseconds: turn.milliseconds - 1))
                let after = try await store.ids(filter, asOf: turn)
                #expect(before.contains("\(id)") == now.contains("\(id)"), "\(id) before \(turn): \(filter)")
                #expect(after.contains("\(id)") != now.contains("\(id)"), "\(id) at \(turn): \(filter)")
            }
        }
        #expect(turned > 2)
    }

    @Test func `scores hang on everyone and are taken to stay`() async throws {
        let store = try await store(5)
        let filter = "rfm.recency >= 3 and did purchase within last 3000 days and in segment \"Best\""
        let reasons = try await store.session.reasons(filter, for: 0, asOf: Self.later)
        #expect(reasons.held == ["rfm.recency >= 3", "in segment \"Best\""])
        #expect(reasons.root.operands[0].evidence.map(\.kind) == [.measure])
        #expect(reasons.root.operands[2].operands.count == 1)
        #expect(reasons.root.operands[2].operands.first?.operands.first?.text == "in segment \"Buyers\"")
    }

    @Test func `a trait is told with the source that said it`() async throws {
        let store = try await store(6)
        let reasons = try await store.session.reasons("gender exists or last_name exists", for: 0, asOf: .asked)
        let sources = Set(try await store.session.summary().sources)
        let told = reasons.root.flattened().flatMap(\.node.evidence).filter { $0.value != nil }
        #expect(!told.isEmpty)
        for evidence in told { #expect(sources.contains(evidence.source ?? "")) }
    }

    @Test func `a scope is one condition more`() async throws {
        let store = try await store(7)
        let reasons = try await store.session.reasons(
            "did purchase", in: "city exists", for: 0, asOf: .asked)
        #expect(reasons.root.operands.map(\.text) == ["city exists", "did purchase"])
        let alone = try await store.session.reasons("", in: "city exists", for: 0, asOf: .asked)
        #expect(alone.root.text == "city exists")
        #expect(try await store.session.reasons("", for: 0, asOf: .asked).isMember)
    }

    @Test func `who is not there and what cannot be asked are errors`() async throws {
        let store = try await store(8)
        await #expect(throws: ProfileProblem.unknown) {
            try await store.session.reasons("did purchase", for: 1_000_000, asOf: .asked)
        }
        await #expect(throws: FilterProblem.self) {
            try await store.session.reasons("did purchse", for: 0, asOf: .asked)
        }
    }

    @Test func `a consent that comes only later counts neither now nor by itself`() async throws {
        let store = try TestStore()
        try await store.importFile(
            "profiles.csv", Data("profile_id,email,email_consent\n1,a@example.org,1\n2,b@example.org,1\n".utf8))
        try await store.importFile(
            "consents.csv",
            Data(
                """
                identifier,channel,purpose,state,time
                email:a@example.org,email,marketing,granted,2026-06-01T00:00:00Z
                email:b@example.org,email,marketing,withdrawn,2025-06-01T00:00:00Z

                """.utf8))
        for date in [Instant.asked, Self.later] {
            let members = try await store.ids("reachable by email", asOf: date)
            for id in 1...2 {
                let profile = try await store.session.profile(named: "profile_id:\(id)")
                let reasons = try await store.session.reasons("reachable by email", for: profile, asOf: date)
                #expect(reasons.isMember == members.contains("\(id)"))
                #expect(reasons.changesAt == nil)
                #expect(reasons.root.evidence.contains { $0.kind == .consent })
            }
        }
    }
}
