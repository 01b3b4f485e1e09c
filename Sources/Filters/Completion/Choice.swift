/// A candidate with the name under which it is found, and how soon it is offered.
struct Choice {
    let candidate: Candidate
    let key: SearchKey
    /// Among equally good ones, the smaller comes first.
    let tier: Int

    init(_ candidate: Candidate, name: String? = nil, tier: Int = 0) {
        self.candidate = candidate
        key = SearchKey(name ?? candidate.text)
        self.tier = tier
    }
}

extension [Choice] {
    /// Those that answer what was typed: the best match first, then the frequent, the short, the first in the list.
    func ranked(by typed: SearchKey) -> [Candidate] {
        let matches = enumerated().compactMap { place, choice in
            choice.key.match(typed).map { (match: $0, choice: choice, place: place) }
        }
        return matches.sorted { first, second in
            let (a, b) = (first.choice, second.choice)
            if first.match != second.match { return first.match < second.match }
            if a.tier != b.tier { return a.tier < b.tier }
            let (aCount, bCount) = (a.candidate.count ?? 0, b.candidate.count ?? 0)
            if aCount != bCount { return aCount > bCount }
            let isByLength = a.candidate.kind != .test && a.candidate.kind != .word && a.candidate.kind != .unit
            let (aLength, bLength) = (a.candidate.text.utf8.count, b.candidate.text.utf8.count)
            if isByLength, aLength != bLength { return aLength < bLength }
            return first.place < second.place
        }.map(\.choice.candidate)
    }
}
