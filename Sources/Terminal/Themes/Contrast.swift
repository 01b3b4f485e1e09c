/// The least contrast at which text counts as legible (WCAG 2, level AA).
let legibleContrast = 4.5

/// The contrast of two colours, 1 to 21, as WCAG 2 defines it.
///
/// Both are 0xRRGGBB.
public func contrast(_ first: UInt32, _ second: UInt32) -> Double {
    let lighter = max(luminance(first), luminance(second))
    let darker = min(luminance(first), luminance(second))
    return (lighter + 0.05) / (darker + 0.05)
}

/// Relative luminance, 0 to 1.
private func luminance(_ color: UInt32) -> Double {
    0.2126 * linear(color >> 16 & 0xFF) + 0.7152 * linear(color >> 8 & 0xFF) + 0.0722 * linear(color & 0xFF)
}

/// The intensity of a channel of sRGB: its curve with the exponent 2.4.
///
/// The power is computed as x² · x^(2/5), the fifth root by Newton's method, so that no mathematics library is needed.
private func linear(_ channel: UInt32) -> Double {
    let share = Double(channel) / 255
    guard share > 0.04045 else { return share / 12.92 }
    let base = (share + 0.055) / 1.055
    let square = base * base
    var root = 1.0
    for _ in 0..<20 {
        root = (4 * root + square / (root * root * root * root)) / 5
    }
    return square * root
}
