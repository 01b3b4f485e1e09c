/// The clicks of 600 people in a shop, imported once for all tests of them.
enum ShopClicks {
    private static let mapping = """
        kind = "events"
        source = "ecom"
        [columns.user_id]
        role = "identifier customer_id"
        [columns.timestamp]
        role = "time"
        [columns.event]
        role = "event name"
        """

    static let place = Result {
        let place = try Place()
        let file = try place.write("ecom.toml", mapping)
        let imported = try place.patron(
            "import", SharedData.path("rete-ecom/ecom.csv.gz"), "--mapping", file, "--quiet")
        guard imported.status == 0 else { throw HarnessError("no import: \(imported.errors)") }
        return place
    }
}
