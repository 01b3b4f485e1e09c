/// A made-up shop in the four files of an export: profiles, events, orders and their lines, by seed.
///
/// Times run over 2024 and 2025 and a little into 2026; some events and orders are of people whom the file of profiles
/// does not know.
struct SmallShop {
    let profiles, events, orders, items: CSVFile

    /// All four, in the order in which an export lists them.
    var files: [CSVFile] { [profiles, events, orders, items] }

    init(profiles: CSVFile, events: CSVFile, orders: CSVFile, items: CSVFile) {
        self.profiles = profiles
        self.events = events
        self.orders = orders
        self.items = items
    }

    init(people: Int = 40, seed: UInt64 = 1) {
        var random = SplitMix(seed: seed)
        profiles = Self.profiles(people, &random)
        events = Self.events(people, &random)
        (orders, items) = Self.orders(people, &random)
    }

    static let categories = ["sneakers", "boots", "sandals", "bags"]
    private static let cities = ["Kraków", "Warszawa", "Москва", "Łódź", "Berlin", ""]
    private static let names = [("Anna", "Nowak"), ("Łucja", "Żak"), ("Олена", "Шевченко"), ("Zoë", "O'Connor")]

    private static func profiles(_ people: Int, _ random: inout SplitMix) -> CSVFile {
        let header = """
            profile_id,email,phone,first_name,last_name,gender,birth_date,city,country,marital_status,shoe_size,\
            foot_width,acquisition_source,device,subscribed_at,email_consent,sms_consent
            """
        let rows = (1...people).map { id -> [String] in
            let (first, last) = random.pick(names)
            return [
                "\(id)", random.chance(0.9) ? "person\(id)@example.org" : "",
                random.chance(0.7) ? "+4850000\(1000 + id)" : "", first, last, random.pick(["", "F", "M"]),
                random.chance(0.9) ? date(random.number(1950...2005), &random) : "", random.pick(cities),
                random.pick(["PL", "UA", "DE"]), random.pick(["", "single", "married"]),
                random.pick(["", "37", "38.5", "41", "43"]), random.pick(["", "narrow", "wide"]),
                random.pick(["google", "organic", "email"]), random.pick(["mobile", "desktop"]),
                time(random.number(2023...2025), &random), random.pick(["0", "1"]), random.pick(["0", "1"]),
            ]
        }
        return CSVFile("profiles.csv", header: header, rows: rows)
    }

    private static func events(_ people: Int, _ random: inout SplitMix) -> CSVFile {
        let types = ["page_view", "product_view", "product_view", "add_to_cart", "email_sent", "email_open"]
        let rows = (1...(people * 12)).map { id -> [String] in
            let type = random.pick(types)
            let isOfProduct = type == "product_view" || type == "add_to_cart"
            let isOfMail = type.hasPrefix("email")
            return [
                "\(id)", "\(random.number(1...(people + people / 10)))",
                time(random.pick([2024, 2025, 2025]), &random),
                type, isOfProduct ? "p0000\(random.number(1...9))" : "", isOfProduct ? random.pick(categories) : "",
                isOfMail ? "c00\(random.number(1...3))" : "", random.pick(["mobile", "desktop", "tablet"]),
                isOfMail ? "email" : random.pick(["direct", "google"]),
            ]
        }
        return CSVFile(
            "events.csv", header: "event_id,profile_id,timestamp,type,product_id,category,campaign_id,device,source",
            rows: rows.sorted { ($0[2], $0[0]) < ($1[2], $1[0]) })
    }

    private static func orders(_ people: Int, _ random: inout SplitMix) -> (orders: CSVFile, items: CSVFile) {
        var orders = CSVFile(
            "orders.csv", header: "order_id,profile_id,timestamp,status,revenue,discount,cost,channel")
        var items = CSVFile("order_items.csv", header: "order_id,product_id,category,colour,size,quantity,price")
        for id in 1...(people * 2) {
            let statuses = ["completed", "completed", "completed", "returned", "cancelled", "pending"]
            var gross = 0
            for _ in 0..<random.number(1...3) {
                let (quantity, price) = (random.number(1...2), random.number(500...20_000))
                gross += quantity * price
                items.rows.append([
                    "\(id)", "p0000\(random.number(1...9))", random.pick(categories), random.pick(["black", "red"]),
                    random.pick(["", "38", "41"]), "\(quantity)", money(price),
                ])
            }
            let discount = random.chance(0.3) ? gross / 10 : 0
            orders.rows.append([
                "\(id)", "\(random.number(1...(people + people / 10)))",
                time(random.pick([2024, 2025, 2025, 2026]), &random), random.pick(statuses), money(gross - discount),
                money(discount), money(gross / 2), random.pick(["web", "app", "store"]),
            ])
        }
        return (orders, items)
    }

    private static func date(_ year: Int, _ random: inout SplitMix) -> String {
        "\(year)-\(padded(random.number(1...12)))-\(padded(random.number(1...28)))"
    }

    private static func time(_ year: Int, _ random: inout SplitMix) -> String {
        let clock = (0..<3).map { padded(random.number(0...($0 == 0 ? 23 : 59))) }.joined(separator: ":")
        return "\(date(year, &random))T\(clock)Z"
    }

    private static func money(_ minor: Int) -> String { "\(minor / 100).\(padded(minor % 100))" }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
