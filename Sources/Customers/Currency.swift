/// A currency of ISO 4217: its code, how finely it is counted, and its sign.
public struct Currency: Hashable, Sendable {
    /// Three capital letters: `EUR`.
    public let code: String

    /// The currency of a code in any case, or nothing where ISO 4217 lists none in use since 2023.
    ///
    /// An unknown code is refused because amounts cannot be read without the number of fraction digits.
    public init?(code: some StringProtocol) {
        let capitals = code.uppercased()
        guard capitals.utf8.count == 3, Currency.codes.contains(capitals) else { return nil }
        self.code = capitals
    }

    /// Digits after the point: 2 for most, 0 for the yen, 3 for the Tunisian dinar.
    public var fractionDigits: Int {
        Currency.unusualFractionDigits[code] ?? 2
    }

    /// What screens write before an amount: a sign that is clear without context, otherwise the code.
    public var symbol: String {
        Currency.symbols[code] ?? code
    }
}

extension Currency: CustomStringConvertible {
    /// The code.
    public var description: String { code }
}

extension Currency {
    /// Source: ISO 4217, list one of January 2026, without funds, metals and test codes; then those withdrawn since 2023,
    /// which recent orders still bear.
    private static let codes = Set(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP \
        CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG \
        HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL \
        MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR \
        RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD \
        TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ANG BGN HRK SLL ZWL
        """.split(separator: " ").map(String.init))

    /// Source: the column of minor units in ISO 4217, list one, where it is not 2.
    private static let unusualFractionDigits = [
        "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0, "UGX": 0,
        "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
        "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
    ]

    private static let symbols = [
        "AMD": "֏", "AZN": "₼", "BRL": "R$", "CZK": "Kč", "EUR": "€", "GBP": "£", "GEL": "₾", "ILS": "₪", "INR": "₹",
        "JPY": "¥", "KRW": "₩", "KZT": "₸", "MNT": "₮", "NGN": "₦", "PHP": "₱", "PLN": "zł", "RUB": "₽", "TRY": "₺",
        "UAH": "₴", "USD": "$", "VND": "₫",
    ]
}
