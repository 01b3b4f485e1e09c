/// A decimal number exactly as written: `19.99` is 1999 with two fraction digits.
struct ExactDecimal: Hashable, Sendable {
    /// The digits as an integer, with the sign.
    let coefficient: Int64
    /// Digits after the point, 0 to 18; none of them is a zero at the end.
    let fractionDigits: Int

    /// Reads `-1204.5`: a sign if any, digits, and a point between digits if any.
    ///
    /// Nothing is read from a number that does not fit 18 digits or so, rather than a rounded one.
    init?(parsing text: some StringProtocol) {
        var rest = Substring(text).utf8
        let sign = rest.first
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
        let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count == 1 || !parts[1].isEmpty else { return nil }
        var fraction = parts.count == 2 ? parts[1] : whole[whole.endIndex...]
        guard fraction.allSatisfy(ExactDecimal.isDigit) else { return nil }
        while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        guard fraction.count <= 18, let value = ExactDecimal.integer(of: [whole, fraction]) else { return nil }
        coefficient = sign == UInt8(ascii: "-") ? -value : value
        fractionDigits = fraction.count
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func integer(of parts: [Substring.UTF8View.SubSequence]) -> Int64? {
        var value: Int64 = 0
        for byte in parts.joined() {
            guard isDigit(byte) else { return nil }
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
            guard !overflow, !carry else { return nil }
            value = sum
        }
        return value
    }
}

/// 10 to a power of 0 to 38.
func powerOfTen(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
}
