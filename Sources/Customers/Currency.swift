/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable {
    /// Three capitals: `EUR`.
    public let code: String

    public init(code: String) {
        self.code = code
    }

    /// Digits of the minor unit: 2 for cents.
    ///
    /// ISO 4217, list one.
    public var fractionDigits: Int {
        switch code {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        case "CLF", "UYW": 4
        default: 2
        }
    }

    /// The sign by which people know it, or the code.
    public var symbol: String {
        switch code {
        case "EUR": "€"
        case "USD": "$"
        case "GBP": "£"
        case "PLN": "zł"
        case "RUB": "₽"
        case "UAH": "₴"
        case "JPY": "¥"
        case "KZT": "₸"
        case "CZK": "Kč"
        default: code
        }
    }

    /// An amount of minor units in major units, as in `1204.50`.
    public func major(_ minor: Int64) -> String {
        guard fractionDigits > 0 else { return "\(minor)" }
        let digits = String(minor.magnitude)
        let padded = String(repeating: "0", count: max(0, fractionDigits + 1 - digits.count)) + digits
        return (minor < 0 ? "-" : "") + padded.dropLast(fractionDigits) + "." + padded.suffix(fractionDigits)
    }
}
