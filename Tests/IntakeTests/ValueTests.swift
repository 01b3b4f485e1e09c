import Customers
import Intake
import Testing

/// How the text of a field becomes a value, type by type.
struct ValueTests {
    /// A file of one column, read as a type.
    private func value(
        _ text: String, _ type: ValueType, _ conversion: Conversion = Conversion(), role: Role = .property,
        conventions: Conventions = Conventions()
    ) -> Reading {
        let file = Fixture("1;\(text)\n")
        var plan = FilePlan.plain(["id", "v"], .csv(Dialect(delimiter: UInt8(ascii: ";"), hasHeader: false)))
        plan.columns[1].type = type
        plan.columns[1].role = role
        plan.columns[1].conversion = conversion
        return Reading(file.path, plan, conventions: conventions)
    }

    private static let values: [(ValueType, String, String?)] = [
        (ValueType.integer, "42", "42"), (.integer, "-7", "-7"), (.integer, "007", "7"), (.integer, "+5", "5"),
        (.integer, "123456789012345678", "123456789012345678"), (.integer, "12345678", "12345678"),
        (.integer, "123456789", "123456789"), (.integer, "2.5", "2.5"), (.number, "1.25", "1.25"),
        (.number, "0.1", "0.1"), (.number, "-12", "-12.0"), (.number, "1e3", "1000.0"), (.number, "1,234.5", "1234.5"),
        (.number, ".5", "0.5"), (.boolean, "TRUE", "1"), (.boolean, "no", "0"), (.boolean, "1", "1"),
        (.boolean, "да", "1"), (.date, "1970-01-01", "0"), (.date, "2000-02-29", "11016"), (.date, "1969-12-31", "-1"),
        (.date, "0001-01-01", "-719162"), (.timestamp, "1970-01-01T00:00:00Z", "0"),
        (.timestamp, "2024-01-01T00:00:01Z", "1704067201000"), (.timestamp, "2024-01-01 00:00:01", "1704067201000"),
        (.timestamp, "2024-01-01T00:00:01.25Z", "1704067201250"),
        (.timestamp, "2024-01-01T02:00:01+02:00", "1704067201000"),
        (.timestamp, "2024-01-01T02:00:01.123456+0200", "1704067201123"),
        (.timestamp, "2024-01-01 00:00", "1704067200000"), (.timestamp, "2024-01-01", "1704067200000"),
        (.timestamp, "1704067201", "1704067201000"), (.timestamp, "1704067201000", "1704067201000"),
        (.timestamp, "1969-12-31T23:59:59.999Z", "-1"), (.money, "19.99", "1999"), (.money, "-0.05", "-5"),
        (.money, "5", "500"), (.money, "1 234.50", "123450"), (.money, "1,234.50", "123450"), (.money, "$3", "300"),
        (.money, "12.50 zł", "1250"), (.money, "0.005", "1"), (.money, "-0.005", "-1"), (.money, "0.0049", "0"),
        (.money, "1,234,567", "123456700"), (.text, " x ", "x"), (.integer, "NULL", nil), (.date, "n/a", nil),
        (.money, "-", nil),
    ]

    @Test(arguments: values)
    func `reads a value`(type: ValueType, text: String, expected: String?) {
        let reading = value(text, type)
        #expect(reading.rejects == [])
        #expect(reading.rows == [["1", expected]])
    }

    @Test(arguments: [
        (ValueType.integer, "x"), (.integer, "1234567890123456789"), (.number, "1,23"), (.number, "1.2.3"),
        (.number, "0x10"), (.number, "inf"), (.boolean, "2"), (.boolean, "maybe"), (.date, "2023-02-29"),
        (.date, "2024-13-01"), (.date, "2024-1-1"), (.date, "01.01.2024"), (.timestamp, "2024-01-01T24:00:00Z"),
        (.timestamp, "2024-01-01T00:60:00Z"), (.timestamp, "2024-01-01T00:00:00+25:00"), (.timestamp, "yesterday"),
        (.money, "1.2.3"), (.money, "12 34.5"), (.money, "abc"), (.money, "99999999999999999"), (.money, "€"),
    ])
    func `sets aside what is no value`(type: ValueType, text: String) {
        let reading = value(text, type)
        #expect(reading.rejects == [Reject(line: 1, column: "v", reason: .misfit(type), raw: "1;\(text)")])
        #expect(reading.rows == [])
    }

    @Test(arguments: [
        ("dd.MM.yyyy", "31.12.2024", ValueType.date, "20088"), ("dd.MM.yyyy", "1.2.2024", .date, "19754"),
        ("MM/dd/yyyy", "12/31/2024", .date, "20088"), ("yyyyMMdd", "20241231", .date, "20088"),
        ("dd-MM-yyyy HH:mm", "31-12-2024 23:59", .timestamp, "1735689540000"),
        ("yyyy/MM/dd HH:mm:ss.SSS", "1970/01/01 00:00:01.5", .timestamp, "1500"),
        ("dd.MM.yyyy HH:mm:ssZ", "01.01.1970 02:00:00+02:00", .timestamp, "0"),
    ])
    func `reads dates by a format`(pattern: String, text: String, type: ValueType, expected: String) throws {
        let format = try #require(DateFormat(pattern))
        #expect(value(text, type, Conversion(format: format)).rows == [["1", expected]])
    }

    @Test(arguments: ["dd.MM", "yyyy-MM-dd dd", "dd.MM.yy", "yyyy-MM-dd mm", "", "year"])
    func `refuses a format that is none`(pattern: String) {
        #expect(DateFormat(pattern) == nil)
    }

    @Test func `reads decimal commas, minor units, lists and substitutes`() {
        #expect(value("1,5", .number, Conversion(hasDecimalComma: true)).rows == [["1", "1.5"]])
        #expect(value("1.234,50", .money, Conversion(hasDecimalComma: true)).rows == [["1", "123450"]])
        #expect(value("1999", .money, Conversion(scale: 2)).rows == [["1", "1999"]])
        #expect(value("1999", .money, Conversion(scale: 3)).rows == [["1", "200"]])
        #expect(value("a, b,,c", .list, Conversion(separator: ",")).rows == [["1", "a|b|c"]])
        #expect(value("wahr", .boolean, Conversion(values: ["wahr": "true"])).rows == [["1", "1"]])
        #expect(value("?", .integer, Conversion(values: ["?": ""])).rows == [["1", nil]])
    }

    @Test func `counts amounts that had to be rounded`() {
        #expect(value("0.001", .money).batches.map(\.roundedAmounts) == [1])
        #expect(value("0.010", .money).batches.map(\.roundedAmounts) == [0])
        #expect(value("7", .money, conventions: Conventions(currencyDigits: 0)).rows == [["1", "7"]])
    }

    @Test func `local times go through the calendar that is handed in`() {
        let ahead = Conventions(
            localTime: LocalTime { day, millisecond in Int64(day) * 86_400_000 + Int64(millisecond) - 3_600_000 })
        #expect(value("1970-01-01 01:00:00", .timestamp, conventions: ahead).rows == [["1", "0"]])
        #expect(value("1970-01-01T01:00:00Z", .timestamp, conventions: ahead).rows == [["1", "3600000"]])
    }

    @Test(arguments: [
        ("email", " Anna.Nowak@WP.PL ", "anna.nowak@wp.pl"), ("email", "ŻAK@x.pl", "żak@x.pl"),
        ("phone", "+48 600-700-800", "+48600700800"), ("phone", "0048 (600) 700 800", "+48600700800"),
        ("phone", "600 700 800", "+48600700800"), ("phone", "0600 700 800", "+48600700800"), ("crm", " A-17 ", "A-17"),
        ("crm", "17", "17"), ("crm", "0017", "0017"), ("crm", "9223372036854775807", "9223372036854775807"),
        ("crm", "9223372036854775808", "9223372036854775808"),
    ])
    func `brings identifiers to their normal form`(kind: String, text: String, expected: String) {
        let reading = value(
            text, .text, role: .identifier(kind: kind), conventions: Conventions(callingCode: "48"))
        #expect(reading.rows == [["1", expected]])
        #expect(reading.blocked == 0)
    }

    @Test(arguments: [
        "anonymous", "NULL", "0", "0000", "n/a", "none", "undefined", "test@shop.pl", "00000000-0000-0000",
    ])
    func `identifiers that name nobody are missing`(text: String) {
        let reading = value(text, .text, role: .identifier(kind: "crm"))
        #expect(reading.rows == [["1", nil]])
        #expect(reading.blocked == 1)
    }
}
