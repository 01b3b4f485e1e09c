/// How many rows fell to each of a number of places, counted up to a ceiling.
public struct Tally<Counter: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
    @usableFromInline var counters: [Counter]

    /// A tally of nothing over places from 0.
    public init(places: Int) {
        counters = Array(repeating: 0, count: places)
    }

    /// Counts every row of a mask at its place; a counter at the ceiling of its type stays there.
    ///
    /// - Parameters:
    ///   - rows: the rows to count.
    ///   - places: the place of each row of the table.
    ///   - mapping: a second step from that place to the final one; none keeps it.
    /// - Precondition: every place lies inside the tally.
    @inlinable
    public mutating func add(_ rows: Mask, at places: Lane<UInt32>, through mapping: Lane<UInt32>? = nil) {
        precondition(rows.rows.upperBound <= places.count, "a mask outside its lane")
        places.withValues { places in
            counters.withUnsafeMutableBufferPointer { counters in
                func count(_ place: Int) {
                    precondition(place < counters.count, "a place outside the tally")
                    if counters[place] != .max { counters[place] &+= 1 }
                }
                guard let mapping else { return rows.forEach { count(Int(places[$0])) } }
                mapping.withValues { mapping in
                    rows.forEach { count(Int(mapping[Int(places[$0])])) }
                }
            }
        }
    }

    /// Counts every row of a range at its place.
    ///
    /// - Precondition: every place lies inside the tally.
    @inlinable
    public mutating func add(_ rows: Range<Int>, at places: Lane<UInt32>, through mapping: Lane<UInt32>? = nil) {
        precondition(rows.upperBound <= places.count, "a range outside its lane")
        places.withValues { places in
            counters.withUnsafeMutableBufferPointer { counters in
                func count(_ place: Int) {
                    precondition(place < counters.count, "a place outside the tally")
                    if counters[place] != .max { counters[place] &+= 1 }
                }
                guard let mapping else {
                    for row in rows { count(Int(places[row])) }
                    return
                }
                mapping.withValues { mapping in
                    for row in rows { count(Int(mapping[Int(places[row])])) }
                }
            }
        }
    }

    /// The places whose count lies in a range.
    @inlinable
    public func places(counting range: ClosedRange<Counter>) -> Bitmap {
        var bitmap = Bitmap(rows: counters.count)
        let lower = range.lowerBound
        let width = range.upperBound &- lower
        counters.withUnsafeBufferPointer { counters in
            bitmap.withWords { words in
                setBits(rows: counters.count, of: words) { counters[$0] &- lower <= width ? 1 : 0 }
            }
        }
        return bitmap
    }
}
