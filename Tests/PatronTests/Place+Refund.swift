extension Place {
    /// A place with the store of a shop that sold for 100 in March 2025 and paid 30 of it back in April.
    static func withRefund() throws -> Place {
        let place = try Place()
        let orders = try place.write(
            "orders.csv",
            "order_id,profile_id,timestamp,status,revenue\n1,7,2025-03-01T10:00:00Z,completed,100.00\n")
        let refunds = try place.write(
            "refunds.csv",
            """
            event_id,profile_id,timestamp,event,order_id,amount
            1,7,2025-04-02T10:00:00Z,refund,1,-30.00
            2,7,2025-04-03T10:00:00Z,refund,2,5.00

            """)
        let imported = try place.patron("import", orders, refunds)
        guard imported.status == 0, imported.errors.contains("amount money") else {
            throw HarnessError("no import: \(imported.errors)")
        }
        return place
    }
}
