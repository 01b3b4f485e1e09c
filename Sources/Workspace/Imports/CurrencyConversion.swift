import Columnar
import Customers
import Intake

/// Turns amounts in other currencies into that of the workspace, at the rate of their date; a row for which there is no
/// rate is set aside.
struct CurrencyConversion {
    private let stored: [ColumnPlan]
    private let target: Currency
    private let rates: RateTable
    private let calendar: CivilCalendar
    /// Where the currency, the time and the amounts stand among the columns.
    private let currencyPlace: Int
    private let timePlace: Int
    private let moneyPlaces: [Int]
    /// The currencies by the codes of the file.
    private var book: [String] = []

    /// Whether the file says the currency of its amounts.
    static func applies(to plan: FilePlan) -> Bool {
        [.orders, .events].contains(plan.kind)
            && plan.stored.contains { $0.target == "currency" && $0.role == .property }
    }

    /// None where the file names no currencies.
    init?(_ plan: FilePlan, settings: Settings, calendar: CivilCalendar) throws {
        stored = plan.stored
        let money = plan.stored.indices.filter { plan.stored[$0].type == .money }
        guard Self.applies(to: plan), !money.isEmpty,
            let currencyPlace = plan.stored.firstIndex(where: { $0.target == "currency" && $0.role == .property }),
            let timePlace = plan.stored.firstIndex(where: { $0.role == .time })
        else { return nil }
        (self.currencyPlace, self.timePlace, moneyPlaces) = (currencyPlace, timePlace, money)
        self.calendar = calendar
        target = settings.currency
        rates = try settings.rates()
    }

    /// The batch with all amounts in the workspace's currency, without the rows that have no rate.
    mutating func convert(_ batch: IntakeBatch) -> IntakeBatch {
        guard case .codes(let codes, let appended) = batch.columns[currencyPlace].values else { return batch }
        book.append(contentsOf: appended)
        let foreign = codes.indices.filter {
            codes[$0] != Vector.missingCode && book[Int(codes[$0])].uppercased() != target.code
        }
        guard !foreign.isEmpty else { return batch }
        var converted = batch
        var refused: Set<Int> = []
        for row in foreign where !convert(row, from: book[Int(codes[row])], in: &converted) { refused.insert(row) }
        guard !refused.isEmpty else { return converted }
        for row in refused.sorted() {
            let lack = RowLack.rate(of: book[Int(codes[row])].uppercased(), on: date(of: row, in: batch))
            converted.rejects.append(
                Reject(
                    line: batch.lines[row], column: stored[currencyPlace].header, reason: .missing(lack),
                    raw: batch.raw[row]))
        }
        converted.rejects.sort { $0.line < $1.line }
        return converted.keeping((0..<batch.rows).filter { !refused.contains($0) })
    }

    private func date(of row: Int, in batch: IntakeBatch) -> CivilDate {
        guard case .integers(let times) = batch.columns[timePlace].values else { return CivilDate(dayNumber: 0) }
        return calendar.date(at: Instant(milliseconds: times[row]))
    }

    /// Converts the amounts of a row.
    ///
    /// - Returns: whether there is a rate for all of them.
    private func convert(_ row: Int, from code: String, in batch: inout IntakeBatch) -> Bool {
        let isPaid = moneyPlaces.contains { batch.columns[$0].present?[row] ?? true }
        guard isPaid else { return true }
        guard let currency = Currency(code: code) else { return false }
        let date = date(of: row, in: batch)
        var amounts: [(place: Int, minor: Int64)] = []
        for place in moneyPlaces {
            let column = batch.columns[place]
            guard column.present?[row] ?? true, case .integers(let values) = column.values else { continue }
            let own = Money(
                minorUnits: Self.rescale(values[row], from: target.fractionDigits, to: currency.fractionDigits),
                currency: currency)
            guard let money = try? rates.convert(own, on: date) else { return false }
            amounts.append((place, money.minorUnits))
        }
        for (place, minor) in amounts {
            guard case .integers(var values) = batch.columns[place].values else { continue }
            batch.columns[place].values = .integers([])
            values[row] = minor
            batch.columns[place].values = .integers(values)
        }
        return true
    }

    /// An amount that was read with one number of decimals, with another.
    private static func rescale(_ minor: Int64, from: Int, to: Int) -> Int64 {
        var amount = minor
        for _ in to..<max(to, from) { amount /= 10 }
        for _ in from..<max(to, from) { amount *= 10 }
        return amount
    }
}

extension IntakeBatch {
    /// The batch with only some of its rows.
    fileprivate func keeping(_ kept: [Int]) -> IntakeBatch {
        var batch = self
        batch.rows = kept.count
        batch.columns = columns.map { $0.keeping(kept) }
        batch.rowHashes = kept.map { rowHashes[$0] }
        batch.lines.offsets = kept.map { lines.offsets[$0] }
        batch.raw = raw.keeping(kept)
        return batch
    }
}

extension Settings {
    /// The rates of exchange that settings give: `rate.USD.2026-01-01` is what a dollar is worth from that day on.
    func rates() throws -> RateTable {
        var table = RateTable(into: currency)
        for (key, value, _) in all where key.hasPrefix("rate.") {
            guard let (currency, date) = Self.rate(key) else { continue }
            try table.add(value, of: currency, on: date)
        }
        return table
    }

    /// The currency and the day of a key such as `rate.USD.2026-01-01`.
    static func rate(_ key: String) -> (Currency, CivilDate)? {
        let parts = key.split(separator: ".")
        guard parts.count == 3, parts[0] == "rate", let currency = Currency(code: parts[1]),
            let date = CivilDate(parsing: parts[2])
        else { return nil }
        return (currency, date)
    }
}
