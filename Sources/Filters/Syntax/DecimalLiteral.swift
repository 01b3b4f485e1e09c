/// A decimal number exactly as written: `19.99` is 1999 with two fraction digits.
public struct DecimalLiteral: Hashable, Sendable {
    /// The digits as an integer, with the sign.
    public let coefficient: Int64
    /// Digits after the point, 0 to 18, without trailing zeros.
    public let fractionDigits: Int

    /// Makes a number, dropping trailing zeros of the fraction.
    public init(coefficient: Int64, fractionDigits: Int = 0) {
        var coefficient = coefficient
        var fractionDigits = fractionDigits
        while fractionDigits > 0, coefficient % 10 == 0 {
            coefficient /= 10
            fractionDigits -= 1
        }
        self.coefficient = coefficient
        self.fractionDigits = fractionDigits
    }
}
