/// Headers as words that can be compared.
enum HeaderWords {
    static func normal(_ header: String) -> String { header.lowercased() }
}
