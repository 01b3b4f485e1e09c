import Customers
import Filters
import Synchronization

/// The values of one trait or property with their counts and the keys by which they are found.
struct CountedValues: Sendable {
    /// The most frequent first.
    private let values: [(counted: CountedValue, key: SearchKey)]

    init(_ values: [CountedValue]) {
        self.values = values.map { ($0, SearchKey($0.value.written)) }
    }

    /// Those that answer what was typed: the best match first, then the most frequent.
    func beginning(_ typed: String, limit: Int) -> [CountedValue] {
        let typed = SearchKey(typed)
        var found: [[CountedValue]] = [[], [], []]
        for (counted, key) in values {
            guard let match = key.match(typed), found[match.rawValue].count < limit else { continue }
            found[match.rawValue].append(counted)
            if found[SearchMatch.beginning.rawValue].count == limit { break }
        }
        return Array(found.joined().prefix(limit))
    }
}

/// Values that were asked for, kept as long as the state of the store that they were counted in.
final class ValueCache: Sendable {
    private static let most = 64
    private let kept = Mutex<[ValueWish.Subject: CountedValues]>([:])

    func values(of subject: ValueWish.Subject, otherwise count: () -> [CountedValue]) -> CountedValues {
        if let known = kept.withLock({ $0[subject] }) { return known }
        let counted = CountedValues(count())
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll() }
            kept[subject] = counted
        }
        return counted
    }
}

extension Value {
    /// The value as it is typed into a filter.
    fileprivate var written: String {
        switch self {
        case .text(let text): text
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
        case .integer(let integer), .money(let integer): "\(integer)"
        case .boolean(let truth): truth ? "true" : "false"
        case .date(let date): date.description
        case .timestamp(let instant): instant.description
        case .list(let texts): texts.joined(separator: " ")
        }
    }
}
