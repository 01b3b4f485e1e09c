/// One try of a profile to go all the way, as far as it came.
struct FunnelAttempt {
    /// The events of the steps reached, the first one first; lent for the moment.
    let events: UnsafeBufferPointer<PathEntry>
    /// When each of them was reached, in milliseconds since the origin; as many as there are events.
    let times: UnsafeBufferPointer<Int64>

    /// When the attempt begins: with its first step, but in any order with the first of its events.
    let start: Int64

    init(events: UnsafeBufferPointer<PathEntry>, times: UnsafeBufferPointer<Int64>, start: Int64? = nil) {
        self.events = events
        self.times = times
        self.start = start ?? times[0]
    }

    /// Steps reached, 1 or more.
    var depth: Int { events.count }
    /// Milliseconds from the beginning to the last step reached.
    var length: Int64 { times[depth - 1] - start }
}

/// Finds the attempts of a profile.
protocol FunnelWalk: ~Copyable {
    /// Calls `body` with every attempt that begins in a stretch of time, the latest first.
    ///
    /// `path` is what the profile did, in order; `entry` is in milliseconds since the origin.
    mutating func forEachAttempt(
        in path: UnsafeBufferPointer<PathEntry>, begun entry: Range<Int64>, _ body: (FunnelAttempt) -> Void)
}
