/// One event of a chain.
struct ChainLink {
    let entry: PathEntry
    /// The link of the next step; below 0 at the end.
    let next: Int32
}

/// The links of all chains of a profile, used for profile after profile.
final class ChainLinks {
    // Behind a pointer, so that no access is checked against others: one thread alone has it.
    private let state: UnsafeMutablePointer<State>

    private struct State {
        var links: UnsafeMutablePointer<ChainLink>
        var count: Int32
        var capacity: Int32
    }

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: State(links: .allocate(capacity: 1024), count: 0, capacity: 1024))
    }

    deinit {
        state.pointee.links.deallocate()
        state.deallocate()
    }

    /// Forgets all links; no room may have a chain of them any more.
    func clear() { state.pointee.count = 0 }

    @inline(__always)
    subscript(number: Int32) -> ChainLink { state.pointee.links[Int(number)] }

    /// Puts an event before a link, or before nothing where that is below 0, and returns the number of its own.
    @inline(__always)
    func add(_ entry: PathEntry, before next: Int32) -> Int32 {
        let number = state.pointee.count
        if number == state.pointee.capacity { grow() }
        state.pointee.links[Int(number)] = ChainLink(entry: entry, next: next)
        state.pointee.count = number + 1
        return number
    }

    private func grow() {
        let (old, count) = (state.pointee.links, Int(state.pointee.capacity))
        let links = UnsafeMutablePointer<ChainLink>.allocate(capacity: count * 2)
        links.moveInitialize(from: old, count: count)
        old.deallocate()
        state.pointee.links = links
        state.pointee.capacity *= 2
    }
}
