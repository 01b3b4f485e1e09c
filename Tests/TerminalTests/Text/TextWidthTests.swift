import Terminal
import Testing

struct TextWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢", 2), ("田中 美咲", 9), ("Ёж", 2), ("👩‍👩‍👧", 2), ("🇵🇱", 2),
        ("👍🏽", 2), ("❤️‍🔥", 1), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ｱ", 1), ("Ａ", 2), ("…", 1), ("⣿", 1),
        ("\u{1B}", 1), ("\u{200B}", 1), ("\u{301}", 1), ("क्षि", 3),
    ])
    func `counts the columns of a text`(text: String, columns: Int) {
        #expect(Drawing.unicode.width(of: text) == columns)
    }

    @Test func `ambiguous characters take two columns where the terminal says so`() {
        let drawing = Drawing(ambiguousIsWide: true)
        #expect(drawing.width(of: "…") == 2)
        #expect(drawing.width(of: "a") == 1)
        #expect(drawing.width(of: "я") == 2)
        #expect(drawing.glyphs == .ascii)
    }

    @Test(arguments: [
        ("\u{1B}[31m", "␛[31m"), ("\u{7F}", "␡"), ("a\tb\n", "a␉b␊"), ("\r\n", "␍␊"), ("\u{9B}1m", "\u{FFFD}1m"),
        ("\u{202E}abc", "\u{FFFD}abc"), ("a\u{200B}b", "a\u{FFFD}b"), ("\u{FEFF}", "\u{FFFD}"),
        ("\u{E000}", "\u{FFFD}"),
        ("a\u{200D}b", "a\u{FFFD}b"), ("\u{2066}", "\u{FFFD}"), ("\u{61C}", "\u{FFFD}"), ("\u{E0041}", "\u{FFFD}"),
        ("\u{301}x", "\u{25CC}\u{301}x"), ("🇵🇱", "PL"), ("👩‍👩‍👧", "👩"), ("👍🏽", "👍"), ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴"),
        ("❤️‍🔥", "\u{2764}"), ("می‌خ", "میخ"),
        ("x\u{FE0F}", "x"),
    ])
    func `shows what is unsafe as a stand-in`(text: String, shown: String) {
        var canvas = Canvas(columns: 20, rows: 1)
        canvas.write(text, column: 0, row: 0)
        #expect(canvas.text == shown)
    }

    @Test func `a terminal without Unicode gets only ASCII`() {
        var canvas = Canvas(columns: 20, rows: 1, drawing: .ascii)
        canvas.write("Zoë 漢 e\u{301}\u{1B}…", column: 0, row: 0)
        #expect(canvas.text == "Zo? ? e??")
    }

    @Test func `no scalar reaches a cell that a terminal could obey`() {
        var canvas = Canvas(columns: 8, rows: 1)
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            canvas.write(String(Character(scalar)), column: 0, row: 0)
            let shown = canvas[0, 0]?.glyph.unicodeScalars.first
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .privateUse:
                #expect(shown != scalar, "U+\(String(value, radix: 16)) is sent as it is")
            default: break
            }
        }
    }

    @Test func `a heap of marks is capped`() {
        var canvas = Canvas(columns: 4, rows: 1)
        canvas.write("a" + String(repeating: "\u{300}", count: 10_000) + "b", column: 0, row: 0)
        #expect(canvas[0, 0]?.glyph.unicodeScalars.count == 5)
        #expect(canvas[1, 0]?.glyph == "b")
    }

    @Test(arguments: [
        ("Łukasz Nowak", 20, "Łukasz Nowak", "Łukasz Nowak", "Łukasz Nowak"),
        ("abcdefgh", 5, "abcd…", "…efgh", "ab…gh"),
        ("漢字漢字", 5, "漢字…", "…漢字", "漢…字"), ("漢字漢字", 4, "漢…", "…字", "漢…"), ("漢字", 1, "…", "…", "…"),
        ("abc", 0, "", "", ""), ("abc", 3, "abc", "abc", "abc"), ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…", "…👩‍👩‍👧", "…👩‍👩‍👧"),
    ])
    func `cuts by columns`(text: String, columns: Int, start: String, end: String, ends: String) {
        #expect(Drawing.unicode.cut(text, to: columns) == start)
        #expect(Drawing.unicode.cut(text, to: columns, keeping: .end) == end)
        #expect(Drawing.unicode.cut(text, to: columns, keeping: .ends) == ends)
    }
}
