import Columnar

/// When records subscribed, as it was known at a date.
struct SubscriptionValues {
    /// Whether the values are days, not milliseconds.
    let isOfDays: Bool
    private let lane: IntegerLane
    private let present: BitmapLane?
    private let former: [Int: Int64?]
    private let records: Int

    /// None where the data does not tell.
    init?(_ sources: MeasureSources, asOf: Int64) {
        guard let trait = sources.subscribed, case .integers(let lane, let meaning, let present) = trait.current,
            meaning == .timestamp || meaning == .date
        else { return nil }
        isOfDays = meaning == .date
        self.lane = lane
        self.present = present
        former = Self.formerValues(of: trait, asOf: asOf)
        records = min(lane.count, sources.profiles.count)
    }

    /// Calls `body` with every record that subscribed and when it did.
    func forEach(_ body: (_ record: Int, _ value: Int64) -> Void) {
        for record in 0..<records {
            if let value = former[record] ?? (present.map { $0[record] } ?? true ? lane[record] : nil) {
                body(record, value)
            }
        }
    }

    /// The values, or their absence, at the date of the question where they have changed since.
    private static func formerValues(of trait: Trait, asOf: Int64) -> [Int: Int64?] {
        guard let changes = trait.changes else { return [:] }
        var former: [Int: Int64?] = [:]
        let first = changes.times.lowerBound(asOf)
        for row in (first..<changes.times.count).reversed() {
            var value: Int64?
            if case .integer(let integer, _)? = changes.previous[row] { value = integer }
            former[Int(changes.records[row])] = .some(value)
        }
        return former
    }
}
