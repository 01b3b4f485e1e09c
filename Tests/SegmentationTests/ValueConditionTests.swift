import Customers
import Testing

struct ValueConditionTests {
    @Test(arguments: [
        ("= 19.99", [1]), ("= 20", [2]), ("> 19.99", [2]), (">= 19.990", [1, 2]), ("< 19.995", [0, 1]),
        ("> 19.985", [1, 2]), ("= 19.995", []), ("!= 19.99", [0, 2, 3]), ("between -0.01 and 19.99", [0, 1]),
        ("in (20, 19.99)", [1, 2]), ("not in (20, 0)", [0, 1, 3]), ("missing", [3]), ("< 0", [0]),
    ])
    func `compares money in major units, exactly`(test: String, members: [Int]) throws {
        let shop = SmallShop([
            Person(["spent": .money(-1)]), Person(["spent": .money(1999)]), Person(["spent": .money(2000)]), Person(),
        ])
        #expect(try shop.members("spent \(test)") == members)
    }

    @Test(arguments: [
        ("= 44", [1]), ("= 44.5", []), ("< 44.5", [0, 1]), (">= 43.5", [1]), ("> -1.5", [0, 1]), ("!= 44.5", [0, 1]),
        ("> 9000000000000000000", []), ("< 9000000000000000000", [0, 1]), ("<= -0.5", []), (">= -0.5", [0, 1]),
    ])
    func `compares whole numbers with decimals`(test: String, members: [Int]) throws {
        let shop = SmallShop([Person(["size": .integer(0)]), Person(["size": .integer(44)])])
        #expect(try shop.members("size \(test)") == members)
    }

    @Test(arguments: [("= true", [0]), ("= 1", [0]), ("!= true", [1, 2]), ("= 0", [1]), ("in (true, false)", [0, 1])])
    func `compares booleans`(test: String, members: [Int]) throws {
        let shop = SmallShop([Person(["vip": .boolean(true)]), Person(["vip": .boolean(false)]), Person()])
        #expect(try shop.members("vip \(test)") == members)
    }

    @Test func `someone born on a leap day grows older on 28 February in common years`() throws {
        let shop = SmallShop([Person(["birth": .date(2000, 2, 29)]), Person(["birth": .date(2030, 1, 1)]), Person()])
        #expect(try shop.members("age = 25", asOf: "2026-02-27T00:00:00Z") == [0])
        #expect(try shop.members("age >= 26", asOf: "2026-02-28T00:00:00Z") == [0])
        #expect(try shop.members("age = 27", asOf: "2028-02-28T00:00:00Z") == [0])
        #expect(try shop.members("age = 28", asOf: "2028-02-29T00:00:00Z") == [0])
        #expect(try shop.members("age missing", asOf: "2028-02-29T00:00:00Z") == [1, 2])
        #expect(try shop.members("age < 30.5", asOf: "2028-02-29T00:00:00Z") == [0])
        #expect(try shop.members("age != 28", asOf: "2028-02-29T00:00:00Z") == [1, 2])
    }

    @Test(arguments: [
        ("2026-02-22", [0, 2]), ("2026-02-21", []), ("2028-02-22", [2]), ("2028-02-23", [0, 2]), ("2026-12-28", [1]),
        ("2026-12-26", [1]), ("2026-12-25", []),
    ])
    func `an anniversary comes round each year`(day: String, members: [Int]) throws {
        let shop = SmallShop([
            Person(["birth": .date(2000, 2, 29)]), Person(["birth": .date(1990, 1, 1)]),
            Person(["birth": .date(1999, 2, 28)]),
        ])
        #expect(try shop.members("anniversary of birth within next 7 days", asOf: "\(day)T09:00:00Z") == members)
    }
}
