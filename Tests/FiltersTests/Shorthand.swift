import Customers
import Filters

extension CivilDate {
    /// Days by counting, so that the tests do not share the formula that they check.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
        let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var days = lengths.prefix(month - 1).reduce(0, +) + day - 1
        for earlier in min(year, 1970)..<max(year, 1970) {
            days += (isLeap(earlier) ? 366 : 365) * (year < 1970 ? -1 : 1)
        }
        return CivilDate(dayNumber: Int32(days))
    }
}

extension Literal {
    static func number(_ coefficient: Int64, _ fractionDigits: Int = 0) -> Literal {
        .number(DecimalLiteral(coefficient: coefficient, fractionDigits: fractionDigits))
    }
}

extension ValueTest {
    static func atLeast(_ number: Int64) -> ValueTest { .compare(.atLeast, .number(number)) }
}

extension Filter {
    static func has(_ trait: String) -> Filter { .trait(trait, .exists) }
}

/// A small generator with a fixed seed (SplitMix64), so that every run tests the same trees.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
