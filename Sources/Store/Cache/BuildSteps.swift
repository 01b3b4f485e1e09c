import Dispatch
import GRDB
import Synchronization

/// What is left to do of a cache that several threads build, and what they have done.
final class BuildSteps: Sendable {
    enum Step: Hashable, Comparable {
        case traits, orders, keys
        /// Where each event goes; the steps after it need to know.
        case eventPlaces
        case eventRecords, eventTimes
        case eventProperty(Int)
        case eventCover
    }

    private struct State {
        var waiting: [Step] = [.eventPlaces, .orders, .traits, .keys]
        var done: [Step: (directory: CacheDirectory, existence: ExistenceBuilder?)] = [:]
        var version: Int?
        var places: PlacedEvents?
    }

    private let state = Mutex(State())
    /// Left once the places of events are known, or will never be.
    private let placing = DispatchGroup()

    init() { placing.enter() }

    /// The next step for a thread that reads this version of the data; it waits where one may still come.
    ///
    /// - Returns: none where there is none, or where another thread reads another version.
    func next(at version: Int) -> Step? {
        if let step = take(at: version) { return step }
        placing.wait()
        return take(at: version)
    }

    private func take(at version: Int) -> Step? {
        state.withLock { state in
            if state.version == nil { state.version = version }
            guard state.version == version, !state.waiting.isEmpty else { return nil }
            return state.waiting.removeFirst()
        }
    }

    /// Leaves the rest undone.
    func stop() {
        let isPlaced = state.withLock { state in
            defer { state.waiting = [] }
            return !state.waiting.contains(.eventPlaces)
        }
        if !isPlaced { placing.leave() }
    }

    /// Carries out a step.
    func carryOut(_ step: Step, with builder: CacheBuilder) throws {
        var existence: ExistenceBuilder?
        if step == .eventPlaces {
            defer { placing.leave() }
            let placed = try builder.placeEvents()
            let properties = builder.catalogue.variants(of: .events).indices.map { Step.eventProperty($0) }
            state.withLock { state in
                state.places = placed
                state.waiting.insert(contentsOf: [.eventTimes, .eventRecords] + properties + [.eventCover], at: 0)
            }
        } else {
            existence = try builder.build(step, placed: state.withLock { $0.places })
        }
        let built = (builder.writer.directory, existence)
        state.withLock { $0.done[step] = built }
    }

    /// Brings together what was done, always in the same order.
    func gather(into writer: CacheWriter) throws(StoreError) {
        let (done, places) = state.withLock { ($0.done, $0.places) }
        var existence: ExistenceBuilder?
        writer.directory.tables = places?.tables ?? []
        for (_, part) in done.sorted(by: { $0.key < $1.key }) {
            var part = part
            for (number, table) in part.directory.tables.enumerated() {
                writer.directory.tables[number].properties += table.properties
                if table.isCovered { writer.directory.tables[number].isCovered = true }
            }
            part.directory.tables = []
            writer.directory.add(part.directory)
            guard let noted = part.existence else { continue }
            existence?.add(noted)
            existence = existence ?? noted
        }
        try existence?.write(to: writer)
    }
}
