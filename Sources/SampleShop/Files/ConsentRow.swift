import Customers

extension Rows {
    /// The ledger speaks of addresses: the e-mail for letters, the telephone for text messages, the profile for the
    /// app.
    mutating func append(_ change: ConsentChange, of person: Person, contact: Contact) {
        field(identifier(for: change.channel, of: person, contact: contact).description)
        field(change.channel.rawValue)
        field(change.purpose.rawValue)
        field(change.isGranted ? "granted" : "withdrawn")
        instant(change.moment.time)
        field(change.origin.rawValue)
        // The wording was rewritten when the shop was ten months old.
        field("\(person.language.rawValue)-\(change.moment.time < 304 * Window.secondsADay ? 1 : 2)")
        endRow()
    }

    private func identifier(for channel: Channel, of person: Person, contact: Contact) -> Identifier {
        let profile = Identifier(kind: "profile_id", value: String(person.number))
        return switch channel {
        case .email: contact.email.map { Identifier(kind: "email", value: $0) } ?? profile
        case .sms: contact.phone.map { Identifier(kind: "phone", value: $0) } ?? profile
        case .push: profile
        }
    }
}
