import Columnar

extension AggregateScan {
    /// The number of distinct values; those that filters take as equal are one.
    func distinct(in window: ResolvedWindow) throws -> Figures {
        let book = KeyBook()
        var found: [(profile: UInt32, key: UInt32)] = []
        for source in aggregate.events.sources {
            guard let measured = source.measured else { continue }
            var column = KeyColumn(measured.column, fractionDigits: scan.fractionDigits, in: book)
            var part = aggregate.events
            part.sources = [source]
            let single = AggregateScan(
                scan: scan,
                aggregate: AggregateCondition(
                    function: aggregate.function, events: part, isFraction: false, moneyUnits: 1, test: aggregate.test),
                candidates: candidates)
            try single.forEachBlock(in: window) { _, rows, profiles, count in
                for place in 0..<count {
                    column.forEachKey(of: Int(rows[place])) { found.append((profiles[place], $0)) }
                }
            }
        }
        return .integers(found.distinct(profiles: candidates.count, keys: book.count), present: nil)
    }
}

extension [(profile: UInt32, key: UInt32)] {
    /// How many distinct keys each profile has.
    ///
    /// - Complexity: O(pairs + profiles + keys)
    fileprivate func distinct(profiles: Int, keys: Int) -> [Int64] {
        var starts = [Int](repeating: 0, count: profiles + 1)
        for (profile, _) in self { starts[Int(profile) + 1] += 1 }
        for profile in 0..<profiles { starts[profile + 1] += starts[profile] }
        var grouped = self
        var places = starts
        for pair in self {
            grouped[places[Int(pair.profile)]] = pair
            places[Int(pair.profile)] += 1
        }
        var counts = [Int64](repeating: 0, count: profiles)
        // The last profile in which a key was seen, plus 1.
        var seen = [UInt32](repeating: 0, count: keys)
        for (profile, key) in grouped where seen[Int(key)] != profile + 1 {
            seen[Int(key)] = profile + 1
            counts[Int(profile)] += 1
        }
        return counts
    }
}
