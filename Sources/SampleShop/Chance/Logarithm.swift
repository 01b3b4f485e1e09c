/// The natural logarithm, the same to the last bit on every machine.
///
/// C libraries differ in the last digit of theirs, and one digit would make another shop.
/// With m in [√½, √2) and s = (m - 1) / (m + 1): ln(m 2ᵉ) = e ln 2 + 2 (s + s³/3 + s⁵/5 + …);
/// |s| is at most 0.172, so eleven terms reach the precision of a double.
///
/// - Precondition: `value` is a positive normal number.
package func naturalLogarithm(_ value: Double) -> Double {
    precondition(value.isNormal && value > 0, "a logarithm of no positive number")
    var exponent = Double(value.exponent)
    var mantissa = value.significand
    if mantissa >= 1.414213562373095 {
        mantissa /= 2
        exponent += 1
    }
    let s = (mantissa - 1) / (mantissa + 1)
    let square = s * s
    var series = 0.0
    for divisor in stride(from: 21.0, through: 1.0, by: -2.0) {
        series = series * square + 1 / divisor
    }
    return exponent * 0.6931471805599453 + 2 * s * series
}
