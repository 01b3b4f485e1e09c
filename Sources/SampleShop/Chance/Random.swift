/// A seeded stream of chance, the same on every machine.
///
/// SplitMix64 of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014). Everything
/// drawn from it uses integers and the four basic operations on doubles, which IEEE 754 rounds alike everywhere.
struct Random {
    /// What a stream is for: streams of one profile are independent, so that a change to one leaves the others as they
    /// were.
    enum Purpose: UInt64 {
        case person, purchases, baskets, mail, visits, consents, withdrawals, catalogue, original
    }

    private var state: UInt64

    init(seed: UInt64, number: Int, purpose: Purpose) {
        state = Random.mixed(seed &+ Random.increment)
        state = Random.mixed(state ^ UInt64(number))
        state = Random.mixed(state &+ purpose.rawValue &* Random.increment)
    }

    mutating func next() -> UInt64 {
        state &+= Random.increment
        return Random.mixed(state)
    }

    /// A number from 0 up to, not including, `bound`.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True in `permille` of a thousand draws.
    mutating func chance(_ permille: Int) -> Bool {
        below(1000) < permille
    }

    /// A number above 0 and up to 1.
    mutating func unit() -> Double {
        Double((next() >> 11) + 1) * 0x1p-53
    }

    /// A waiting time with mean 1.
    mutating func exponential() -> Double {
        -naturalLogarithm(unit())
    }

    /// How many arrivals of a Poisson process of this mean.
    mutating func count(mean: Double) -> Int {
        var arrivals = 0
        var waited = exponential()
        while waited < mean {
            arrivals += 1
            waited += exponential()
        }
        return arrivals
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// An index, each as likely as its weight.
    mutating func index(by weights: Weights) -> Int {
        weights.index(at: below(weights.total))
    }

    private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
