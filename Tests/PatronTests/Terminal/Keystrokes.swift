/// The bytes that keys send.
enum Keystrokes {
    private static let named = [
        "Up": "\u{1B}[A", "Down": "\u{1B}[B", "Right": "\u{1B}[C", "Left": "\u{1B}[D", "Home": "\u{1B}[H",
        "End": "\u{1B}[F", "PgUp": "\u{1B}[5~", "PgDn": "\u{1B}[6~", "Ins": "\u{1B}[2~", "Del": "\u{1B}[3~",
        "Enter": "\r", "Esc": "\u{1B}", "Tab": "\t", "BackTab": "\u{1B}[Z", "BS": "\u{7F}", "Space": " ", "lt": "<",
    ]

    /// Text as it is, keys by name in angle brackets, control keys as `<C-x>`.
    static func bytes(of keys: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = keys[...]
        while let first = rest.first {
            guard first == "<", let end = rest.firstIndex(of: ">") else {
                bytes += Array(String(first).utf8)
                rest.removeFirst()
                continue
            }
            bytes += try key(String(rest[rest.index(after: rest.startIndex)..<end]))
            rest = rest[rest.index(after: end)...]
        }
        return bytes
    }

    private static func key(_ name: String) throws -> [UInt8] {
        if let sequence = named[name] { return Array(sequence.utf8) }
        guard name.hasPrefix("C-"), let letter = name.uppercased().last?.asciiValue else {
            throw HarnessError("there is no key <\(name)>")
        }
        return [letter & 0x1F]
    }
}
