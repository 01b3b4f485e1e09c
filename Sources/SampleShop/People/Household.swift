/// With whom somebody lives.
struct Household {
    /// Empty when not told.
    let maritalStatus: String
    let children: Int
    /// The birthday of the youngest child, in days since 1970-01-01.
    let youngestBorn: Int?
    /// Empty when not told.
    let pet: String

    init(born: Int, random: inout Random) {
        let lastDay = Window.firstDay + Window.days
        let age = (lastDay - born) / 365
        maritalStatus = random.pick(
            age < 24
                ? ["", "single", "single", "single"]
                : ["", "single", "married", "married", "married", "divorced", age > 55 ? "widowed" : "married"])
        let parent = age >= 24 && random.chance(maritalStatus == "married" ? 620 : 280)
        children = parent ? 1 + random.index(by: Household.families) : 0
        youngestBorn = parent ? lastDay - 1 - random.below(min(17, age - 20) * 365) : nil
        pet = random.pick(["", "none", "none", "cat", "cat", "dog"])
    }

    /// The shoe size of the youngest child on a day of the window, in half sizes.
    func childsShoeSize(day: Int) -> Int {
        let born = youngestBorn ?? Window.firstDay
        let months = max(0, (Window.firstDay + day - born) / 30)
        // About 20 at one year, three sizes more by two, and slower from there on.
        return 2 * min(38, months < 24 ? 20 + max(0, months - 10) / 4 : 23 + (months - 24) / 11)
    }

    private static let families = Weights([55, 35, 10])
}
