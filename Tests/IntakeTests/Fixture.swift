import Columnar
import Customers
import Glibc
import Intake
import Synchronization

/// A file that exists while a test needs it.
struct Fixture: ~Copyable {
    let path: String
    private static let made = Atomic<Int>(0)

    init(_ bytes: some Sequence<UInt8>, name: String = "file.csv") {
        let number = Self.made.add(1, ordering: .relaxed).newValue
        path = "/tmp/patron-intake-\(getpid())-\(number)-\(name)"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let content = Array(bytes)
        _ = write(descriptor, content, content.count)
        close(descriptor)
    }

    init(_ text: String, name: String = "file.csv") {
        self.init(Array(text.utf8), name: name)
    }

    deinit {
        unlink(path)
    }
}

/// What a reader made of a file: all its batches as texts, one a value.
struct Reading: Equatable {
    var rows: [[String?]] = []
    var lines: [Int] = []
    var hashes: [UInt64] = []
    var rejects: [Reject] = []
    var blocked = 0
    var error: IntakeError?
    var batches: [IntakeBatch] = []
    private var texts: [Int: [String]] = [:]

    init() {}

    init(
        _ path: String, _ plan: FilePlan, conventions: Conventions = Conventions(),
        pace: IntakeReader.Pace = IntakeReader.Pace(), maxRows: Int = 65_536
    ) {
        do throws(IntakeError) {
            let reader = try IntakeReader(path: path, plan: plan, conventions: conventions, pace: pace)
            while let batch = try reader.next(maxRows: maxRows) { add(batch) }
        } catch {
            self.error = error
        }
    }

    /// Reads text as it would be read without being told anything but its kind.
    init(
        _ text: String, as kind: FileKind? = nil, mapping: Mapping = Mapping(), conventions: Conventions = Conventions()
    ) {
        let file = Fixture(text)
        do throws(IntakeError) {
            self.init(file.path, try FilePlan.guess(file.path, as: kind, mapping: mapping), conventions: conventions)
        } catch {
            self.init()
            self.error = error
        }
    }

    private mutating func add(_ batch: IntakeBatch) {
        batches.append(batch)
        for (index, column) in batch.columns.enumerated() {
            switch column.values {
            case .codes(_, let appended), .lists(_, _, let appended): texts[index, default: []] += appended
            case .integers, .numbers, .texts: continue
            }
        }
        for row in 0..<batch.rows {
            rows.append(batch.columns.indices.map { value(batch.columns[$0], row, column: $0) })
            lines.append(batch.lines[row])
        }
        hashes += batch.rowHashes
        rejects += batch.rejects
        blocked += batch.blockedIdentifiers
    }

    private func value(_ column: BatchColumn, _ row: Int, column index: Int) -> String? {
        if let present = column.present, !present[row] { return nil }
        switch column.values {
        case .integers(let values): return String(values[row])
        case .numbers(let values): return "\(values[row])"
        case .codes(let codes, _): return texts[index]?[Int(codes[row])]
        case .texts(let texts): return texts[row]
        case .lists(let ends, let codes, _):
            let range = (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
            return codes[range].map { texts[index]?[Int($0)] ?? "?" }.joined(separator: "|")
        }
    }

    static func == (lhs: Reading, rhs: Reading) -> Bool {
        lhs.rows == rhs.rows && lhs.lines == rhs.lines && lhs.hashes == rhs.hashes && lhs.rejects == rhs.rejects
            && lhs.error == rhs.error
    }
}

extension FilePlan {
    /// A plan that takes columns as they come, as texts.
    static func plain(_ headers: [String], _ layout: FileFormat.Layout = .csv(Dialect(hasHeader: false))) -> FilePlan {
        let columns = headers.enumerated().map { position, header in
            ColumnPlan(source: .position(position), header: header, target: header)
        }
        return FilePlan(kind: .products, source: "test", format: FileFormat(layout: layout), columns: columns)
    }
}

/// Numbers that look random and are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
