/// Which of some names was probably meant.
enum NearestName {
    /// - Returns: nil if none is near: more than a third of the letters would have to change.
    static func of(_ name: String, among names: [String]) -> String? {
        let word = Array(HeaderWords.normal(name))
        let near = names.map { ($0, distance(word, Array(HeaderWords.normal($0)))) }.min { $0.1 < $1.1 }
        guard let near, near.1 <= max(1, word.count / 3) else { return nil }
        return near.0
    }

    /// The letters to insert, delete or change to make one word the other.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let change = diagonal + (left == right ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
