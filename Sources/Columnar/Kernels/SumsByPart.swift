/// Integers on their way to places in no order, put aside by parts of neighbouring places.
///
/// Added one after the other, each would wait for memory far away. Part after part, the sums of one lie in the
/// processor's own memory while its integers are added.
public struct SumsByPart: ~Copyable {
    private let places: Int
    /// For each part the chunks that hold its integers, in the order in which they were taken.
    private var chunks: [[Int]]
    /// Where the next integer of each part goes; the end of a chunk where it needs another one.
    private let next: LargeBuffer<Int>
    private var usedChunks = 0
    /// A place in its part below an integer, in eight bytes.
    private let entries: LargeBuffer<Int64>

    /// Fewer sums lie in the processor's own memory anyway.
    public static let leastPlaces = 1 << 18

    private static let partBits = 15
    private static let chunk = 1 << 12

    /// Takes integers for places from 0.
    ///
    /// - Parameters:
    ///   - places: the number of places.
    ///   - most: no more integers than that will come.
    public init(places: Int, most: Int) {
        let parts = (places + 1 << Self.partBits - 1) >> Self.partBits
        self.places = places
        chunks = Array(repeating: [], count: parts)
        next = LargeBuffer(count: parts)
        next.values.initialize(repeating: 0)
        entries = LargeBuffer(count: (most / Self.chunk + parts + 1) * Self.chunk)
    }

    /// Whether integers of a lane, each multiplied with a factor, surely fit beside a place.
    public static func fits(_ lane: IntegerLane, times factor: Int64) -> Bool {
        switch lane {
        case .bytes, .halves, .words: factor.magnitude <= 1 << 16
        case .thousands: factor.magnitude <= 1 << 6
        case .longs: false
        }
    }

    /// Takes integers of a lane.
    ///
    /// - Parameters:
    ///   - lane: the integers.
    ///   - rows: the rows of the lane to take.
    ///   - places: the place of each of those.
    ///   - count: how many of `rows` and `places` hold.
    ///   - factor: what each integer is multiplied with.
    /// - Precondition: ``fits(_:times:)``, rows lie in the lane, and no more come than were announced.
    public mutating func take(
        _ lane: IntegerLane, of rows: [UInt32], at places: [UInt32], count: Int, times factor: Int64
    ) {
        precondition(count <= rows.count && count <= places.count, "fewer rows than promised")
        switch lane {
        case .bytes(let lane): take(lane, rows, places, count, factor)
        case .halves(let lane): take(lane, rows, places, count, factor)
        case .words(let lane): take(lane, rows, places, count, factor)
        case .thousands(let lane): take(lane, rows, places, count, factor * 1000)
        case .longs: preconditionFailure("integers that do not fit beside a place")
        }
    }

    private mutating func take<Integer: FixedWidthInteger & SignedInteger>(
        _ lane: Lane<Integer>, _ rows: [UInt32], _ places: [UInt32], _ count: Int, _ factor: Int64
    ) {
        let (size, bits, last) = (UInt32(self.places), UInt32(Self.partBits), Self.chunk - 1)
        let (entries, next) = (entries.values, next.values)
        lane.withValues { values in
            rows.withUnsafeBufferPointer { rows in
                places.withUnsafeBufferPointer { places in
                    for index in 0..<count {
                        let (row, place) = (Int(rows[index]), places[index])
                        precondition(row < values.count && place < size, "a row or place outside its table")
                        let part = Int(place >> bits)
                        if next[part] & last == 0 { next[part] = openChunk(of: part) }
                        let goal = next[part]
                        entries[goal] = (Int64(values[row]) &* factor) &<< Int64(bits) | Int64(place & (1 &<< bits - 1))
                        next[part] = goal &+ 1
                    }
                }
            }
        }
    }

    /// Where a new chunk of a part begins.
    private mutating func openChunk(of part: Int) -> Int {
        precondition((usedChunks + 1) * Self.chunk <= entries.values.count, "more integers than announced")
        defer { usedChunks += 1 }
        chunks[part].append(usedChunks)
        return usedChunks * Self.chunk
    }

    /// Adds all integers to sums, each at its place; a sum beyond the greatest integer stays there.
    ///
    /// - Precondition: there are as many sums as places.
    public consuming func add(to sums: inout [Int64]) {
        precondition(sums.count == places, "sums of other places")
        sums.withUnsafeMutableBufferPointer { sums in
            for (part, chunks) in chunks.enumerated() {
                let first = part << Self.partBits
                for (number, chunk) in chunks.enumerated() {
                    let start = chunk * Self.chunk
                    let end = number == chunks.count - 1 ? next.values[part] : start + Self.chunk
                    for entry in entries.values[start..<end] {
                        let place = first + Int(entry & (1 << Int64(Self.partBits) - 1))
                        let (sum, overflows) = sums[place].addingReportingOverflow(entry >> Int64(Self.partBits))
                        sums[place] = overflows ? (entry < 0 ? .min : .max) : sum
                    }
                }
            }
        }
    }
}
