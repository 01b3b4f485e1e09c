import Customers
import Testing

struct RateTableTests {
    private func currency(_ code: String) throws -> Currency {
        try #require(Currency(code: code))
    }

    private func date(_ text: String) throws -> CivilDate {
        try #require(CivilDate(parsing: text))
    }

    private func table(into code: String, _ rates: [(String, String, String)], daysHeld: Int = 31) throws -> RateTable {
        var table = RateTable(into: try currency(code), daysHeld: daysHeld)
        for (rate, source, day) in rates { try table.add(rate, of: currency(source), on: date(day)) }
        return table
    }

    @Test(arguments: [
        (100, "PLN", "0.2325", "EUR", 23), (200, "PLN", "0.2325", "EUR", 47), (-200, "PLN", "0.2325", "EUR", -47),
        (100, "JPY", "0.0062", "EUR", 62), (10_000, "EUR", "161.5", "JPY", 16_150), (1, "EUR", "0.5", "USD", 1),
        (-1, "EUR", "0.5", "USD", -1), (1, "EUR", "0.499999999", "USD", 0), (1500, "TND", "0.3", "EUR", 45),
        (1, "JPY", "0.02", "TND", 20), (3, "EUR", "1000", "TND", 30_000),
    ])
    func `converts and rounds halves away from zero`(
        units: Int64, from: String, rate: String, into: String, expected: Int64
    ) throws {
        let rates = try table(into: into, [(rate, from, "2026-01-01")])
        let money = Money(minorUnits: units, currency: try currency(from))
        let converted = try rates.convert(money, on: date("2026-01-01"))
        #expect(converted == Money(minorUnits: expected, currency: try currency(into)))
    }

    @Test(arguments: [
        ("2026-01-02", 10), ("2026-01-04", 10), ("2026-01-05", 20), ("2026-01-08", 20), ("2026-01-12", 30),
        ("2026-01-18", 30),
    ])
    func `a rate holds until the next`(day: String, expected: Int64) throws {
        let rates = try table(
            into: "EUR",
            [("0.1", "PLN", "2026-01-02"), ("0.3", "PLN", "2026-01-12"), ("0.2", "PLN", "2026-01-05")], daysHeld: 7)
        let money = Money(minorUnits: 100, currency: try currency("PLN"))
        #expect(try rates.convert(money, on: date(day)).minorUnits == expected)
    }

    @Test(arguments: ["2026-01-01", "2026-01-09", "2027-01-01"])
    func `refuses a date without a rate`(day: String) throws {
        let rates = try table(into: "EUR", [("0.1", "PLN", "2026-01-02")], daysHeld: 7)
        let zloty = try currency("PLN")
        let failure = MoneyError.noRate(from: zloty, into: rates.target, on: try date(day))
        #expect(throws: failure) { try rates.convert(Money(minorUnits: 1, currency: zloty), on: date(day)) }
        #expect(failure.description == "No rate from PLN into EUR holds on \(day); add one to the rate table.")
    }

    @Test func `does not turn rates round`() throws {
        let rates = try table(into: "EUR", [("0.1", "PLN", "2026-01-02")])
        let dollars = Money(minorUnits: 1, currency: try currency("USD"))
        #expect(throws: MoneyError.self) { try rates.convert(dollars, on: date("2026-01-02")) }
    }

    @Test func `an amount in the target currency needs no rate`() throws {
        let euros = Money(minorUnits: 123, currency: try currency("EUR"))
        #expect(try RateTable(into: euros.currency).convert(euros, on: date("1999-01-01")) == euros)
    }

    @Test func `a second rate of a day replaces the first`() throws {
        let rates = try table(into: "EUR", [("0.1", "PLN", "2026-01-02"), ("0.5", "PLN", "2026-01-02")])
        let money = Money(minorUnits: 100, currency: try currency("PLN"))
        #expect(try rates.convert(money, on: date("2026-01-02")).minorUnits == 50)
    }

    @Test(arguments: ["", "0", "-1", "0.0", "one", "1,5"])
    func `refuses a rate that is no positive number`(rate: String) throws {
        #expect(throws: MoneyError.unreadableRate(of: try currency("PLN"), on: try date("2026-01-02"))) {
            try table(into: "EUR", [(rate, "PLN", "2026-01-02")])
        }
    }

    @Test func `refuses a result that does not fit`() throws {
        let rates = try table(into: "EUR", [("123456789", "JPY", "2026-01-02")])
        let yen = try currency("JPY")
        #expect(throws: MoneyError.tooLarge(from: yen, into: rates.target)) {
            try rates.convert(Money(minorUnits: .max, currency: yen), on: date("2026-01-02"))
        }
    }
}
