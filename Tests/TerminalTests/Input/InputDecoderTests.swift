import Terminal
import Testing

struct InputDecoderTests {
    static let keys: [(String, Key)] = [
        ("a", .character("a")), ("я", .character("я")), ("漢", .character("漢")), ("👍", .character("👍")),
        (" ", .character(" ")),
        ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
        ("\u{0}", .control(" ")),
        ("\u{3}", .control("c")), ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")),
        ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down), ("\u{1B}[C", .right),
        ("\u{1B}[D", .left), ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
        ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[5~", .pageUp),
        ("\u{1B}[6~", .pageDown), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab),
        ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
        ("\u{1B}[[E", .function(5)),
        ("\u{1B}OS", .function(4)), ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)),
        ("\u{1B}[21~", .function(10)),
        ("\u{1B}[23~", .function(11)), ("\u{1B}[24~", .function(12)), ("\u{1B}[1;5A", .modified(.up, .control)),
        ("\u{1B}[1;2D", .modified(.left, .shift)), ("\u{1B}[1;8C", .modified(.right, [.shift, .alt, .control])),
        ("\u{1B}[3;5~", .modified(.delete, .control)), ("\u{1B}[1;2P", .modified(.function(1), .shift)),
        ("\u{1B}[1;2R", .modified(.function(3), .shift)), ("\u{1B}O5A", .modified(.up, .control)),
        ("\u{1B}[a", .modified(.up, .shift)), ("\u{1B}[5^", .modified(.pageUp, .control)), ("\u{1B}OM", .enter),
        ("\u{1B}Ow", .character("7")), ("\u{1B}x", .modified(.character("x"), .alt)),
        ("\u{1B}ж", .modified(.character("ж"), .alt)), ("\u{1B}\r", .modified(.enter, .alt)),
        ("\u{1B}\u{7F}", .modified(.backspace, .alt)), ("\u{1B}[97;5u", .control("a")), ("\u{1B}[27;5;105~", .tab),
        ("\u{1B}[27;6;65~", .control("a")), ("\u{1B}[13;2u", .modified(.enter, .shift)),
    ]

    @Test(arguments: keys)
    func `reads a key`(bytes: String, key: Key) {
        var decoder = InputDecoder()
        #expect(decoder.decode(bytes.utf8) == [.key(key)])
        #expect(!decoder.needsTimeout)
    }

    @Test(arguments: keys)
    func `reads a key whose bytes come one by one`(bytes: String, key: Key) {
        var decoder = InputDecoder()
        var events: [InputEvent] = []
        for (place, byte) in bytes.utf8.enumerated() {
            events += decoder.decode([byte])
            #expect(decoder.needsTimeout == (place + 1 < bytes.utf8.count))
        }
        #expect(events == [.key(key)])
    }

    @Test(arguments: [
        "\u{1B}]52;c;eA==\u{7}", "\u{1B}]11;rgb:0/0\u{1B}\\", "\u{1B}]11;?\u{7}", "\u{1B}P>|XTerm(370)\u{1B}\\",
        "\u{1B}[?2026;2$y",
        "\u{1B}[?62;22c", "\u{1B}[>0;95;0c", "\u{1B}[12;40R", "\u{1B}[0n", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[M !!",
        "\u{1B}[201~",
        "\u{1B}[8;24;80t", "\u{1B}[99~", "\u{1B}Oz", "\u{1B}[1;1;1;1;1;1;1x", "\u{1B}[<1;2M", "\u{1B}[<35;1;1M",
    ])
    func `swallows what is no input`(reply: String) {
        var whole = InputDecoder()
        #expect(whole.decode((reply + "j").utf8) == [.key(.character("j"))])
        var split = InputDecoder()
        #expect((reply + "j").utf8.flatMap { split.decode([$0]) } == [.key(.character("j"))])
    }

    @Test(arguments: [
        ("\u{1B}[<0;1;1M", Mouse(kind: .press(.left), position: Position(column: 0, row: 0))),
        ("\u{1B}[<0;300;50m", Mouse(kind: .release(.left), position: Position(column: 299, row: 49))),
        ("\u{1B}[<2;3;4M", Mouse(kind: .press(.right), position: Position(column: 2, row: 3))),
        ("\u{1B}[<32;3;4M", Mouse(kind: .drag(.left), position: Position(column: 2, row: 3))),
        ("\u{1B}[<64;3;4M", Mouse(kind: .wheelUp, position: Position(column: 2, row: 3))),
        ("\u{1B}[<81;3;4M", Mouse(kind: .wheelDown, position: Position(column: 2, row: 3), modifiers: .control)),
    ])
    func `reads the mouse`(bytes: String, mouse: Mouse) {
        var decoder = InputDecoder()
        #expect(decoder.decode(bytes.utf8) == [.mouse(mouse)])
    }

    @Test(arguments: [
        ("1c1c/1c1c/1c1c\u{7}", UInt32(0x1C1C1C)), ("ff/80/00\u{1B}\\", 0xFF8000), ("f/0/f\u{7}", 0xFF00FF),
        ("ffff/ffff/ffff\u{1B}\\", 0xFFFFFF),
    ])
    func `reads the background of the terminal`(colors: String, color: UInt32) {
        var decoder = InputDecoder()
        #expect("\u{1B}]11;rgb:\(colors)".utf8.flatMap { decoder.decode([$0]) } == [.background(color)])
    }

    @Test func `reads the focus`() {
        var decoder = InputDecoder()
        #expect(decoder.decode("\u{1B}[I\u{1B}[O".utf8) == [.focus(true), .focus(false)])
    }

    @Test func `a lone Escape counts once nothing has followed`() {
        var decoder = InputDecoder()
        #expect(decoder.decode([0x1B]) == [])
        #expect(decoder.pending == .sequence)
        #expect(decoder.flush() == [.key(.escape)])
        #expect(decoder.pending == .nothing)
        #expect(decoder.decode([0x1B, 0x1B]) == [.key(.escape)])
        #expect(decoder.flush() == [.key(.escape)])
    }

    @Test(arguments: [
        ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[1;5A", .modified(.up, .control)), ("\u{1B}[[A", .function(1)),
    ])
    func `an arrow that a slow line tears apart is still an arrow`(bytes: String, key: Key) {
        var decoder = InputDecoder()
        let all = Array(bytes.utf8)
        #expect(decoder.decode(all[..<2]) + decoder.flush() + decoder.decode(all[2...]) == [.key(key)])
        #expect(!decoder.needsTimeout)
    }

    @Test func `a sequence that never ends is given up`() {
        var decoder = InputDecoder()
        #expect(decoder.decode("\u{1B}[1".utf8) + decoder.flush() + decoder.decode(";".utf8) + decoder.flush() == [])
        #expect(decoder.decode("j".utf8) == [.key(.character("j"))])
        #expect(decoder.decode("\u{1B}]".utf8) + decoder.flush() == [.key(.modified(.character("]"), .alt))])
        #expect(decoder.decode("\u{1B}]11;rgb\r".utf8) == [.key(.enter)])
        let long = "\u{1B}[" + String(repeating: "1;", count: 5000)
        #expect(decoder.decode((long + "Aj").utf8) == [.key(.character("j"))])
    }

    @Test(arguments: [
        ([0xFF], "\u{FFFD}"), ([0xC3], "\u{FFFD}"), ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"), ([0xC3, 0x41], "\u{FFFD}A"),
        ([0xED, 0xA0, 0x80], "\u{FFFD}"), ([0xE0, 0x80, 0x80], "\u{FFFD}"), ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}"),
        ([0xC2, 0x9B], ""),
    ])
    func `malformed UTF-8 becomes the replacement character`(bytes: [UInt8], text: String) {
        var decoder = InputDecoder()
        let events = decoder.decode(bytes) + decoder.flush()
        #expect(events == text.unicodeScalars.map { .key(.character(Character($0))) })
    }

    @Test(arguments: [
        ("hello", "hello"), ("a\r\nb\rc\nd\te", "a\nb\nc\nd\te"), ("\u{1B}[31mred\u{1B}]52;c;x\u{7}", "[31mred]52;c;x"),
        ("x\u{1B}[20", "x[20"), ("\u{1B}[200~", "[200~"), ("\u{9B}1m\u{0}\u{7F}", "1m"), ("\u{1B}\u{1B}[2", "[2"),
        ("Анна", "Анна"),
    ])
    func `a paste is text and nothing else`(pasted: String, text: String) {
        let bytes = Array("\u{1B}[200~\(pasted)\u{1B}[201~q".utf8)
        let expected: [InputEvent] = [.paste(text, droppedBytes: 0), .key(.character("q"))]
        var whole = InputDecoder()
        #expect(whole.decode(bytes) == expected)
        var split = InputDecoder()
        #expect(bytes.flatMap { split.decode([$0]) } == expected)
    }

    @Test func `a character that is swallowed takes its Alt with it`() {
        var decoder = InputDecoder()
        #expect(decoder.decode([0x1B, 0xC2, 0x9B, 0x6A]) == [.key(.character("j"))])
    }

    @Test func `a paste without its end is ended by silence`() {
        var decoder = InputDecoder()
        #expect(decoder.decode("\u{1B}[200~half".utf8) == [])
        #expect(decoder.pending == .paste)
        #expect(decoder.flush() == [.paste("half", droppedBytes: 0)])
        #expect(decoder.decode("\u{1B}[201~j".utf8) == [.key(.character("j"))])
    }

    @Test func `a paste is cut at a mebibyte, between characters`() {
        var decoder = InputDecoder()
        let events = decoder.decode(("\u{1B}[200~a" + String(repeating: "я", count: 600_000) + "\u{1B}[201~").utf8)
        guard case .paste(let text, let dropped) = events.first else {
            Issue.record("no paste came")
            return
        }
        #expect(events.count == 1)
        #expect(text.utf8.count == 1_048_575)
        #expect(text.last == "я")
        #expect(text.utf8.count + dropped == 1_200_001)
    }

    @Test func `a hundred thousand random byte strings end somewhere`() {
        var generator = SeededGenerator(seed: 5)
        let pieces: [[UInt8]] = [
            "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[<", ";", "M", "~", "1",
            "\u{7}",
        ]
        .map { Array($0.utf8) }
        var decoder = InputDecoder()
        for _ in 0..<100_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...8, using: &generator) {
                let random = UInt8.random(in: 0...255, using: &generator)
                bytes += Bool.random(using: &generator) ? [random] : pieces.randomElement(using: &generator) ?? []
            }
            for event in decoder.decode(bytes) { check(event) }
            if Int.random(in: 0...9, using: &generator) == 0 { for event in decoder.flush() { check(event) } }
        }
        for _ in 0..<3 { _ = decoder.flush() }
        #expect(decoder.decode("j".utf8) == [.key(.character("j"))])
    }

    /// No event may hold a control character that could be sent on.
    private func check(_ event: InputEvent) {
        let text: String
        switch event {
        case .paste(let pasted, _): text = pasted
        case .key(.character(let character)): text = String(character)
        default: return
        }
        let isSafe = text.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\t"
        }
        if !isSafe { Issue.record("a control character got through") }
    }
}
