import Customers
import Testing

struct TextConditionTests {
    @Test(arguments: [
        ("KRAKÓW", "kraków", true), ("Krako\u{301}w", "KRAKÓW", true), ("Ёлка", "ёлка", true), ("Ёлка", "Елка", false),
        ("Straße", "STRASSE", true), ("STRAẞE", "straße", true), ("ΟΔΟΣ", "οδος", true), ("ΟΔΟς", "οδοσ", true),
        ("I", "i", true), ("ı", "i", false), ("İ", "i\u{307}", true), ("Å", "\u{212B}", true), ("e", "é", false),
        ("가", "\u{1100}\u{1161}", true), ("", "a", false), ("ſ", "S", true), ("漢", "漢", true),
    ])
    func `compares text without case and by canonical equivalence`(stored: String, asked: String, isEqual: Bool) throws
    {
        let shop = SmallShop([Person(["city": .text(stored)])])
        #expect(try shop.members("city = \"\(asked)\"") == (isEqual ? [0] : []))
        #expect(try shop.members("city != \"\(asked)\"") == (isEqual ? [] : [0]))
        #expect(try shop.members("city in (\"zzz\", \"\(asked)\")") == (isEqual ? [0] : []))
    }

    @Test(arguments: [
        ("contains \"ÓW\"", true), ("contains \"owa\"", false), ("starts with \"KRA\"", true),
        ("starts with \"ra\"", false),
        ("ends with \"Ów\"", true), ("ends with \"kra\"", false), ("exactly \"Kraków\"", true),
        ("exactly \"kraków\"", false), ("exactly \"Krako\u{301}w\"", false), ("> \"kra\"", true), ("< \"KRB\"", true),
        ("between \"KRAKÓW\" and \"kraków\"", true), (">= \"krakóx\"", false), ("contains \"Kraków w\"", false),
    ])
    func `looks into a text`(test: String, isMember: Bool) throws {
        let shop = SmallShop([Person(["city": .text("Kraków")]), Person()])
        #expect(try shop.members("city \(test)") == (isMember ? [0] : []))
        #expect(try shop.members("not city \(test)") == (isMember ? [1] : [0, 1]))
    }

    @Test(arguments: [
        ("abc", "b", true), ("abc", "^b", false), ("abc", "^A.C$", true), ("abc", "c$", true), ("abc", "^$", false),
        ("kraków", "[k-m]r.K", true), ("KRAKÓW", "kÓw", true), ("aaa", "^a{2}$", false), ("aaa", "^a{2,}$", true),
        ("aaa", "^a{1,3}?$", true), ("ab12", "\\d{2}$", true), ("ab12", "^\\D+\\d+$", true), ("a b", "a\\sb", true),
        ("x", "(?:a|b)|x", true), ("abab", "^(ab)*$", true), ("aba", "^(ab)*$", false), ("a.b", "a\\.b", true),
        ("axb", "a\\.b", false), ("foo bar", "\\bbar\\b", true), ("foobar", "\\bbar\\b", false), ("]", "[]]", true),
        ("a-b", "a[-x]b", true), ("Żubr", "[[:Ż]UBR", true), ("Ä", "[à-ö]", true), ("q", "[^a-p]", true),
        ("Q", "[^A-Q]", false), ("straße", "STRASSE", true), ("strasse", "straße", true), ("", "^$", false),
        ("a\nb", "a.b", false), ("ab", "a{0}b", true), ("{", "a{", false), ("a{", "a{", true), ("_", "\\w", true),
        ("é", "^\\w$", true), ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a|a)*$", false),
    ])
    func `matches a pattern anywhere, without case`(text: String, pattern: String, isMember: Bool) throws {
        let shop = SmallShop([Person(["name": .text(text)])])
        #expect(try shop.members("name matches /\(pattern)/") == (isMember ? [0] : []))
    }

    @Test func `folds texts of any length`() throws {
        let long = String(repeating: "Łódź ", count: 400)
        let shop = SmallShop([Person(["name": .text(long + "É")]), Person(["name": .text(String(long.dropLast()))])])
        #expect(try shop.members("name ends with \"łÓDŹ e\u{301}\"") == [0])
        #expect(try shop.members("name = \"\(long.uppercased().dropLast())\"") == [1])
    }

    @Test func `a list has elements, some or all of them`() throws {
        let shop = SmallShop([
            Person(["tags": .list(["New", "old"])]), Person(["tags": .list(["ÉTÉ"])]), Person(),
        ])
        #expect(try shop.members("tags has \"new\"") == [0])
        #expect(try shop.members("tags has any (\"été\", \"OLD\")") == [0, 1])
        #expect(try shop.members("tags has all (\"new\", \"OLD\")") == [0])
        #expect(try shop.members("tags exists") == [0, 1])
        #expect(try shop.members("not tags has \"new\"") == [1, 2])
    }
}
