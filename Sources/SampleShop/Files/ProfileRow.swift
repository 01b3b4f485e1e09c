import Customers

extension Rows {
    mutating func append(_ life: Life, contact: Contact) {
        let person = life.person
        field(person.number)
        field(contact.email ?? "")
        field(contact.phone ?? "")
        field(contact.given)
        field(contact.family)
        field(person.tellsGender ? (person.isWoman ? "F" : "M") : "")
        if let birthday = person.birthday { date(birthday) } else { blank() }
        field(person.place.town)
        field(person.place.country)
        field(person.place.zone)
        field(person.language.rawValue)
        append(person.household)
        if person.tellsSize { size(person.shoeSize) } else { blank() }
        field(person.width)
        field(person.interests.joined(separator: "|"))
        field(person.acquisition.name)
        field(person.device.name)
        appendLoyalty(of: life)
        instant(person.joined)
        field(life.consents(to: .email))
        field(life.consents(to: .sms))
        field(life.consents(to: .push))
        endRow()
    }

    private mutating func append(_ household: Household) {
        field(household.maritalStatus)
        field(household.children)
        if let born = household.youngestBorn { date(born) } else { blank() }
        field(household.pet)
    }

    /// A point for every euro spent; tiers from 600 and 1,500 points on.
    private mutating func appendLoyalty(of life: Life) {
        let points = life.spent / 100
        let tier =
            switch points {
            case 1500...: "gold"
            case 600...: "silver"
            case 1...: "bronze"
            default: ""
            }
        field(tier)
        field(points)
    }
}
