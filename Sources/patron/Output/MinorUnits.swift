import Customers

/// The names of chosen columns as programs read them: money is whole minor units there, and its column says so.
struct MinorUnits {
    let names: [String]
    /// Whether any column holds money.
    let isAny: Bool

    /// Figures that are money whoever there is.
    private static let figures: Set = ["revenue", "average_order"]

    init(_ columns: [String], in rows: [[Value?]]) {
        let isMoney = columns.enumerated().map { place, name in
            rows.isEmpty ? Self.figures.contains(name) : rows.contains { $0[place]?.isMoney ?? false }
        }
        names = zip(columns, isMoney).map { $1 ? $0 + "_minor" : $0 }
        isAny = isMoney.contains(true)
    }
}

extension Value {
    fileprivate var isMoney: Bool {
        if case .money = self { true } else { false }
    }
}
