import Analytics
import Columnar
import Customers
import Filters
import Segmentation

/// Values that groups are made of, counted.
struct SplitValues {
    /// Groups of a value of their own; the others share one.
    static let most = 20

    private var counts: [ColumnValue: Int] = [:]

    mutating func add(_ value: ColumnValue, times: Int = 1) { counts[value, default: 0] += times }

    /// The groups, the most frequent value first, and the number of each value's group.
    ///
    /// After the values come those that are not told apart, where there are some, and those without one.
    func groups(fractionDigits: Int) -> (groups: [FunnelSplit.Group], numbers: [ColumnValue: Int]) {
        let ordered = counts.sorted { ($1.value, $0.key.order) < ($0.value, $1.key.order) }.map(\.key)
        var numbers: [ColumnValue: Int] = [:]
        var groups: [FunnelSplit.Group] = []
        var tests: [ValueTest] = []
        for value in ordered {
            guard tests.count < Self.most, let test = value.test(fractionDigits: fractionDigits) else { continue }
            numbers[value] = groups.count
            groups.append(.init(name: value.order, kind: .value(test)))
            tests.append(test)
        }
        if ordered.count > tests.count {
            for value in ordered where numbers[value] == nil { numbers[value] = groups.count }
            groups.append(.init(name: nil, kind: .others(than: tests)))
        }
        groups.append(.init(name: nil, kind: .missing))
        return (groups, numbers)
    }
}

extension ColumnValue {
    /// The value as a text.
    fileprivate var order: String {
        switch self {
        case .text(let text): text
        case .integer(let number, .boolean): number == 0 ? "no" : "yes"
        case .integer(let number, .date): CivilDate(dayNumber: Int32(clamping: number)).description
        case .integer(let number, .timestamp): Instant(milliseconds: number).description
        case .integer(let number, _): "\(number)"
        case .number(let number): "\(number)"
        case .list(let texts): texts.joined(separator: ", ")
        }
    }
}

extension WorkspaceState {
    /// The groups of a trait's values among some profiles, and the number of every profile's group.
    func split(byTrait name: String, among members: Bitmap, asOf: Instant) throws -> (FunnelSplit, [UInt16]) {
        guard let trait = population.traits[name] else {
            let nearest = nearestNames(to: name, among: population.traits.keys.sorted())
            throw FilterError(.unknownTrait(name, nearest: nearest))
        }
        if case .lists = trait.current { throw FunnelProblem.splitByList(name) }
        let values = TraitValues(trait, asOf: asOf, profiles: population.profiles)
        var found = SplitValues()
        members.forEach { profile in
            if let value = values[profile] { found.add(value) }
        }
        let (groups, numbers) = found.groups(fractionDigits: currency.fractionDigits)
        var column = [UInt16](repeating: UInt16(groups.count - 1), count: population.profiles.count)
        members.forEach { profile in
            if let value = values[profile], let number = numbers[value] { column[profile] = UInt16(number) }
        }
        return (FunnelSplit(by: .trait(name), groups: groups), column)
    }

    /// The groups of a property's values among the events of some runs, and the number of each value's group.
    func groups(ofProperty name: String, in runs: [EventRun]) throws -> ([FunnelSplit.Group], [ColumnValue: Int]) {
        guard runs.contains(where: { $0.properties[name] != nil }) else {
            let known = Set(runs.flatMap(\.properties.keys)).sorted()
            throw FilterError(.unknownProperty(name, event: nil, nearest: nearestNames(to: name, among: known)))
        }
        var found = SplitValues()
        for run in runs {
            guard let column = run.properties[name] else { continue }
            if case .codes(let lane, let codebook, _) = column {
                var counts = [Int](repeating: 0, count: codebook.count)
                run.forEach { row, _, _ in
                    if let code = lane[row] { counts[code] += 1 }
                }
                for code in counts.indices where counts[code] > 0 {
                    found.add(.text(codebook[code]), times: counts[code])
                }
            } else {
                run.forEach { row, _, _ in
                    if let value = column[row] { found.add(value) }
                }
            }
        }
        return found.groups(fractionDigits: currency.fractionDigits)
    }

    /// The number of the group of each event of a run.
    func marks(ofProperty name: String, in run: EventRun, _ numbers: [ColumnValue: Int], missing: Int) -> RowMarks {
        guard let column = run.properties[name] else { return .always(UInt8(missing)) }
        if case .codes(let lane, let codebook, _) = column {
            let table = (0..<codebook.count).map { UInt8(numbers[.text(codebook[$0])] ?? missing) }
            return .codes(lane, table + [UInt8(missing)])
        }
        var first = Int.max
        var marks: [UInt8] = []
        run.forEach { row, _, _ in
            if first == .max { first = row }
            while marks.count < row - first { marks.append(UInt8(missing)) }
            marks.append(UInt8(column[row].flatMap { numbers[$0] } ?? missing))
        }
        return .rows(marks, from: first)
    }
}
