/// Instants in milliseconds since 1970, in four bytes each where all are whole seconds of one span of 136 years.
public enum TimeLane: Sendable {
    /// Whole seconds since `origin`, itself in seconds since 1970.
    case seconds(Lane<UInt32>, origin: Int64)
    case milliseconds(Lane<Int64>)

    /// The number of instants.
    public var count: Int {
        switch self {
        case .seconds(let lane, _): lane.count
        case .milliseconds(let lane): lane.count
        }
    }

    /// One instant in milliseconds since 1970.
    @inlinable
    public subscript(index: Int) -> Int64 {
        switch self {
        case .seconds(let lane, let origin): (Int64(lane[index]) + origin) * 1000
        case .milliseconds(let lane): lane[index]
        }
    }

    /// The first index whose instant is at or after `milliseconds`, in instants that rise.
    ///
    /// - Complexity: O(log `count`)
    public func lowerBound(_ milliseconds: Int64) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < milliseconds { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The rows whose instants lie in a span, in instants that rise.
    ///
    /// - Complexity: O(log `count`)
    public func rows(in span: Range<Int64>) -> Range<Int> {
        let first = lowerBound(span.lowerBound)
        return first..<max(first, lowerBound(span.upperBound))
    }

    /// Calls `body` with the index and the instant of each row of a range, in order.
    @inlinable
    public func forEach(in range: Range<Int>, _ body: (Int, Int64) -> Void) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range outside its lane")
        switch self {
        case .seconds(let lane, let origin):
            lane.withValues { values in
                for index in range { body(index, (Int64(values[index]) + origin) * 1000) }
            }
        case .milliseconds(let lane):
            lane.withValues { values in
                for index in range { body(index, values[index]) }
            }
        }
    }
}
