import Curses
import Testing

struct ClipboardTests {
    @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("Łódź", "xYHDs2TFug==")])
    func `sends a text as base64`(text: String, content: String) {
        #expect(Clipboard.sequence(for: text, isInTmux: false) == Array("\u{1B}]52;c;\(content)\u{07}".utf8))
    }

    @Test func `asks tmux to pass it on`() {
        let plain = "\u{1B}]52;c;Zg==\u{07}"
        let expected = Array("\(plain)\u{1B}Ptmux;\u{1B}\(plain)\u{1B}\\".utf8)
        #expect(Clipboard.sequence(for: "f", isInTmux: true) == expected)
    }

    @Test func `refuses what terminals would cut off`() {
        let longest = String(repeating: "a", count: Clipboard.limit / 4 * 3)
        #expect(Clipboard.sequence(for: longest, isInTmux: false) != nil)
        #expect(Clipboard.sequence(for: longest + "aaa", isInTmux: false) == nil)
    }
}
