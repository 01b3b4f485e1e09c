/// A made-up shop for shoes and accessories, with everything its systems would export.
///
/// The shop opens on 1 November 2024 and the files end on 1 November 2026, 00:00 UTC. Customers live in Poland, Russia,
/// Kazakhstan, Great Britain, Ireland, the United States and Australia and write their names in Polish, Russian and
/// English. Nobody is real: names are combined by chance, e-mails end in `example.com`, `example.org` or `example.net`,
/// and telephone numbers begin in ways that no network gives out. Prices are euros with tax.
///
///     let shop = Shop(profiles: 300, seed: 7)
///     try shop.write(.orders) { bytes in try file.write(bytes) }
///
/// The same size and seed give the same bytes on every machine. What the data tell:
///
/// - 8 % of the buyers bring about 40 % of the revenue; some of them have not been back for half a year or more.
/// - Four in ten subscribers have been there for over 30 days and never bought; among them are window shoppers, who
///   fill carts.
/// - Two carts in three see no order within 24 hours.
/// - November and July are sales, with discount hunters; March and September bring the new collection. Saturdays and
///   evenings are busy, in the zone of each customer.
/// - Of 29 mailings `c19` is opened far more often than any other.
/// - One profile in two hundred is somebody already known, misspelled or with another address (see ``duplicates``).
public struct Shop: Sendable {
    /// Profiles a shop can have at most; telephone numbers run out there.
    public static let profileLimit = 10_000_000

    /// How many profiles `profiles.csv` holds, numbered from 1.
    public let profiles: Int
    public let seed: UInt64
    let catalogue: Catalogue
    /// How many whole lives' worth of rows to hold in memory, about.
    let livesAtOnce: Int
    private let clocks: [SeasonalClock]

    /// Plans a shop; nothing is made until a file is written.
    ///
    /// - Precondition: `profiles` lies between 0 and ``profileLimit``.
    public init(profiles: Int = 5000, seed: UInt64 = 1) {
        self.init(profiles: profiles, seed: seed, livesAtOnce: 250_000)
    }

    /// Plans a shop that is written with less memory, or faster; the files are the same.
    ///
    /// - Precondition: `profiles` lies between 0 and ``profileLimit``, `livesAtOnce` is above 0.
    package init(profiles: Int, seed: UInt64, livesAtOnce: Int) {
        precondition(
            (0...Shop.profileLimit).contains(profiles), "more profiles than telephone numbers, or less than none")
        self.profiles = profiles
        self.seed = seed
        self.livesAtOnce = livesAtOnce
        catalogue = Catalogue(seed: seed)
        clocks = Season.allCases.map(SeasonalClock.init)
    }

    /// The profiles that are somebody else's second record: its number and that of the first record.
    ///
    /// In the order of the numbers, one in two hundred profiles.
    public var duplicates: [(profile: Int, original: Int)] {
        (0..<profiles).compactMap { index in
            Duplicate(number: index + 1, seed: seed).map { (index + 1, $0.original) }
        }
    }

    func clock(of season: Season) -> SeasonalClock {
        clocks[season.rawValue]
    }

    /// Who a profile is; a duplicate has the traits of the first record and a life of its own.
    func person(_ number: Int) -> Person {
        let clock = clock(of: .ordinary)
        guard let duplicate = Duplicate(number: number, seed: seed) else {
            return Person(number: number, seed: seed, clock: clock)
        }
        var person = Person(number: duplicate.original, seed: seed, clock: clock)
        let other = Person(number: number, seed: seed, clock: clock)
        person.number = number
        person.habit = other.habit == .silent ? .silent : .oneTimer
        person.acquisition = other.acquisition
        person.joined = max(person.joined, other.joined)
        return person
    }

    /// How a profile is written.
    func contact(of person: Person) -> Contact {
        guard let duplicate = Duplicate(number: person.number, seed: seed) else {
            return Contact(of: person, seed: seed)
        }
        let first = self.person(duplicate.original)
        return duplicate.misspelled(Contact(of: first, seed: seed), of: first, number: person.number)
    }
}
