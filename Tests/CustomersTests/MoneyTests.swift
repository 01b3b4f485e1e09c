import Customers
import Testing

struct MoneyTests {
    private func currency(_ code: String) throws -> Currency {
        try #require(Currency(code: code))
    }

    @Test(arguments: [
        ("EUR", 2, "€"), ("JPY", 0, "¥"), ("TND", 3, "TND"), ("pln", 2, "zł"), ("CHF", 2, "CHF"), ("ISK", 0, "ISK"),
        ("kwd", 3, "KWD"),
    ])
    func `a currency knows its digits and its sign`(code: String, digits: Int, symbol: String) throws {
        let currency = try currency(code)
        #expect(currency.code == code.uppercased())
        #expect(currency.fractionDigits == digits)
        #expect(currency.symbol == symbol)
    }

    @Test(arguments: ["", "EU", "EURO", "ABC", "€", "XXX", "E R", "DEM"])
    func `refuses codes that are no currency in use`(code: String) {
        #expect(Currency(code: code) == nil)
    }

    @Test(arguments: [
        ("1204.50", "EUR", 120_450), ("1204.5", "EUR", 120_450), ("1204", "EUR", 120_400), ("-0.01", "EUR", -1),
        ("+3", "EUR", 300), ("0", "JPY", 0), ("1204", "JPY", 1204), ("1204.00", "JPY", 1204), ("1.234", "TND", 1234),
        ("19.990000000000000000000000", "EUR", 1999), ("92233720368547758.07", "EUR", .max), ("007", "EUR", 700),
        ("0.1", "TND", 100),
    ])
    func `reads amounts exactly`(text: String, code: String, minorUnits: Int64) throws {
        #expect(try Money(parsing: text, currency: currency(code))?.minorUnits == minorUnits)
    }

    @Test(arguments: [
        ("", "EUR"), (".", "EUR"), ("1.", "EUR"), (".5", "EUR"), ("-", "EUR"), ("1,5", "EUR"), ("1 204", "EUR"),
        ("1.234", "EUR"), ("0.5", "JPY"), ("1e3", "EUR"), ("92233720368547758.08", "EUR"), ("1.5.5", "EUR"),
        ("--1", "EUR"), ("١", "EUR"), ("99999999999999999999", "JPY"), ("0x10", "EUR"), ("1.0a", "EUR"),
    ])
    func `refuses amounts it would have to guess`(text: String, code: String) throws {
        #expect(try Money(parsing: text, currency: currency(code)) == nil)
    }

    @Test(arguments: [
        (120_450, "EUR", "€ 1 204.50", "1204.50"), (-120_450, "EUR", "€ -1 204.50", "-1204.50"),
        (5, "EUR", "€ 0.05", "0.05"), (-5, "PLN", "zł -0.05", "-0.05"), (0, "JPY", "¥ 0", "0"),
        (1_204_567, "JPY", "¥ 1 204 567", "1204567"), (1234, "TND", "TND 1.234", "1.234"),
        (99_999, "USD", "$ 999.99", "999.99"), (100_000, "USD", "$ 1 000.00", "1000.00"),
        (.min, "EUR", "€ -92 233 720 368 547 758.08", "-92233720368547758.08"),
    ])
    func `prints amounts`(minorUnits: Int64, code: String, shown: String, plain: String) throws {
        let money = try Money(minorUnits: minorUnits, currency: currency(code))
        #expect(money.description == shown)
        #expect(money.decimal == plain)
    }

    @Test func `what is printed plainly reads back`() throws {
        var generator = SplitMix(seed: 3)
        for code in ["EUR", "JPY", "TND"] {
            for _ in 0..<200 {
                let money = try Money(
                    minorUnits: .random(in: -1_000_000_000...1_000_000_000, using: &generator),
                    currency: currency(code))
                #expect(Money(parsing: money.decimal, currency: money.currency) == money)
            }
        }
    }
}
