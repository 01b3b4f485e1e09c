/// A colour as terminals know it.
public enum Color: Hashable, Sendable {
    /// One of the 256 indexed colours.
    case indexed(UInt8)
    /// 0xRRGGBB
    case rgb(UInt32)
}

/// How many colours a terminal shows.
public enum ColorDepth: Int, Hashable, Sendable, Comparable {
    case mono = 0
    case eight = 8
    case sixteen = 16
    case indexed = 256
    case direct = 16_777_216

    /// Orders depths by their colours.
    public static func < (lhs: ColorDepth, rhs: ColorDepth) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension Color {
    /// The red, green and blue of the colour; the first 16 as xterm has them.
    public var value: UInt32 {
        switch self {
        case .rgb(let value): return value
        case .indexed(let index) where index < 16: return Self.basic[Int(index)]
        case .indexed(let index) where index < 232:
            let place = Int(index) - 16
            return Self.rgb(Self.cube[place / 36], Self.cube[place / 6 % 6], Self.cube[place % 6])
        case .indexed(let index):
            let grey = 8 + 10 * (UInt32(index) - 232)
            return Self.rgb(grey, grey, grey)
        }
    }

    /// The nearest colour that a terminal has.
    ///
    /// At 256 colours the first 16 are not used, as users give them other values.
    func matched(to depth: ColorDepth) -> Color {
        switch (depth, self) {
        case (.direct, _), (.indexed, .indexed): return self
        case (.indexed, .rgb): return nearest(in: 16...255)
        case (.eight, _): return nearest(in: 0...7)
        default: return nearest(in: 0...15)
        }
    }

    /// The nearest colour for text on the terminal's own background: never blue on black or yellow on white.
    ///
    /// None, the terminal's own, stands for a grey where there are 8 colours.
    func matched(to depth: ColorDepth, on ground: Ground) -> Color? {
        guard depth <= .sixteen else { return matched(to: depth) }
        if depth == .eight, isGrey { return nil }
        let legible = (1...(depth == .eight ? 7 : 15)).filter { index in
            index != Self.blue && ground.colors.allSatisfy { contrast(Self.basic[Int(index)], $0) >= 2.1 }
        }
        return nearest(in: legible)
    }

    private var isGrey: Bool {
        let channels = [value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF]
        return (channels.max() ?? 0) - (channels.min() ?? 0) < 0x20
    }

    private func nearest(in range: ClosedRange<UInt8>) -> Color {
        nearest(in: Array(range)) ?? self
    }

    private func nearest(in indices: [UInt8]) -> Color? {
        indices.map { Color.indexed($0) }.min { distance(to: $0) < distance(to: $1) }
    }

    /// A distance that weighs the channels as the eye does (the "redmean" formula).
    private func distance(to other: Color) -> Int {
        let (first, second) = (value, other.value)
        func channel(_ value: UInt32, _ shift: UInt32) -> Int { Int(value >> shift & 0xFF) }
        let red = channel(first, 16) - channel(second, 16)
        let green = channel(first, 8) - channel(second, 8)
        let blue = channel(first, 0) - channel(second, 0)
        let mean = (channel(first, 16) + channel(second, 16)) / 2
        return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
    }

    private static func rgb(_ red: UInt32, _ green: UInt32, _ blue: UInt32) -> UInt32 {
        red << 16 | green << 8 | blue
    }

    private static let blue: UInt8 = 4
    private static let cube: [UInt32] = [0, 95, 135, 175, 215, 255]
    private static let basic: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
}
