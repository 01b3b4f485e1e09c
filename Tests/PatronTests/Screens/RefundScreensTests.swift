import Analytics
import Customers
import Foundation
import Screens
import Testing
import Workspace

@testable import patron

/// What screens show of refunds is as the user has chosen.
struct RefundScreensTests {
    private static let asOf = Moment.day(CivilDate(dayNumber: 20_209))
    private static let april = CivilDate(dayNumber: 20_179)...CivilDate(dayNumber: 20_208)

    @Test(arguments: [RefundDating.ownDate, .orderDate])
    func `every report of money by period counts refunds as its question says`(dating: RefundDating) async throws {
        let place = try Place.withRefund()
        let workbench = Workbench(session: try Session(path: place.store, author: "tester"), drafts: DraftFile())
        let query = Query(asOf: Self.asOf, refunds: dating)
        func answer(_ question: Question) async throws -> Answer {
            try await workbench.answer(question, at: Instant(seconds: 1_750_000_000)) { _ in }
        }
        let isOwn = dating == .ownDate
        guard case .dashboard(let figures) = try await answer(.dashboard(query, days: 30, of: [.netRevenue])),
            case .retention(let cohorts) = try await answer(
                .retention(query, start: "purchase", returning: "purchase", RetentionOptions())),
            case .value(let value) = try await answer(.value(query, .age)),
            case .flow(let arrow) = try await answer(
                .flow(query, .segments(["did counted_refund", "did purchase"]), from: 1, to: 0, Self.april)),
            case .age(let first)? = value.rows.first?.figures
        else { throw HarnessError("other answers than were asked for") }
        #expect(figures.now(.netRevenue)?.number == (isOwn ? -3_000 : 0))
        #expect(cohorts.cohorts[0].revenueMinor == (isOwn ? [10_000, -3_000] : [7_000, 0]))
        #expect(first.perBuyer == (isOwn ? 10_000 : 7_000))
        #expect(arrow.revenueMinor == (isOwn ? -3_000 : 0))
    }

    private func dashboard(configured value: String) throws -> EmulatedScreen {
        let place = try Place.withRefund()
        let folder = place.folder + "/config/patron"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try place.write("config/patron/config.toml", "refunds = \"\(value)\"\n")
        let subject = Subject(
            path: Program.path, arguments: ["open", "dashboard", "--as-of", "2025-05-01"],
            environment: place.environment, landmark: "Dashboard")
        return try subject.start(columns: 160, rows: 45).screen
    }

    @Test func `the configuration says in which period refunds count`() throws {
        #expect(try dashboard(configured: "order-date").row(0).contains("refunds with orders"))
        let other = try dashboard(configured: "sometimes")
        #expect(!other.row(0).contains("refunds with orders"))
        #expect(other.text.contains("‘sometimes’; there are own-date and order-date."), "\(other.text)")
    }
}
