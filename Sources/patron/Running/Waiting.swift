import Foundation
import Synchronization

/// Runs work off the main thread and waits for it, for commands that have nothing else to do.
func waiting<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) throws -> Value {
    let outcome = Mutex<Result<Value, any Error>?>(nil)
    let box = OutcomeBox(outcome)
    let done = DispatchSemaphore(value: 0)
    Task { @concurrent in
        do {
            let value = try await work()
            box.put(.success(value))
        } catch {
            box.put(.failure(error))
        }
        done.signal()
    }
    done.wait()
    return try box.take()
}

/// Runs work like `waiting`; an interrupt from the keyboard cancels it, and a second one ends the process at once.
func waitingForInterrupts<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) throws -> Value {
    let task = Task { @concurrent in try await work() }
    signal(SIGINT, SIG_IGN)
    let interrupts = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    interrupts.setEventHandler {
        task.cancel()
        signal(SIGINT, SIG_DFL)
    }
    interrupts.resume()
    defer {
        interrupts.cancel()
        signal(SIGINT, SIG_DFL)
    }
    return try waiting { try await task.value }
}

/// Carries one outcome from the thread that works to the one that waits.
private final class OutcomeBox<Value: Sendable>: Sendable {
    private let outcome: Mutex<Result<Value, any Error>?>

    init(_ outcome: consuming sending Mutex<Result<Value, any Error>?>) {
        self.outcome = outcome
    }

    func put(_ result: Result<Value, any Error>) { outcome.withLock { $0 = result } }

    func take() throws -> Value {
        guard let result = outcome.withLock({ $0 }) else { throw CancellationError() }
        return try result.get()
    }
}
