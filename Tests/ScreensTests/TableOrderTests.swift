import Terminal
import Testing

@testable import Screens

struct TableOrderTests {
    private let rows: [(name: String, count: Int?)] = [("b", 2), ("A", nil), ("c", 9), ("d", 2)]

    private func names(_ order: TableOrder<String>) -> String {
        order.sorted(rows) { row, column in
            column == "name" ? TableKey(row.name) : row.count.map { TableKey($0) }
        }.map(\.name).joined()
    }

    @Test func `rows come as they are, by a column, and by it the other way round`() {
        var order = TableOrder<String>()
        #expect(names(order) == "bAcd")
        order.turn(to: "name", descending: false)
        #expect(names(order) == "Abcd")
        #expect(order.sign(of: "name") == .ascending)
        #expect(order.sign(of: "count") == nil)
        order.turn(to: "name", descending: false)
        #expect(names(order) == "dcbA")
    }

    @Test func `equal rows stay as they came, and unknown ones are last either way`() {
        var order = TableOrder<String>()
        order.turn(to: "count", descending: true)
        #expect(names(order) == "cbdA")
        order.turn(to: "count", descending: true)
        #expect(names(order) == "bdcA")
    }
}
