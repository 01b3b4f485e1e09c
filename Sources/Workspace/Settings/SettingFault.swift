import Customers
import Phrases

/// Why a setting cannot take a value, as a part of a sentence.
enum SettingFault: Hashable {
    case noZone(String)
    /// The zone is a zone, and this machine has no table of it.
    case unknownZone(String)
    case noWeekday
    case noCurrency(String)
    case noCallingCode
    case noGroups
    case beyond(ClosedRange<Int>)
    case noNumber, noShare, negativeCost
    case orderAsRefund
    case noTruth
    case noRate
    case empty
}

extension SettingFault {
    /// The fault of a value for a key; none where the key can take it.
    init?(of value: String, for key: String) {
        guard let fault = Self.fault(of: value, for: key) else { return nil }
        self = fault
    }

    private static func fault(of value: String, for key: String) -> SettingFault? {
        switch key {
        case "time_zone": return CivilCalendar(zone: value) == nil ? .noZone(value) : nil
        case "first_weekday": return Settings.weekdays.contains(value.lowercased()) ? nil : .noWeekday
        case "currency": return Currency(code: value) == nil ? .noCurrency(value) : nil
        case "default_country":
            let isCode =
                value.utf8.count <= 4 && value.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            return isCode ? nil : .noCallingCode
        case "rfm_groups": return wholeNumber(value, in: 2...10) == nil ? nil : .noGroups
        case "mail_cost", "margin": return mailing(value, for: key)
        case let key where key.hasPrefix(Settings.costPrefix): return mailing(value, for: key)
        case "silent_mails": return wholeNumber(value, in: 1...1000)
        case "silent_days": return wholeNumber(value, in: 1...3650)
        case "refund_event" where ["order", "purchase"].contains(value): return .orderAsRefund
        case "find_yo": return ["true", "false"].contains(value) ? nil : .noTruth
        case let key where key.hasPrefix("rate."):
            var table = RateTable(into: .euro)
            guard let (currency, date) = Settings.rate(key), (try? table.add(value, of: currency, on: date)) != nil
            else { return .noRate }
            return nil
        default: return value.isEmpty ? .empty : nil
        }
    }

    private static func wholeNumber(_ value: String, in range: ClosedRange<Int>) -> SettingFault? {
        guard let number = Int(value), range.contains(number) else { return .beyond(range) }
        return nil
    }

    /// Why a value is no cost of mails, or no margin; empty takes it back.
    private static func mailing(_ value: String, for key: String) -> SettingFault? {
        guard !value.isEmpty else { return nil }
        guard let number = Double(value), number.isFinite else { return .noNumber }
        if key == "margin" { return number > 0 && number <= 1 ? nil : .noShare }
        return number >= 0 ? nil : .negativeCost
    }

    /// What is wrong with the value, or what to write instead.
    var phrase: Phrase {
        switch self {
        case .noZone(let value):
            Phrase("setting.wrong.zone", "‘%1’ is no IANA zone such as Europe/Warsaw", value)
        case .unknownZone(let value):
            Phrase("setting.wrong.machine", "‘%1’ is not known on this machine", value)
        case .noWeekday: Phrase("setting.wrong.weekday", "write a day such as monday")
        case .noCurrency(let value):
            Phrase("setting.wrong.currency", "‘%1’ is no code of ISO 4217 such as EUR", value)
        case .noCallingCode: Phrase("setting.wrong.calling", "write the digits of a calling code such as 48")
        case .noGroups: Phrase("setting.wrong.groups", "write a number from 2 to 10")
        case .beyond(let range):
            Phrase("setting.wrong.range", "write %1 to %2", "\(range.lowerBound)", "\(range.upperBound)")
        case .noNumber: Phrase("setting.wrong.number", "write a number such as 0.4")
        case .noShare: Phrase("setting.wrong.share", "write a share above 0, up to 1")
        case .negativeCost: Phrase("setting.wrong.cost", "a cost is not below 0")
        case .orderAsRefund: Phrase("setting.wrong.refund", "orders are no refunds")
        case .noTruth: Phrase("setting.wrong.truth", "write true or false")
        case .noRate: Phrase("setting.wrong.rate", "write what one unit is worth, such as 0.92")
        case .empty: Phrase("setting.wrong.empty", "it cannot be empty")
        }
    }
}
