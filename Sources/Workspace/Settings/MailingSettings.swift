public import Analytics
import Customers

extension Settings {
    /// Begins the keys of what a campaign cost as a whole: `cost.spring`.
    static let costPrefix = "cost."

    /// What mails cost and which share of revenue is margin; none where one of both is not set.
    public var mailingCosts: MailingCosts? {
        guard let margin = Double(self["margin"]) else { return nil }
        let scale = (0..<currency.fractionDigits).reduce(1.0) { scale, _ in scale * 10 }
        var campaigns: [String: Int64] = [:]
        for (key, value, _) in all where key.hasPrefix(Self.costPrefix) {
            campaigns[String(key.dropFirst(Self.costPrefix.count))] =
                Money(parsing: value, currency: currency)?.minorUnits
        }
        let perMail = Double(self["mail_cost"]).map { $0 * scale }
        guard perMail != nil || !campaigns.isEmpty else { return nil }
        return MailingCosts(perMail: perMail, campaigns: campaigns, margin: margin)
    }

    /// What measures call events, and after how many mails without an open in how many days a person is silent.
    var measureVocabulary: MeasureVocabulary {
        let standard = MeasureVocabulary.standard
        return MeasureVocabulary(
            events: standard.events, subscribed: standard.subscribed, returned: standard.returned,
            silentMails: Int(self["silent_mails"]) ?? standard.silentMails,
            silentDays: Int(self["silent_days"]) ?? standard.silentDays)
    }
}
