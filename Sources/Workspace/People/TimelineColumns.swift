import Columnar
import Customers

/// The columns of events and orders as timelines read them, found once for a state of the store.
struct TimelineColumns: Sendable {
    /// One table of events.
    struct Table: Sendable {
        let name: String
        let properties: [PropertyReader]
    }

    /// In the order in which the timeline lays them end to end.
    let tables: [Table]
    let orders: [PropertyReader]
    let lines: [PropertyReader]
    /// The table of refunds and what each of its events takes off; none where there are none.
    let refunded: (table: Int, amounts: [Int64])?

    init(_ population: Population, refunds: CountedRefunds?, events name: String) {
        tables = population.timeline.names.map { name in
            Table(name: name, properties: PropertyReader.readers(of: population.events[name]?.properties ?? [:]))
        }
        orders = PropertyReader.readers(of: population.orders.properties)
        lines = PropertyReader.readers(of: population.orders.lines)
        refunded = refunds.flatMap { refunds in
            population.timeline.names.firstIndex(of: name).map { ($0, refunds.amountOfEvent) }
        }
    }

    /// What the event of a table took off its order; none where it is no refund that counts.
    func refund(at row: Int, ofTable table: Int) -> NamedValue? {
        guard let refunded, refunded.table == table, refunded.amounts[row] >= 0 else { return nil }
        return NamedValue("refunded", .money(refunded.amounts[row]))
    }
}

/// Reads one property of events, orders or lines under its name.
final class PropertyReader: Sendable {
    private let name: String
    private let column: Column
    /// The codes of the rows and the value of each stored code, where few texts are many rows' values.
    private let coded: (codes: CodeLane, values: [NamedValue?])?

    /// More texts are made when they are asked for.
    private static let mostCodes = 1 << 12

    private init(name: String, column: Column) {
        self.name = name
        self.column = column
        if case .codes(let codes, let book, _) = column, book.count <= Self.mostCodes {
            coded = (codes, [nil] + (0..<book.count).map { NamedValue(name, .text(book[$0])) })
        } else {
            coded = nil
        }
    }

    /// The value of a row; none where it has none.
    func value(at row: Int) -> NamedValue? {
        if let coded { return coded.values[coded.codes[row].map { $0 + 1 } ?? 0] }
        return column[row].map { NamedValue(name, $0.value) }
    }

    /// Readers of some columns, in the order of their names.
    static func readers(of columns: [String: Column]) -> [PropertyReader] {
        columns.sorted { $0.key < $1.key }.map { PropertyReader(name: $0.key, column: $0.value) }
    }
}

extension [PropertyReader] {
    /// The values of a row.
    func values(at row: Int) -> [NamedValue] {
        var values: [NamedValue] = []
        values.reserveCapacity(count)
        for reader in self {
            if let value = reader.value(at: row) { values.append(value) }
        }
        return values
    }
}
