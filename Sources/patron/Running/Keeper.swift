import Dispatch
import Foundation

/// Writes what a user leaves, one after the other and off the thread of the keys, so that no slow disk holds up a key.
struct Keeper: Sendable {
    private let queue = DispatchQueue(label: "patron.keeper", qos: .userInitiated)

    /// Does a small piece of work after all that was handed over before; says where it failed.
    func take(_ work: @escaping @Sendable () throws -> Void, failing: @escaping @Sendable (any Error) -> Void) {
        queue.async {
            do {
                try work()
            } catch {
                failing(error)
            }
        }
    }

    /// Returns when all is written.
    func finish() { queue.sync {} }
}
