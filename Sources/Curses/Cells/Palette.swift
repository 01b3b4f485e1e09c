package import Terminal

/// Colours by the numbers that a terminal of so many colours knows.
package struct Palette: Hashable {
    /// How many there are: 8, 16, 256 or 2^24.
    package let count: Int

    package init(count: Int) {
        self.count = count
    }

    /// The number of a colour, or of the nearest there is.
    package func number(of color: Color) -> Int32 {
        switch color {
        case .indexed(let index) where Int(index) < count && count <= 256: Int32(index)
        case .indexed(let index): nearest(to: Self.rgb(Int(index)))
        case .rgb(let value): nearest(to: value & 0xFFFFFF)
        }
    }

    private func nearest(to value: UInt32) -> Int32 {
        // With direct colour the first eight numbers still mean the old eight colours.
        if count > 256 { return Int32(value < 8 ? 8 * (value > 0 ? 1 : 0) : value) }
        // Above 15, as the first sixteen are whatever the user made them.
        let candidates = count == 256 ? 16..<256 : 0..<min(count, 16)
        let best = candidates.min { Self.distance(Self.rgb($0), value) < Self.distance(Self.rgb($1), value) }
        return Int32(best ?? 0)
    }

    private static func distance(_ first: UInt32, _ second: UInt32) -> Int {
        [16, 8, 0].reduce(0) { sum, shift in
            let step = Int(first >> shift & 0xFF) - Int(second >> shift & 0xFF)
            return sum + step * step
        }
    }

    /// What xterm shows for an index: 16 named colours, a cube of six steps a side, 24 greys.
    private static func rgb(_ index: Int) -> UInt32 {
        switch index {
        case 0..<16:
            return named[index]
        case 16..<232:
            let steps: [UInt32] = [0, 95, 135, 175, 215, 255]
            let place = index - 16
            return steps[place / 36] << 16 | steps[place / 6 % 6] << 8 | steps[place % 6]
        default:
            return UInt32(8 + 10 * (index - 232)) * 0x010101
        }
    }

    private static let named: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
}
