/// Numbers as screens show them: groups of three parted by a blank, a point before decimals.
public enum Numbers {
    /// `1 284 902`, `-45`.
    public static func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: " ")
    }

    /// A change in whole numbers with its sign: `+12 084`, `-45`, `0`.
    public static func signed(_ number: Int) -> String { (number > 0 ? "+" : "") + grouped(number) }

    /// A number rounded to places after the point: `1 284.50`.
    ///
    /// Rounds half away from zero; `-` stands for what is not finite. There are 0 to 9 places.
    public static func decimal(_ number: Double, places: Int = 1) -> String {
        let places = min(max(0, places), 9)
        let scale = (0..<places).reduce(1) { product, _ in product * 10 }
        let scaled = number.magnitude * Double(scale) + 0.5
        guard scaled < 0x1p63 else { return "-" }
        let units = Int(scaled)
        let sign = number < 0 && units > 0 ? "-" : ""
        let whole = sign + grouped(units / scale)
        guard places > 0 else { return whole }
        let rest = String(units % scale)
        return whole + "." + String(repeating: "0", count: places - rest.count) + rest
    }

    /// A share, 0 to 1, as percent: `0.37%`.
    ///
    /// Without a number of places there are two below 1%, else one.
    public static func percent(_ share: Double, places: Int? = nil) -> String {
        let percent = share * 100
        let usual = percent != 0 && percent.magnitude < 0.995 ? 2 : 1
        return share.isFinite ? decimal(percent, places: places ?? usual) + "%" : "-"
    }

    /// A change with its sign: `+1.2%`, `-3.1%`, `0.0%`.
    public static func change(_ share: Double, places: Int = 1) -> String {
        let text = percent(share, places: places)
        let isNothing = text.allSatisfy { "0.%".contains($0) }
        return share > 0 && !isNothing ? "+" + text : text
    }

    /// An amount of money with its symbol: `€ 1 284.50`, `-€ 3`.
    ///
    /// Places are the digits of minor units in a major one: 2 for most currencies. A whole amount has its minor units
    /// rounded away.
    public static func money(minorUnits: Int, symbol: String, places: Int = 2, isWhole: Bool = false) -> String {
        let places = min(max(0, places), 9)
        let scale = (0..<places).reduce(1) { product, _ in product * 10 }
        let magnitude = minorUnits.magnitude
        var major = Int(magnitude / UInt(scale))
        let minor = Int(magnitude % UInt(scale))
        if isWhole, minor * 2 >= scale, places > 0 { major += 1 }
        let decimals = String(minor)
        let rest = isWhole || places == 0 ? "" : "." + String(repeating: "0", count: places - decimals.count) + decimals
        let isNothing = major == 0 && (minor == 0 || isWhole)
        let sign = minorUnits < 0 && !isNothing ? "-" : ""
        return sign + (symbol.isEmpty ? "" : symbol + " ") + grouped(major) + rest
    }

    /// A number in three digits or so: `999`, `1.2k`, `12k`, `1.3M`.
    public static func short(_ number: Int) -> String {
        let sign = number < 0 ? "-" : ""
        var value = Double(number.magnitude)
        for unit in ["", "k", "M", "G", "T", "P", "E"] {
            let isSmall = value < 9.95
            if value < 999.5 || unit == "E" {
                let places = unit.isEmpty || !isSmall ? 0 : 1
                return sign + decimal(value, places: places) + unit
            }
            value /= 1000
        }
        return sign
    }
}

/// How far a number is to be trusted.
public enum Certainty: Hashable, Sendable {
    case exact
    /// Was exact, and something has changed since.
    case stale
    /// Counted on a sample.
    case estimate
}

extension Certainty {
    /// A number with the sign of its certainty, in the role that belongs to it: `≈4 700`, `~4 731`.
    public func line(_ number: String, glyphs: Glyphs) -> Line {
        self == .exact ? Line(number) : Line(sign(glyphs) + number, .stale)
    }

    /// What stands before the number.
    public func sign(_ glyphs: Glyphs) -> String {
        switch self {
        case .exact: ""
        case .stale: String(glyphs.stale)
        case .estimate: String(glyphs.estimate)
        }
    }
}
