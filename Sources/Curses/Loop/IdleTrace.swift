import Glibc

/// Tells a test, on a descriptor named by `PATRON_TRACE`, that the program has nothing left to do.
public struct IdleTrace: Sendable {
    private let descriptor: Int32

    /// Nothing when no one asked for it.
    public init?() {
        guard let text = variable("PATRON_TRACE"), let descriptor = Int32(text), descriptor > 2 else { return nil }
        guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else { return nil }
        self.descriptor = descriptor
    }

    /// Says so in one line, for instance `idle frame=12 generation=3 version=7 taken=5`.
    ///
    /// - Parameters:
    ///   - frame: frames drawn so far.
    ///   - generation: questions asked so far.
    ///   - version: the version of the store that is shown.
    ///   - taken: bytes of input that the program has taken so far.
    public func idle(frame: Int, generation: Int, version: Int, taken: Int) {
        var line = "idle frame=\(frame) generation=\(generation) version=\(version) taken=\(taken)\n"
        line.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
    }
}
