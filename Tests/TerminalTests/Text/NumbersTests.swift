import Terminal
import Testing

struct NumbersTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1 000"), (1_284_902, "1 284 902"), (-45_678, "-45 678"),
        (Int.min, "-9 223 372 036 854 775 808"),
    ])
    func `groups digits`(number: Int, text: String) {
        #expect(Numbers.grouped(number) == text)
    }

    @Test(arguments: [
        (0.0037, "0.37%"), (0.714, "71.4%"), (1.0, "100.0%"), (0.0, "0.0%"), (0.00996, "1.0%"), (-0.002, "-0.20%"),
        (0.00001, "0.00%"), (.nan, "-"),
    ])
    func `shows a share`(share: Double, text: String) {
        #expect(Numbers.percent(share) == text)
    }

    @Test(arguments: [(0.012, "+1.2%"), (-0.031, "-3.1%"), (0.0, "0.0%"), (0.0001, "0.0%"), (-0.0001, "0.0%")])
    func `shows a change`(share: Double, text: String) {
        #expect(Numbers.change(share) == text)
    }

    @Test(arguments: [
        (128_450, "€", 2, false, "€ 1 284.50"), (-5, "€", 2, false, "-€ 0.05"), (128_450, "€", 2, true, "€ 1 285"),
        (500, "¥", 0, false, "¥ 500"), (-1, "$", 2, true, "$ 0"), (1_234, "", 3, false, "1.234"),
        (Int.min, "€", 2, false, "-€ 92 233 720 368 547 758.08"),
    ])
    func `shows money`(units: Int, symbol: String, places: Int, isWhole: Bool, text: String) {
        #expect(Numbers.money(minorUnits: units, symbol: symbol, places: places, isWhole: isWhole) == text)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1.0k"), (1_249, "1.2k"), (9_949, "9.9k"), (9_950, "10k"), (12_355, "12k"),
        (999_499, "999k"),
        (999_500, "1.0M"), (3_920_000, "3.9M"), (-12_000, "-12k"), (Int.max, "9.2E"),
    ])
    func `shows a number short`(number: Int, text: String) {
        #expect(Numbers.short(number) == text)
    }

    @Test(arguments: [
        (1.25, 1, "1.3"), (-0.04, 1, "0.0"), (1234.5, 0, "1 235"), (.infinity, 2, "-"), (.nan, 2, "-"), (1e300, 1, "-"),
    ])
    func `rounds decimals`(number: Double, places: Int, text: String) {
        #expect(Numbers.decimal(number, places: places) == text)
    }

    @Test func `a number says how far it is to be trusted`() {
        #expect(Certainty.exact.line("4 731", glyphs: .unicode) == Line("4 731"))
        #expect(Certainty.stale.line("4 731", glyphs: .unicode) == Line("~4 731", .stale))
        #expect(Certainty.estimate.line("4 731", glyphs: .unicode).text == "≈4 731")
    }
}
