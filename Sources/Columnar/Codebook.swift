/// The distinct texts of a column, each with its code from 0.
public struct Codebook: Sendable {
    private let bytes: Lane<UInt8>
    private let ends: Lane<UInt32>

    /// - Precondition: `ends` rises and its last is the length of `bytes`.
    public init(bytes: Lane<UInt8>, ends: Lane<UInt32>) {
        self.bytes = bytes
        self.ends = ends
    }

    /// A codebook of these texts, in this order.
    public init(_ texts: [String]) {
        var vector = TextVector()
        for text in texts { vector.append(text) }
        bytes = Lane(vector.bytes)
        ends = Lane(vector.ends)
    }

    /// The number of texts.
    public var count: Int { ends.count }

    /// The text of a code.
    ///
    /// - Precondition: `0 <= code < count`.
    public subscript(code: Int) -> String {
        withText(of: code) { String(decoding: $0, as: UTF8.self) }
    }

    /// Lends the UTF-8 of a code's text to `body`.
    ///
    /// - Precondition: `0 <= code < count`.
    public func withText<Result>(of code: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = code == 0 ? 0 : Int(ends[code - 1])
        let end = Int(ends[code])
        return bytes.withValues { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }
}
