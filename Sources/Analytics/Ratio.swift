/// A sum over a count, compared exactly.
public struct Ratio: Sendable {
    /// What is shared out.
    public let sum: Int64
    /// Among how many, 1 or more.
    public let count: Int64

    /// - Precondition: `count` is 1 or more.
    public init(_ sum: Int64, over count: Int64 = 1) {
        precondition(count > 0, "a ratio over nothing")
        self.sum = sum
        self.count = count
    }

    /// The nearest whole number, with halves away from zero.
    public var rounded: Int64 {
        let (quotient, remainder) = sum.quotientAndRemainder(dividingBy: count)
        guard remainder.magnitude >= count.magnitude - remainder.magnitude else { return quotient }
        return sum < 0 ? quotient - 1 : quotient + 1
    }

    /// The largest whole number that is not above.
    var floor: Int64 {
        let (quotient, remainder) = sum.quotientAndRemainder(dividingBy: count)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension Ratio: Comparable, Hashable {
    public static func < (lhs: Ratio, rhs: Ratio) -> Bool {
        Int128(lhs.sum) * Int128(rhs.count) < Int128(rhs.sum) * Int128(lhs.count)
    }

    public static func == (lhs: Ratio, rhs: Ratio) -> Bool {
        Int128(lhs.sum) * Int128(rhs.count) == Int128(rhs.sum) * Int128(lhs.count)
    }

    public func hash(into hasher: inout Hasher) {
        var (divisor, rest) = (sum.magnitude, count.magnitude)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        hasher.combine(sum.magnitude / divisor)
        hasher.combine(sum < 0)
        hasher.combine(count.magnitude / divisor)
    }
}
