/// The names that one mistyped name was most likely meant to be, the nearest first.
///
/// Case, `_`, `-` and blanks make no difference. A name is near when few letters are wrong, missing, added or
/// swapped (one in three), or when one of the two begins with the other.
///
/// - Parameters:
///   - name: what was written.
///   - names: what exists.
///   - limit: how many to give at most.
/// - Returns: the nearest names as they are in `names`; none where nothing is near.
/// - Complexity: O(*n* · *m*²) for *n* names of *m* letters.
public func nearestNames(to name: String, among names: some Sequence<String>, limit: Int = 3) -> [String] {
    let typed = folded(name)
    guard !typed.isEmpty else { return [] }
    var near: [(name: String, score: Int)] = []
    for candidate in names where candidate != name {
        if let score = score(typed, folded(candidate)) { near.append((candidate, score)) }
    }
    near.sort { ($0.score, $0.name) < ($1.score, $1.name) }
    return near.prefix(limit).map(\.name)
}

private func folded(_ name: String) -> [Unicode.Scalar] {
    name.lowercased().unicodeScalars.filter { !["_", "-", " ", "."].contains($0) }
}

/// Smaller is nearer; nil is too far.
private func score(_ typed: [Unicode.Scalar], _ candidate: [Unicode.Scalar]) -> Int? {
    let longer = max(typed.count, candidate.count)
    let cutOff = max(1, longer / 3)
    let isPrefix =
        typed.count >= 3 && candidate.count >= 3 && (candidate.starts(with: typed) || typed.starts(with: candidate))
    let difference = abs(typed.count - candidate.count)
    if isPrefix { return min(difference, cutOff + 1) * 2 - 2 }
    guard difference <= cutOff, longer > 1 else { return nil }
    let distance = editDistance(typed, candidate)
    guard distance <= cutOff, distance < longer else { return nil }
    return distance * 2 - (typed.first == candidate.first ? 1 : 0)
}

/// How many letters must be changed, added, removed or swapped with a neighbour: the restricted
/// Damerau-Levenshtein distance.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        row.reserveCapacity(b.count + 1)
        for j in b.indices {
            var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
            row.append(best)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
