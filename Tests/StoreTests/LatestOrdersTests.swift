import Testing

@testable import Store

struct LatestOrdersTests {
    @Test("of every order the last version stands where the first one came")
    func versions() {
        let latest = LatestOrders(keys: [7, nil, 8, 7, 9, 8, 7], times: [5, 1, 5, 5, 2, 5, 5])
        // By time, and of one time as the first versions came: 7 before 8.
        #expect(latest.rows == [1, 4, 6, 5])
    }

    @Test("orders without an id are all kept")
    func nameless() {
        #expect(LatestOrders(keys: [nil, nil, 3], times: [9, 9, 8]).rows == [2, 0, 1])
    }
}
