/// Waits until a window that is being dragged comes to rest.
///
/// Opens when nothing came for 30 ms, or 200 ms after the first. Each size is drawn as a whole, so a drag that goes on
/// after that has to rest for longer, or goes on for longer, until the gate opens again: it costs few frames however
/// slowly the window is dragged.
package struct ResizeGate {
    /// When the first size came that was not acted on yet.
    private var first: ContinuousClock.Instant?
    /// When the last size came at all.
    private var last: ContinuousClock.Instant?
    /// How often it opened within this drag.
    private var openings = 0

    package init() {}

    /// How long no size comes between two drags.
    package static let pause = Duration.milliseconds(500)

    /// When to act, none while nothing came.
    package var deadline: ContinuousClock.Instant? {
        guard let first, let last else { return nil }
        let quiet = Duration.milliseconds(openings == 0 ? 30 : 150)
        return min(last + quiet, first + .milliseconds(200 << min(openings, 2)))
    }

    package mutating func noticed(at now: ContinuousClock.Instant) {
        if let last, now - last > Self.pause { openings = 0 }
        first = first ?? now
        last = now
    }

    /// Whether it is time to act; waits for the next size if so.
    package mutating func opens(at now: ContinuousClock.Instant) -> Bool {
        guard let deadline, now >= deadline else { return false }
        first = nil
        openings += 1
        return true
    }
}
