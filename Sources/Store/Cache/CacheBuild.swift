import Dispatch
import GRDB
import Synchronization

/// Builds the whole cache of a store on two threads, each with a transaction of its own on the same state.
struct CacheBuild: Sendable {
    private enum Part: Int, CaseIterable {
        case people, events
    }

    private struct Built: Sendable {
        let directory: CacheDirectory
        let existence: ExistenceBuilder
    }

    let store: StoreFile
    let path: String

    /// Writes the cache in the place of the one before.
    func run() throws(StoreError) {
        while true {
            let file = try CacheFile(path: path)
            let outcomes = Mutex<[Part: Result<Built, StoreError>]>([:])
            DispatchQueue.concurrentPerform(iterations: Part.allCases.count) { number in
                guard let part = Part(rawValue: number) else { preconditionFailure("a part without a number") }
                let outcome = built(part, in: file)
                outcomes.withLock { $0[part] = outcome }
            }
            let parts = outcomes.withLock { $0 }
            guard let people = try parts[.people]?.get(), let events = try parts[.events]?.get() else {
                preconditionFailure("a part that was not built")
            }
            // An import that ended between the two transactions is in one of them alone.
            guard people.directory.version == events.directory.version else { continue }
            let writer = CacheWriter(file, directory: people.directory)
            writer.directory.add(events.directory)
            var existence = people.existence
            existence.add(events.existence)
            try existence.write(to: writer)
            return try file.finish(writer.directory)
        }
    }

    private func built(_ part: Part, in file: CacheFile) -> Result<Built, StoreError> {
        do throws(StoreError) {
            return .success(
                try store.read { db in
                    let directory = CacheDirectory(identity: store.identity, version: try StoreFile.version(db))
                    let builder = CacheBuilder(
                        try CacheSource(db: db), writer: CacheWriter(file, directory: directory))
                    let existence =
                        switch part {
                        case .people: try builder.buildPeople()
                        case .events: try builder.buildEvents()
                        }
                    return Built(directory: builder.writer.directory, existence: existence)
                })
        } catch {
            return .failure(error)
        }
    }
}
