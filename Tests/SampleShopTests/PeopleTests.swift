import SampleShop
import Testing

struct PeopleTests {
    let sample = Sample.standard

    @Test func `nobody can be reached: addresses are reserved and numbers are unassigned`() {
        let fictional = ["+4800", "+7000", "+44000", "+35300", "+6100", "+1555"]
        for profile in sample.profiles.rows {
            let domain = profile["email"].lowercased().split(separator: "@").last.map(String.init)
            #expect(domain == nil || ["example.com", "example.org", "example.net"].contains(domain))
            let phone = profile["phone"].replacing(" ", with: "")
            #expect(phone.isEmpty || fictional.contains { phone.hasPrefix($0) })
        }
    }

    @Test func `only second records share an address`() {
        let second = Set(sample.shop.duplicates.map { String($0.profile) })
        for column in ["email", "phone"] {
            let values = sample.profiles.rows.filter { $0.has(column) && !second.contains($0["profile_id"]) }
                .map { $0[column] }
            #expect(Set(values).count == values.count)
        }
    }

    @Test func `birthdays are spread over the year`() {
        let birthdays = sample.profiles.rows.map { $0["birth_date"] }.filter { !$0.isEmpty }
        let months = birthdays.reduce(into: [:]) { $0[$1.dropFirst(5).prefix(2), default: 0] += 1 }
        #expect(months.count == 12)
        #expect(months.values.allSatisfy { (0.06...0.11).contains(Double($0) / Double(birthdays.count)) })
        #expect(birthdays.count < sample.profiles.rows.count)
    }

    @Test func `children are of every age from the cradle to seventeen`() {
        let parents = sample.profiles.rows.filter { $0.number("children") > 0 }
        #expect(parents.allSatisfy { $0.has("youngest_child_birth_date") })
        let ages = parents.map { (Sample.closingTime - $0.time("youngest_child_birth_date")) / (365 * 86_400) }
        #expect(Set(ages) == Set(0...16))
        let childless = sample.profiles.rows.filter { $0.number("children") == 0 }
        #expect(childless.allSatisfy { !$0.has("youngest_child_birth_date") })
    }

    @Test(arguments: [("pl", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"), ("ru", "абвгдежзийклмнопрстуфхцчшщыьэюя"), ("en", "ë'áéW")])
    func `names are written in the script of the language`(language: String, letters: String) {
        let people = sample.profiles.rows.filter { $0["language"] == language }
        let marked = people.count { profile in
            (profile["first_name"] + profile["last_name"]).contains { letters.contains($0) }
        }
        #expect(people.count > 1000)
        #expect(marked * 10 > people.count)
    }

    @Test func `customers live in ten time zones`() {
        #expect(Set(sample.profiles.rows.map { $0["time_zone"] }).count >= 10)
    }

    @Test func `adults buy their own size, or half a size off`() {
        let sizes = sample.profileByID.mapValues { Double($0["shoe_size"]) }
        let buyers = Dictionary(
            uniqueKeysWithValues: sample.orders.rows.map { ($0["order_id"], $0["profile_id"]) })
        var exact = 0
        var off = 0
        for line in sample.lines.rows where line["category"] != "kids" {
            guard let bought = Double(line["size"]), let buyer = buyers[line["order_id"]],
                case let own?? = sizes[buyer]
            else { continue }
            #expect(abs(bought - own) <= 0.5)
            if bought == own { exact += 1 } else { off += 1 }
        }
        #expect(exact > 5 * off)
        #expect(off > 0)
    }

    @Test func `interests are lists of one or several`() {
        let counts = Set(sample.profiles.rows.map { $0["interests"].split(separator: "|").count })
        #expect(counts.isSuperset(of: [0, 1, 2, 3]))
    }

    @Test func `tiers follow the points`() {
        for profile in sample.profiles.rows {
            let tier =
                switch profile.number("loyalty_points") {
                case 1500...: "gold"
                case 600...: "silver"
                case 1...: "bronze"
                default: ""
                }
            #expect(profile["loyalty_tier"] == tier)
        }
        #expect(Set(sample.profiles.rows.map { $0["loyalty_tier"] }).count == 4)
    }
}
