/// The name and addresses of a person as a file writes them.
struct Contact {
    var given: String
    var family: String
    /// Nil for those who never gave one.
    var email: String?
    var phone: String?

    init(of person: Person, seed: UInt64) {
        given = person.given.text
        family = person.family.text
        let domain = ["example.com", "example.org", "example.net"][person.number % 3]
        email = person.hasEmail ? "\(person.given.latin).\(person.family.latin)\(person.number)@\(domain)" : nil
        if person.hasPhone {
            // The multiplier shares no factor with the modulus, so that every number below it has its own serial.
            let serial = (person.number * 7_654_321 + Int(seed % 1000)) % Shop.profileLimit
            let phone = person.place.phone(serial: serial)
            self.phone = phone.country + phone.national
        }
    }
}
