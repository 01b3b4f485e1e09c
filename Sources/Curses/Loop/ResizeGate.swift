/// Waits until a window that is being dragged comes to rest.
///
/// Opens when nothing came for 30 ms, or 200 ms after the first: a window that is dragged then costs few frames.
package struct ResizeGate {
    private var first: ContinuousClock.Instant?
    private var last: ContinuousClock.Instant?

    package init() {}

    package static let quiet = Duration.milliseconds(30)
    package static let patience = Duration.milliseconds(200)

    /// When to act, none while nothing came.
    package var deadline: ContinuousClock.Instant? {
        guard let first, let last else { return nil }
        return min(last + Self.quiet, first + Self.patience)
    }

    package mutating func noticed(at now: ContinuousClock.Instant) {
        first = first ?? now
        last = now
    }

    /// Whether it is time to act; starts anew if so.
    package mutating func opens(at now: ContinuousClock.Instant) -> Bool {
        guard let deadline, now >= deadline else { return false }
        (first, last) = (nil, nil)
        return true
    }
}
