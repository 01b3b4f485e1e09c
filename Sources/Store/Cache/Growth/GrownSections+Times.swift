import Columnar

extension GrownSections {
    /// Grows instants in the form that they have.
    ///
    /// - `time`: the instant of a row of arrival in milliseconds since 1970.
    /// - Throws: where the form cannot hold a new one.
    func growTimes(_ name: String, by splice: RowSplice, _ time: (Int32) -> Int64) throws(GrowthRefusal) {
        if has(name + ".milliseconds") {
            grow(name + ".milliseconds", to: splice.count) { splice.apply(to: $0, time) }
            return
        }
        if !has(name + ".seconds") {
            guard splice.allSources.allSatisfy({ time($0) % 1000 == 0 }) else {
                grow(name + ".milliseconds", to: splice.count) { splice.apply(to: $0, time) }
                return
            }
            write(name + ".origin", [(splice.allSources.map(time).min() ?? 0) / 1000 - 1])
        }
        let origin = lane(name + ".origin", Int64.self)?[0] ?? 0
        let fits = splice.allSources.allSatisfy {
            time($0) % 1000 == 0 && UInt32(exactly: time($0) / 1000 - origin) != nil
        }
        guard fits else { return try growMixedTimes(name, by: splice, time) }
        grow(name + ".seconds", to: splice.count) { (target: UnsafeMutableBufferPointer<UInt32>) in
            splice.apply(to: target) { UInt32(truncatingIfNeeded: time($0) / 1000 - origin) }
        }
    }

    /// More instants are not brought into another form.
    private static let mostConverted = 1_000_000

    /// Grows whole seconds by instants that are none, or that are too early: all become milliseconds.
    private func growMixedTimes(_ name: String, by splice: RowSplice, _ time: (Int32) -> Int64) throws(GrowthRefusal) {
        let known = base.times(name)
        guard known.count <= Self.mostConverted else {
            throw GrowthRefusal("an instant of ‘\(name)’ is of another form")
        }
        grow(name + ".milliseconds", to: splice.count) { (target: UnsafeMutableBufferPointer<Int64>) in
            for row in 0..<known.count { target[row] = known[row] }
            splice.apply(to: target, time)
        }
        drop(name + ".seconds")
    }
}
