import SampleShop
import Testing

struct ConsentTests {
    let sample = Sample.standard

    @Test(arguments: ["email", "sms", "push"])
    func `the consents of a profile are the last word of the ledger`(channel: String) {
        var granted: Set<String> = []
        for row in sample.consents.rows where row["channel"] == channel && row["purpose"] == "marketing" {
            if row["state"] == "granted" {
                granted.insert(row["identifier"])
            } else {
                granted.remove(row["identifier"])
            }
        }
        // Two records of one person may speak of one address, and contradict each other.
        let twice = Set(sample.shop.duplicates.flatMap { [String($0.profile), String($0.original)] })
        for profile in sample.profiles.rows where !twice.contains(profile["profile_id"]) {
            #expect((profile[channel + "_consent"] == "1") == granted.contains(identifier(of: profile, on: channel)))
        }
        #expect(granted.count > 500)
    }

    @Test func `some take their consent back and some give it again`() {
        let marketing = sample.consents.rows.filter { $0["purpose"] == "marketing" }
        #expect(marketing.count { $0["state"] == "withdrawn" } > 100)
        #expect(marketing.contains { $0["source"] == "preference_centre" })
    }

    @Test func `no letter goes to anybody who does not allow it at that time`() {
        var allowed: [String: [(time: Int, isGranted: Bool)]] = [:]
        for row in sample.consents.rows where row["channel"] == "email" && row["purpose"] == "marketing" {
            allowed[row["identifier"], default: []].append((row.time("time"), row["state"] == "granted"))
        }
        let profiles = sample.profileByID
        for event in sample.events.rows where event["type"] == "email_sent" {
            let address = profiles[event["profile_id"]].map { identifier(of: $0, on: "email") } ?? ""
            let said = allowed[address, default: []].last { $0.time <= event.time("timestamp") }
            #expect(said?.isGranted == true)
        }
    }

    @Test func `every consent names what was read, in the language of the reader`() {
        let wordings = Set(sample.consents.rows.map { $0["wording"] })
        #expect(wordings == ["pl-1", "pl-2", "ru-1", "ru-2", "en-1", "en-2"])
    }

    private func identifier(of profile: Table.Row, on channel: String) -> String {
        switch channel {
        case "email": "email:" + profile["email"]
        case "sms": "phone:" + profile["phone"]
        default: "profile_id:" + profile["profile_id"]
        }
    }
}
