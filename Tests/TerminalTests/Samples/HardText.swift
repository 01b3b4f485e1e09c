/// Texts that have broken terminals.
enum HardText {
    static let samples = [
        "", "a", "Anna", "Анна Иванова", "é", "e\u{301}", "漢字", "田中 美咲", "👩‍👩‍👧", "🇵🇱", "🇵", "👍🏽", "❤️‍🔥", "1️⃣", "한글",
        "\u{1112}\u{1161}\u{11AB}", "क्षि", "می‌خواهم", "\u{1B}]52;c;eA==\u{7}", "\u{202E}abc\u{202C}", "\u{200B}",
        "\u{FEFF}x", "\u{9B}31m", "a\r\nb", "\t", "\u{0}", "\u{E000}", "\u{10FFFF}", "\u{301}", "x\u{FE0F}",
        "\u{E0041}",
        "a" + String(repeating: "\u{300}", count: 40), "─│▲…·", "ﷺ", "\u{AD}", "\u{3000}", "\u{115F}", "\u{1F3FD}",
    ]

    static func random(using generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            if Bool.random(using: &generator) {
                text += samples.randomElement(using: &generator) ?? ""
            } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
