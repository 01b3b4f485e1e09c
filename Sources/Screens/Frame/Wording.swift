import Customers
import Filters
import Phrases
import Terminal

extension Context {
    /// A text in the language of the interface.
    func say(_ key: String, _ english: String, _ arguments: String...) -> String {
        catalogue.text(Phrase(key, english: english, arguments: arguments))
    }

    func say(_ phrase: Phrase) -> String { catalogue.text(phrase) }

    func say(_ failure: Failure) -> String { catalogue.text(failure.phrase) }

    /// `4 731 people`, `1 person`.
    func people(_ count: Int) -> String {
        say(Phrase("people", one: "%1 person", other: "%1 people", count: count, Numbers.grouped(count)))
    }

    /// An amount in the workspace's currency, in whole major units.
    func money(_ minor: Int64, isWhole: Bool = true) -> String {
        let (symbol, places) = Currency.form(of: store?.summary.currency ?? "")
        return Numbers.money(minorUnits: Int(minor), symbol: symbol, places: places, isWhole: isWhole)
    }

    /// How many minor units of the workspace's currency make a major one.
    var minorUnits: Int {
        let places = Currency.form(of: store?.summary.currency ?? "").places
        return (0..<places).reduce(1) { product, _ in product * 10 }
    }

    /// An amount in whole major units, in three digits or so: `25k`.
    func shortMoney(_ minor: Int64) -> String {
        Numbers.short(Int(minor) / minorUnits)
    }

    /// An amount with its symbol, in three digits or so: `€ 25k`.
    func briefMoney(_ minor: Int64) -> String {
        let symbol = Currency.form(of: store?.summary.currency ?? "").symbol
        return (symbol.isEmpty ? "" : symbol + " ") + shortMoney(minor)
    }

    func date(_ instant: Instant) -> String { calendar.date(at: instant).description }

    /// `2026-11-22 14:02`, in the workspace's zone.
    func time(_ instant: Instant) -> String {
        let (date, milliseconds) = calendar.local(at: instant)
        let minute = milliseconds / 60_000
        return "\(date) \(padded(minute / 60)):\(padded(minute % 60))"
    }

    /// `14:02:29`, in the workspace's zone.
    func clock(_ instant: Instant) -> String {
        let seconds = calendar.local(at: instant).milliseconds / 1000
        return "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    }

    /// What all screens are limited to: a segment by its name, anything else as a filter.
    var scopeName: String {
        guard case .membership(.member(let name))? = try? Filter(parsing: scope) else { return scope }
        return name
    }

    /// Whole days from an instant to the date of the question: `18 d`.
    func age(of instant: Instant) -> String {
        let end = Int((asOfDate ?? today).dayNumber)
        return days(max(0, end - Int(calendar.date(at: instant).dayNumber)))
    }

    /// Two digits.
    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    func text(_ value: Value) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): number == number.rounded() ? Numbers.decimal(number, places: 0) : "\(number)"
        case .integer(let number): String(number)
        case .boolean(let isTrue): isTrue ? say("yes", "yes") : say("no", "no")
        case .date(let date): date.description
        case .timestamp(let instant): time(instant)
        case .money(let minor): money(minor, isWhole: false)
        case .list(let texts): texts.joined(separator: ", ")
        }
    }
}

/// How currencies are written.
private enum Currency {
    /// Symbol and decimals of an ISO 4217 code; the code itself for one without a symbol of its own.
    static func form(of code: String) -> (symbol: String, places: Int) {
        switch code {
        case "EUR": ("€", 2)
        case "USD": ("$", 2)
        case "GBP": ("£", 2)
        case "RUB": ("₽", 2)
        case "PLN": ("zł", 2)
        case "UAH": ("₴", 2)
        case "JPY", "KRW", "VND", "CLP", "ISK": (code, 0)
        case "KWD", "BHD", "JOD", "OMR", "TND": (code, 3)
        default: (code, 2)
        }
    }
}
