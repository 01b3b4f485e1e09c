import Columnar
import Customers
import Segmentation

/// Counts how many profiles or events hold each value of a column.
struct ValueTally {
    /// The rows of a column that count, and what stands for a row.
    enum Rows {
        /// Rows of records; a profile of several records counts a value once.
        case records(ProfileMap, of: Bitmap)
        /// Rows of events or orders; none that are left out.
        case events(leavingOut: Bitmap?)
        /// Lines of orders; an order counts a value once.
        case lines(ends: Lane<UInt32>, of: Bitmap?)
    }

    /// Distinct numbers beyond which a column is no list to choose from.
    private static let mostNumbers = 20_000

    private var texts: [String: Int] = [:]
    private var integers: [Int64: Int] = [:]
    private var numbers: [Double: Int] = [:]
    private var isTruth = false
    private var isDate = false

    /// The values, the most frequent first, then in their own order.
    var values: [CountedValue] {
        let integers = integers.count > Self.mostNumbers ? [:] : integers
        let numbers = numbers.count > Self.mostNumbers ? [:] : numbers
        let texts = texts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { CountedValue(.text($0), count: $1) }
        return texts
            + integers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { CountedValue(value(of: $0), count: $1) }
            + numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { CountedValue(.number($0), count: $1) }
    }

    private func value(of integer: Int64) -> Value {
        if isTruth { return .boolean(integer != 0) }
        return isDate ? .date(CivilDate(dayNumber: Int32(clamping: integer))) : .integer(integer)
    }

    /// Adds a column; values that are no list to choose from, such as instants, are left out.
    mutating func add(_ column: Column, _ rows: Rows) {
        switch column {
        case .codes(let lane, let codebook, _):
            add(counts(lane, codes: codebook.count, rows), of: codebook)
        case .lists(let ends, let codes, let codebook):
            var counts = [Int](repeating: 0, count: codebook.count)
            forEach(rows, count: ends.count) { row in
                for place in (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row]) { counts[Int(codes[place])] += 1 }
            }
            add(counts, of: codebook)
        case .integers(_, .timestamp, _), .integers(_, .money, _), .texts: break
        case .integers(let lane, let meaning, let present):
            isTruth = meaning == .boolean
            isDate = meaning == .date
            forEach(rows, count: lane.count) { row in
                if integers.count <= Self.mostNumbers, present?[row] ?? true { integers[lane[row], default: 0] += 1 }
            }
        case .numbers(let lane, let present):
            forEach(rows, count: lane.count) { row in
                if numbers.count <= Self.mostNumbers, present?[row] ?? true { numbers[lane[row], default: 0] += 1 }
            }
        }
    }

    private mutating func add(_ counts: [Int], of codebook: Codebook) {
        for (code, count) in counts.enumerated() where count > 0 { texts[codebook[code], default: 0] += count }
    }

    private func forEach(_ rows: Rows, count: Int, _ body: (Int) -> Void) {
        switch rows {
        case .records(_, let existing): existing.forEach { if $0 < count { body($0) } }
        case .events(let out): for row in 0..<count where out?[row] != true { body(row) }
        case .lines(let ends, let orders):
            for order in 0..<ends.count where orders?[order] ?? true {
                for line in (order == 0 ? 0 : Int(ends[order - 1]))..<Int(ends[order]) { body(line) }
            }
        }
    }

    private func counts(_ lane: CodeLane, codes: Int, _ rows: Rows) -> [Int] {
        switch rows {
        case .lines(let ends, let orders): return countsOfLines(lane, codes: codes, ends, of: orders)
        case .events(let out):
            var counts = lane.counts(codes: codes)
            out?.forEach { row in if let code = lane[row] { counts[code] -= 1 } }
            return counts
        case .records(let profiles, let existing):
            var counts = lane.counts(codes: codes)
            guard profiles.profileOfRecord != nil else {
                (~existing).forEach { row in if row < lane.count, let code = lane[row] { counts[code] -= 1 } }
                return counts
            }
            // A record beside the first of its profile adds nothing to a value that the profile has already.
            var added: Set<[Int]> = []
            for row in 0..<lane.count {
                guard let code = lane[row] else { continue }
                let profile = profiles.profile(of: row)
                let isKnown = profile != row && (lane[profile] == code || !added.insert([profile, code]).inserted)
                if !existing[profile] || isKnown { counts[code] -= 1 }
            }
            return counts
        }
    }

    private func countsOfLines(_ lane: CodeLane, codes: Int, _ ends: Lane<UInt32>, of orders: Bitmap?) -> [Int] {
        var counts = [Int](repeating: 0, count: codes)
        var start = 0
        for order in 0..<ends.count {
            let end = Int(ends[order])
            defer { start = end }
            guard orders?[order] ?? true else { continue }
            for line in start..<end {
                guard let code = lane[line], !(start..<line).contains(where: { lane[$0] == code }) else { continue }
                counts[code] += 1
            }
        }
        return counts
    }
}
