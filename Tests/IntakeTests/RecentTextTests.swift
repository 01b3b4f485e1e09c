import Testing

@testable import Intake

/// Texts that come again are counted and not looked at; they tell what they told.
struct RecentTextTests {
    private static func evidence(_ texts: [String]) -> TypeEvidence {
        var evidence = TypeEvidence()
        for text in texts {
            let bytes = Array(text.utf8) + Array(repeating: 0, count: 16)
            bytes.withUnsafeBufferPointer { bytes in
                guard let start = bytes.baseAddress else { return }
                evidence.add(Field(start: start, count: bytes.count - 16))
            }
        }
        return evidence
    }

    @Test(arguments: [
        ["0", "1", "0", "0"], ["1,5", "2.25", "1,5", "null", "1,5"], ["a|b", "a", "a|b"], ["yes", "no", "yes"],
        ["2025-01-02", "2025-01-02", "2025-01-02T10:00:00", "2025-01-02"],
        ["a text that is longer than sixteen bytes", "x", "a text that is longer than sixteen bytes"],
    ])
    func `every coming of a text counts, and none but the first tells more`(texts: [String]) {
        let whole = Self.evidence(texts)
        let once = Self.evidence(texts.enumerated().filter { texts.firstIndex(of: $1) == $0 }.map(\.element))
        func count(_ figure: (TypeEvidence) -> Int) -> Int { texts.reduce(0) { $0 + figure(Self.evidence([$1])) } }
        #expect(whole.values == count(\.values))
        #expect(whole.zeros == count(\.zeros))
        #expect(whole.commaTails == count(\.commaTails))
        #expect(whole.pointTails == count(\.pointTails))
        #expect(whole.isoTimes == count(\.isoTimes))
        #expect(whole.pipes == count(\.pipes))
        #expect(whole.candidates == once.candidates)
        #expect(whole.truths == once.truths)
        #expect(whole.hasLocalTime == once.hasLocalTime)
        #expect(whole.formats == once.formats)
    }
}
