import Customers
import Filters
import Testing

struct ReadySegmentTests {
    private let shop = Vocabulary(
        traits: ["subscribed_at": .timestamp, "birth_date": .date],
        events: [
            "product_view": .init(count: 1, properties: [:]), "add_to_cart": .init(count: 1, properties: [:]),
            "purchase": .init(count: 1, properties: ["discount": .money]),
        ])

    @Test func `every rule reads as a filter and is printed as it is written`() throws {
        let all = ReadySegment.all(for: shop)
        #expect(all.count == 11)
        for segment in all {
            let text = try Filter(parsing: segment.rule).text
            #expect(text == segment.rule)
        }
        #expect(Set(all.map(\.key)).count == all.count)
    }

    @Test func `what the store knows nothing of is left out`() {
        let keys = ReadySegment.all(for: Vocabulary()).map(\.key)
        #expect(keys == ["buyers", "first-time-buyers", "repeat-buyers", "vip", "lapsed-buyers", "gone-quiet"])
    }
}
