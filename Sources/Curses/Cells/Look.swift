import CNcurses
import Terminal

/// A style as ncurses draws it.
struct Look: Hashable {
    let emphasis: UInt32
    let pair: Int32
    /// Whether a blank in this look cannot be told from any other: nothing behind it, no line under it.
    let hidesBlanks: Bool

    /// What the terminal draws by itself.
    static let plain = Look()

    private init() {
        (emphasis, pair, hidesBlanks) = (0, 0, true)
    }

    init(_ appearance: Appearance, palette: Palette?) {
        var emphasis = appearance.emphasis
        guard let palette else {
            self.emphasis = UInt32(emphasis.rawValue)
            pair = 0
            hidesBlanks = emphasis.isDisjoint(with: [.underline, .reverse])
            return
        }
        var (foreground, background) = (Int32(-1), Int32(-1))
        if palette.count < 16 {
            // Eight colours have their bright twins by boldness, and only in front.
            let bright = Palette(count: 16)
            let front = appearance.foreground.map(bright.number)
            if let front, front >= 8 { emphasis.insert(.bold) }
            foreground = front.map { $0 % 8 } ?? -1
            background = appearance.background.map(bright.number).map { $0 % 8 } ?? -1
        } else {
            foreground = appearance.foreground.map(palette.number) ?? -1
            background = appearance.background.map(palette.number) ?? -1
        }
        self.emphasis = UInt32(emphasis.rawValue)
        pair = screen_pair(foreground, background)
        hidesBlanks = background < 0 && emphasis.isDisjoint(with: [.underline, .reverse])
    }
}
