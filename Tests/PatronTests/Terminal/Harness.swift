import Glibc

/// A test that cannot go on, and why.
struct HarnessError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// One read of what is there; empty at the end.
func readSome(_ descriptor: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
        count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
}

/// Hands out a C array of C strings that ends with a null.
func withCStrings<Result>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
}

/// A small known environment with some variables set, or taken out by nil.
func childEnvironment(_ changes: [String: String?]) -> [String] {
    var variables: [String: String?] = ["LANG": "C.UTF-8", "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no"]
    for name in ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"] {
        if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    variables.merge(changes) { _, new in new }
    return variables.compactMap { name, value in value.map { "\(name)=\($0)" } }
}
