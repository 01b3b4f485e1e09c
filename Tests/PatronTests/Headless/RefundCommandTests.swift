import Testing

/// What the commands that tell of money by period say of refunds.
struct RefundCommandTests {
    @Test func `refunds are dated by themselves or by their orders, and reports say which`() throws {
        let place = try Place.withRefund()
        for (dating, months) in [("own-date", [10_000, -3_000]), ("order-date", [7_000, 0])] {
            let asked = ["--as-of", "2025-05-01", "--refunds", dating, "--format"]
            let metrics = try run(
                Program.path,
                ["metrics", "--from", "2025-03-01", "--to", "2025-04-30", "--by", "month"] + asked + ["json"],
                environment: place.environment
            ).object
            let rows = try #require(metrics["rows"] as? [[String: Any]])
            #expect(rows.map { $0["net_revenue_minor"] as? Int } == months)
            #expect(metrics["refund_dating"] as? String == dating)
            let retention = try run(
                Program.path, ["retention"] + asked + ["json"], environment: place.environment
            ).object
            let cohort = try #require((retention["cohorts"] as? [[String: Any]])?.first)
            #expect((cohort["revenue_minor"] as? [Int]) == months)
            #expect(retention["refund_dating"] as? String == dating)
            let flow = try run(
                Program.path,
                ["flow", "not did page_view", "did counted_refund", "--from", "2025-04-01", "--to", "2025-04-30"]
                    + asked + ["json"],
                environment: place.environment)
            #expect(flow.status == 2 && flow.errors.contains("page_view"))
            let moved = try run(
                Program.path,
                ["flow", "did purchase", "did counted_refund", "--from", "2025-04-01", "--to", "2025-04-30"] + asked
                    + ["json"],
                environment: place.environment
            ).object
            #expect(moved["moved"] as? Int == 1)
            #expect(moved["revenue_minor"] as? Int == (dating == "own-date" ? -3_000 : 0))
        }
    }

    @Test func `a refund of no known order is told, by reports and by the check`() throws {
        let place = try Place.withRefund()
        let said = "1 refund names no known order"
        let metrics = try place.patron("metrics", "--from", "2025-03-01", "--to", "2025-04-30", "--by", "month")
        #expect(metrics.errors.contains(said) && metrics.errors.contains("Refunds count on their own dates"))
        #expect(!(try place.patron("metrics", "--measures", "buyers").errors.contains(said)))
        let check = try place.patron("check")
        #expect(check.status == 0 && check.errors.contains(said))
        #expect((try place.patron("check", "--format", "json").object["notes"] as? [String])?.count == 1)
    }

    @Test func `an option that would change nothing is refused`() throws {
        let place = try Place.withRefund()
        #expect(try place.patron("ltv", "--by-age", "--refunds", "order-date").status == 0)
        #expect(try place.patron("ltv", "--concentration", "--refunds", "order-date").status == 2)
        #expect(try place.patron("metrics", "--refunds", "some-date").status == 2)
    }
}
