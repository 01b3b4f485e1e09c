/// A language that the shop writes to its customers in.
enum Language: String {
    case polish = "pl"
    case russian = "ru"
    case english = "en"
}

/// A town where customers live.
struct Place {
    let town: String
    let country: String
    /// The IANA name of its zone.
    let zone: String
    /// Hours ahead of UTC in winter; summer time is left out, so that habits seem an hour earlier there in summer.
    let offset: Int
    let language: Language
    /// How many of a thousand customers live there.
    let share: Int

    static let all: [Place] = [
        Place("Warszawa", "PL", "Europe/Warsaw", 1, .polish, 130),
        Place("Kraków", "PL", "Europe/Warsaw", 1, .polish, 80),
        Place("Łódź", "PL", "Europe/Warsaw", 1, .polish, 50),
        Place("Wrocław", "PL", "Europe/Warsaw", 1, .polish, 55),
        Place("Poznań", "PL", "Europe/Warsaw", 1, .polish, 45),
        Place("Gdańsk", "PL", "Europe/Warsaw", 1, .polish, 40),
        Place("Białystok", "PL", "Europe/Warsaw", 1, .polish, 20),
        Place("Москва", "RU", "Europe/Moscow", 3, .russian, 110),
        Place("Санкт-Петербург", "RU", "Europe/Moscow", 3, .russian, 65),
        Place("Екатеринбург", "RU", "Asia/Yekaterinburg", 5, .russian, 35),
        Place("Новосибирск", "RU", "Asia/Novosibirsk", 7, .russian, 30),
        Place("Владивосток", "RU", "Asia/Vladivostok", 10, .russian, 30),
        Place("Алматы", "KZ", "Asia/Almaty", 5, .russian, 50),
        Place("Астана", "KZ", "Asia/Almaty", 5, .russian, 30),
        Place("London", "GB", "Europe/London", 0, .english, 75),
        Place("Manchester", "GB", "Europe/London", 0, .english, 30),
        Place("Dublin", "IE", "Europe/Dublin", 0, .english, 25),
        Place("New York", "US", "America/New_York", -5, .english, 40),
        Place("Chicago", "US", "America/Chicago", -6, .english, 20),
        Place("Los Angeles", "US", "America/Los_Angeles", -8, .english, 25),
        Place("Sydney", "AU", "Australia/Sydney", 10, .english, 15),
    ]

    static let shares = Weights(all.map(\.share))

    /// A telephone number that nobody has, a different one for every `serial` below ten million.
    ///
    /// American numbers lie in the unassigned area code 555; elsewhere the national number begins with a zero, which no
    /// network gives out.
    func phone(serial: Int) -> (country: String, national: String) {
        let digits = String(10_000_000 + serial).dropFirst()
        return switch country {
        case "PL": ("+48", "00" + digits)
        case "RU", "KZ": ("+7", "000" + digits)
        case "GB": ("+44", "000" + digits)
        case "IE": ("+353", "00" + digits)
        case "AU": ("+61", "00" + digits)
        default: ("+1", "555" + digits)
        }
    }

    private init(
        _ town: String, _ country: String, _ zone: String, _ offset: Int, _ language: Language, _ share: Int
    ) {
        self.town = town
        self.country = country
        self.zone = zone
        self.offset = offset
        self.language = language
        self.share = share
    }
}
