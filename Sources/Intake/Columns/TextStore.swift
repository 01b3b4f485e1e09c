import Columnar

/// Texts laid end to end while a batch grows.
struct TextStore {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    var count: Int { ends.count }

    mutating func append(_ text: some Sequence<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
    }

    mutating func appendMissing() {
        ends.append(UInt32(bytes.count))
    }

    mutating func remove(_ rows: [Int]) {
        guard let first = rows.first else { return }
        var kept = TextStore()
        var next = first
        kept.ends = Array(ends[..<first])
        kept.bytes = Array(bytes[..<(first == 0 ? 0 : Int(ends[first - 1]))])
        for row in rows + [ends.count] {
            for keep in next..<row { kept.append(bytes[(keep == 0 ? 0 : Int(ends[keep - 1]))..<Int(ends[keep])]) }
            next = row + 1
        }
        self = kept
    }

    mutating func take() -> TextVector {
        defer { self = TextStore() }
        return TextVector(bytes: bytes, ends: ends)
    }
}
