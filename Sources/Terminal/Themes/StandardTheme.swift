extension Theme {
    /// The theme compiled in: keeps the terminal's background, legible on black and on white, safe for the colour-blind.
    ///
    /// Its foregrounds lie in the narrow band of lightness that has a contrast of 4.5 with both; good and bad differ in
    /// blue, not in red against green.
    public static let standard = Theme(
        name: "colorblind", ground: .any,
        appearances: [
            .text: Appearance(), .muted: plain(grey), .border: plain(grey), .title: Appearance(emphasis: .bold),
            .breadcrumb: Appearance(emphasis: .bold), .header: plain(grey, .bold),
            .selection: filled(white, on: 0x005FAF), .mark: plain(purple, .bold), .key: plain(blue, .bold),
            .status: plain(grey), .good: plain(green), .warning: filled(black, on: 0xFFAF00),
            .error: plain(magenta, [.bold, .underline]), .accent: plain(blue), .input: Appearance(emphasis: .underline),
            .match: filled(black, on: 0xFFD75F), .stale: plain(grey), .fresh: plain(green),
            .heat0: filled(white, on: 0x00005F), .heat1: filled(white, on: 0x5F5F87),
            .heat2: filled(black, on: 0x87875F),
            .heat3: filled(black, on: 0xD7AF5F), .heat4: filled(black, on: 0xFFFF5F),
            .series1: plain(blue), .series2: plain(green), .series3: plain(magenta), .series4: plain(grey),
        ])

    private static let black: UInt32 = 0x000000
    private static let white: UInt32 = 0xFFFFFF
    private static let grey: UInt32 = 0x767676
    private static let blue: UInt32 = 0x5F5FFF
    private static let green: UInt32 = 0x00875F
    private static let purple: UInt32 = 0x875FD7
    private static let magenta: UInt32 = 0xD700AF

    private static func plain(_ foreground: UInt32, _ emphasis: Emphasis = []) -> Appearance {
        Appearance(foreground: .rgb(foreground), emphasis: emphasis)
    }

    private static func filled(_ foreground: UInt32, on background: UInt32) -> Appearance {
        Appearance(foreground: .rgb(foreground), background: .rgb(background))
    }
}
