import Columnar
import Customers

/// Gives records the traits that files told of them later.
struct TraitGrowth {
    private let growth: CacheGrowth
    private let sections: GrownSections
    /// All that is told of the records that something new is told of.
    private let told: TraitArrivals
    /// Those records, rising.
    private let touched: [Int]

    init(_ growth: CacheGrowth) throws {
        self.growth = growth
        sections = growth.sections
        let fresh = try growth.reader(of: .traits)
        touched = Set(try fresh.integers(of: .record, in: growth.catalogue).map { Int($0) }).sorted()
        told = try TraitArrivals(growth.source, touching: touched)
    }

    func grow(_ existence: inout ExistenceGrowth) throws {
        let people = sections.directory.records
        guard !touched.isEmpty || people > sections.base.directory.records else { return }
        for (record, time) in try told.statements(in: growth.catalogue, of: growth.imports) {
            existence.note(record, at: time)
        }
        for (name, columns) in growth.catalogue.variants(of: .traits) {
            let read = try columns.compactMap { try told.reader.column($0) }
            guard read.count <= 1 else { throw GrowthRefusal("‘\(name)’ has values of several types") }
            let column = read.first
            try grow(name, column, column.map { told.histories($0, touching: touched) } ?? TraitHistories())
        }
    }

    private func grow(_ name: String, _ column: ArrivalColumn?, _ histories: TraitHistories) throws {
        let old = sections.base.directory.records
        var replaced: [(row: Int, source: Int32)] = []
        var appended = [Int32](repeating: -1, count: sections.directory.records - old)
        for record in touched {
            guard let row = histories.current[record] else { continue }
            if record >= old {
                appended[record - old] = row
            } else if growth.imports.contains(told.imports[Int(row)]) {
                replaced.append((record, row))
            }
        }
        guard !appended.isEmpty || !replaced.isEmpty || !histories.changes.isEmpty else { return }
        let place = sections.directory.traits.firstIndex { $0.name == name }
        let splice = RowSplice(
            oldCount: old, before: Array(repeating: UInt32(old), count: appended.count), sources: appended,
            replaced: replaced)
        let previous = histories.changes.map(\.previous)
        let grown = try ColumnGrowth(sections: sections, splice: splice, alsoKnown: previous).grow(
            place.map { sections.directory.traits[$0] }, name: name, prefix: "trait/\(name)", with: column)
        guard var grown else { return }
        grown.hasChanges = try growChanges(name, column, histories.changes, current: grown) || grown.hasChanges
        if let place { sections.directory.traits[place] = grown } else { sections.directory.traits.append(grown) }
    }

    /// Appends what values were before.
    ///
    /// - Returns: whether there are any.
    private func growChanges(
        _ name: String, _ column: ArrivalColumn?, _ changes: [TraitChange], current: CacheDirectory.ColumnEntry
    ) throws -> Bool {
        let prefix = "change/\(name)"
        let isNew = { (row: Int32) in growth.imports.contains(told.imports[Int(row)]) }
        let fresh = changes.filter { isNew($0.next) }
        let known = sections.base.lane(prefix + "/records", UInt32.self)?.array ?? []
        if !changes.isEmpty {
            let members = Set(touched.map { UInt32($0) })
            let isBetween = changes.contains { isNew($0.previous) && !isNew($0.next) }
            guard !isBetween, known.count(where: { members.contains($0) }) == changes.count - fresh.count else {
                throw GrowthRefusal("‘\(name)’ was told of between what was known of it")
            }
        }
        guard !fresh.isEmpty else { return false }
        let times = sections.base.times(prefix + "/times")
        let splice = RowSplice(
            oldCount: known.count, before: fresh.map { UInt32(times.upperBound($0.time)) },
            sources: fresh.map(\.previous))
        let place = sections.directory.changes.firstIndex { $0.name == name }
        var entry = place.map { sections.directory.changes[$0] } ?? current
        if place == nil {
            (entry.prefix, entry.rows, entry.sets, entry.distinct) = (prefix, 0, 0, 0)
            (entry.hasPresence, entry.hasChanges) = (false, false)
        }
        sections.shareBook(of: current.prefix, with: prefix)
        let grown = try ColumnGrowth(sections: sections, splice: splice).grow(
            entry, name: name, prefix: prefix, with: column)
        guard let grown else { return false }
        sections.grow(prefix + "/records", to: splice.count) { (target: UnsafeMutableBufferPointer<UInt32>) in
            let records = Dictionary(fresh.map { ($0.previous, UInt32($0.record)) }) { first, _ in first }
            splice.apply(to: target) { records[$0] ?? 0 }
        }
        let moments = Dictionary(fresh.map { ($0.previous, $0.time) }) { first, _ in first }
        try sections.growTimes(prefix + "/times", by: splice) { moments[$0] ?? 0 }
        if let place { sections.directory.changes[place] = grown } else { sections.directory.changes.append(grown) }
        return true
    }
}
