import Dispatch
import GRDB
import Synchronization

/// Builds the whole cache of a store on two threads, each with a transaction of its own on the same state.
struct CacheBuild: Sendable {
    let store: StoreFile
    let path: String

    private static let threads = 2

    /// Writes the cache in the place of the one before.
    func run() throws(StoreError) {
        while true {
            let file = try CacheFile(path: path)
            let steps = BuildSteps()
            let outcomes = Mutex<[Result<Int, StoreError>]>([])
            DispatchQueue.concurrentPerform(iterations: Self.threads) { _ in
                let outcome = work(on: steps, in: file)
                outcomes.withLock { $0.append(outcome) }
            }
            var versions: Set<Int> = []
            for outcome in outcomes.withLock({ $0 }) { versions.insert(try outcome.get()) }
            // An import that ended between the two transactions is in one of them alone.
            guard versions.count == 1, let version = versions.first else { continue }
            let writer = CacheWriter(file, directory: CacheDirectory(identity: store.identity, version: version))
            try steps.gather(into: writer)
            return try file.finish(writer.directory)
        }
    }

    /// Carries out steps until none is left.
    ///
    /// - Returns: the version of the data that was read.
    private func work(on steps: BuildSteps, in file: CacheFile) -> Result<Int, StoreError> {
        do throws(StoreError) {
            return .success(
                try store.read { db in
                    let version = try StoreFile.version(db)
                    let source = try CacheSource(db: db)
                    let directory = CacheDirectory(identity: store.identity, version: version)
                    while let step = steps.next(at: version) {
                        let builder = CacheBuilder(source, writer: CacheWriter(file, directory: directory))
                        try steps.carryOut(step, with: builder)
                    }
                    return version
                })
        } catch {
            steps.stop()
            return .failure(error)
        }
    }
}
