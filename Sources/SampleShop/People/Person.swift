/// Who somebody is, before they did anything.
struct Person {
    /// From 1.
    var number: Int
    let place: Place
    let language: Language
    let given: Name
    let family: Name
    let isWoman: Bool
    let tellsGender: Bool
    /// In days since 1970-01-01.
    let birthday: Int?
    let household: Household
    /// In half sizes: 77 is 38.5.
    let shoeSize: Int
    let tellsSize: Bool
    let width: String
    let favourite: Category
    let interests: [String]
    let device: Device
    let hasEmail: Bool
    let hasPhone: Bool
    let usualHour: Int
    var habit: Habit
    var acquisition: Acquisition
    /// When they subscribed, in seconds since the opening.
    var joined: Int

    init(number: Int, seed: UInt64, clock: SeasonalClock) {
        var random = Random(seed: seed, number: number, purpose: .person)
        self.number = number
        place = Place.all[random.index(by: Place.shares)]
        language = place.country == "GB" && random.chance(130) ? .polish : place.language
        isWoman = random.chance(640)
        let names = Names.of(language)
        given = random.pick(isWoman ? names.women : names.men)
        family = random.pick(isWoman ? names.womensFamilies : names.mensFamilies)
        tellsGender = random.chance(940)
        let born = Person.born(random: &random)
        birthday = random.chance(920) ? born : nil
        household = Household(born: born, random: &random)
        shoeSize = Person.shoeSize(isWoman: isWoman, random: &random)
        tellsSize = random.chance(900)
        width = random.pick(["", "narrow", "regular", "regular", "regular", "wide"])
        favourite =
            Category.allCases[random.index(by: Category.choices(woman: isWoman, parent: household.children > 0))]
        habit = Habit.allCases[random.index(by: Habit.shares)]
        interests = Person.interests(favourite, household, habit, random: &random)
        acquisition = Acquisition.of(habit, random: &random)
        device = Device.usual(random: &random)
        hasEmail = random.chance(980)
        hasPhone = random.chance(780)
        usualHour = DailyRhythm.usualHour(random: &random)
        joined = Person.joined(place: place, usualHour: usualHour, clock: clock, random: &random)
    }

    /// A birthday between 17 and 77 years before the end of the window, most about 37 years.
    private static func born(random: inout Random) -> Int {
        let age = 17 + random.below(21) + random.below(21) + (random.chance(120) ? random.below(20) : 0)
        return Window.firstDay + Window.days - age * 36_525 / 100 - random.below(365)
    }

    /// Bell-shaped: around 38 for women, 43 for men.
    private static func shoeSize(isWoman: Bool, random: inout Random) -> Int {
        (isWoman ? 71 : 80) + random.below(5) + random.below(5) + random.below(5)
    }

    private static func interests(
        _ favourite: Category, _ household: Household, _ habit: Habit, random: inout Random
    ) -> [String] {
        guard random.chance(800) else { return [] }
        var interests = [favourite.name]
        if household.children > 0, favourite != .kids, random.chance(500) { interests.append("kids") }
        if random.chance(habit == .discountHunter ? 700 : 120) { interests.append("sale") }
        if random.chance(habit == .trendsetter ? 700 : 80) { interests.append("new_collection") }
        let more = Category.allCases[random.index(by: Category.choices(woman: true, parent: false))].name
        if random.chance(300), !interests.contains(more) { interests.append(more) }
        return interests
    }

    /// A quarter came in the first three months; later more in busy seasons.
    private static func joined(
        place: Place, usualHour: Int, clock: SeasonalClock, random: inout Random
    ) -> Int {
        let reading = random.unit() * (random.chance(180) ? 90 : clock.end)
        let day = min(clock.day(at: min(reading, clock.end - 0.001)), Window.days - 1)
        let second = DailyRhythm.second(usualHour: usualHour, random: &random) - place.offset * 3600
        return min(max(day * Window.secondsADay + second, random.below(3600)), Window.seconds - 1 - random.below(3600))
    }
}
