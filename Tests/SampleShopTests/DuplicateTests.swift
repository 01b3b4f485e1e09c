import SampleShop
import Testing

struct DuplicateTests {
    let sample = Sample.standard

    @Test func `a shop of five thousand knows twenty-five people twice`() {
        #expect(sample.shop.duplicates.count == 25)
        let second = Set(sample.shop.duplicates.map(\.profile))
        #expect(sample.shop.duplicates.allSatisfy { !second.contains($0.original) && $0.original < $0.profile })
    }

    @Test func `a second record agrees in the birthday and the town and differs in an address`() {
        let profiles = sample.profileByID
        for (copy, original) in sample.shop.duplicates {
            guard let copy = profiles[String(copy)], let original = profiles[String(original)] else {
                Issue.record("a duplicate of nobody")
                continue
            }
            #expect(["birth_date", "city", "gender"].allSatisfy { copy[$0] == original[$0] })
            #expect(copy["email"] != original["email"])
        }
    }

    @Test func `some share a telephone, some an e-mail but for its case, some neither`() {
        let profiles = sample.profileByID
        var phone = 0
        var email = 0
        var neither = 0
        for (copy, original) in sample.shop.duplicates {
            guard let copy = profiles[String(copy)], let original = profiles[String(original)] else { continue }
            let samePhone = copy.has("phone") && copy["phone"].replacing(" ", with: "") == original["phone"]
            let sameEmail = copy["email"].lowercased() == original["email"]
            phone += samePhone ? 1 : 0
            email += sameEmail ? 1 : 0
            neither += !samePhone && !sameEmail ? 1 : 0
        }
        #expect(phone >= 5)
        #expect(email >= 4)
        #expect(neither >= 4)
    }

    @Test(arguments: [(1, 0), (117, 0), (118, 1), (300, 1), (318, 2)])
    func `one profile in two hundred is a duplicate`(profiles: Int, duplicates: Int) {
        #expect(Shop(profiles: profiles).duplicates.count == duplicates)
    }
}
