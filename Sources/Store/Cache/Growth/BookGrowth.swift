import Columnar

/// The codes that texts of rows that came later have in a codebook, which takes what it lacks.
struct BookGrowth {
    private let known: Codebook
    private var codes: [String: Int]?
    /// The texts that the codebook has lacked, in order.
    private(set) var added: [String] = []

    init(_ known: Codebook) {
        self.known = known
    }

    /// The number of texts.
    var count: Int { known.count + added.count }

    /// The code of a text.
    ///
    /// - `hint`: the code that it most likely has.
    mutating func code(of text: String, hint: Int) -> Int {
        if hint < known.count {
            var text = text
            let isIt = text.withUTF8 { bytes in known.withText(of: hint) { $0.elementsEqual(bytes) } }
            if isIt { return hint }
        } else if hint - known.count < added.count, added[hint - known.count] == text {
            return hint
        }
        if codes == nil {
            codes = [:]
            for code in 0..<known.count { codes?[known[code]] = code }
            for (place, text) in added.enumerated() { codes?[text] = known.count + place }
        }
        if let code = codes?[text] { return code }
        let code = count
        added.append(text)
        codes?[text] = code
        return code
    }

    /// Appends the texts that were lacking to the codebook of a column.
    func write(to sections: GrownSections, prefix: String) {
        guard !added.isEmpty || !sections.has(prefix + "/book.ends") else { return }
        let before = sections.lane(prefix + "/book.bytes", UInt8.self)?.count ?? 0
        let bytes = added.reduce(0) { $0 + $1.utf8.count }
        sections.grow(prefix + "/book.bytes", to: before + bytes) { (target: UnsafeMutableBufferPointer<UInt8>) in
            var end = before
            for text in added {
                for byte in text.utf8 {
                    target[end] = byte
                    end += 1
                }
            }
        }
        let texts = known.count
        sections.grow(prefix + "/book.ends", to: count) { (target: UnsafeMutableBufferPointer<UInt32>) in
            var end = before
            for (place, text) in added.enumerated() {
                end += text.utf8.count
                target[texts + place] = UInt32(end)
            }
        }
    }
}
