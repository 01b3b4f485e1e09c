/// One or two keys pressed one after the other.
public struct KeySequence: Hashable, Sendable {
    /// The keys in the order of pressing.
    public let keys: [Key]

    /// Makes a sequence.
    public init(_ keys: [Key]) {
        self.keys = keys
    }
}

extension KeySequence: CustomStringConvertible {
    /// The names of the keys, as they are shown and as the configuration gives them: `^S`, `g d`.
    public var description: String { keys.map(\.name).joined(separator: " ") }

    /// Reads the names of one or two keys, parted by a blank.
    public init?(_ names: some StringProtocol) {
        let keys = names.split(separator: " ").map { Key(name: $0) }
        let known = keys.compactMap { $0 }
        guard (1...2).contains(keys.count), known.count == keys.count else { return nil }
        self.keys = known
    }
}
