import Synchronization

/// A value that is worked out once, by whoever asks for it first; all others wait for that.
public final class Deferred<Value: Sendable>: Sendable {
    private let known = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    public init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    /// One that is there.
    public convenience init(of value: Value) {
        self.init { value }
    }

    public var value: Value {
        known.withLock { known in
            if let known { return known }
            let made = make()
            known = made
            return made
        }
    }

    /// The value where somebody has asked for it.
    public var valueIfKnown: Value? { known.withLock { $0 } }
}
