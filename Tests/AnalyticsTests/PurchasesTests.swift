import Analytics
import Testing

struct PurchasesTests {
    @Test func `purchases stand by profile and time whatever the order in which they come`() {
        let purchases = Purchases(
            profileRows: 4, profiles: [2, 0, 2, 3, 0, 2], times: [50, 10, 20, 5, 10, 50],
            netRevenue: [1, 2, 3, 4, 5, 6], grossRevenue: [10, 20, 30, 40, 50, 60],
            localDays: [5, 1, 2, 0, 1, 5], costs: [7, 8, 9, 10, 11, 12])
        #expect(purchases.ends == [2, 2, 5, 6])
        #expect(purchases.profiles == [0, 0, 2, 2, 2, 3])
        #expect(purchases.times == [10, 10, 20, 50, 50, 5])
        // Those of one instant keep their order.
        #expect(purchases.netRevenue == [2, 5, 3, 1, 6, 4])
        #expect(purchases.grossRevenue == [20, 50, 30, 10, 60, 40])
        #expect(purchases.localDays == [1, 1, 2, 5, 5, 0])
        #expect(purchases.costs == [8, 11, 9, 7, 12, 10])
        #expect(purchases.range(of: 1).isEmpty)
        #expect(purchases.range(of: 2) == 2..<5)
    }
}
