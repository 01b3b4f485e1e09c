import Customers
import Filters
import Testing

struct CompletionLawTests {
    @Test func `at every place of a filter what truly follows is offered`() throws {
        var filters = RandomFilters(seed: 21)
        var random = SeededGenerator(seed: 22)
        for _ in 0..<250 {
            let text = filters.next().text
            guard let cut = text.cuts.randomElement(using: &random) else { continue }
            let isOffered = try ValueType.allCases.contains { type in
                let vocabulary = try Vocabulary(of: text, type: type)
                let found = candidates(in: cut.head, at: cut.head.utf8.count, vocabulary: vocabulary)
                let rest = String(decoding: text.utf8.dropFirst(found.range.lowerBound), as: UTF8.self)
                let before = String(decoding: text.utf8.prefix(found.range.lowerBound), as: UTF8.self)
                return rest.isUnlikely(after: before) || found.items.contains { rest.hasExactPrefix($0.text) }
            }
            #expect(isOffered, "\(cut.head)❯❮\(cut.rest)")
        }
    }

    @Test func `every candidate leads to a filter`() throws {
        var filters = RandomFilters(seed: 23)
        var random = SeededGenerator(seed: 24)
        for _ in 0..<80 {
            let text = filters.next().text
            guard let cut = text.cuts.randomElement(using: &random) else { continue }
            let type = ValueType.allCases[Int.random(in: 0..<ValueType.allCases.count, using: &random)]
            let found = candidates(
                in: cut.head, at: cut.head.utf8.count, vocabulary: try Vocabulary(of: text, type: type))
            for candidate in found.items {
                let taken = found.taking(candidate, in: cut.head).text
                let whole = try #require(continuation(of: taken), "\(taken)")
                #expect(whole.hasExactPrefix(taken) && (try? Filter(parsing: whole)) != nil, "\(whole)")
            }
        }
    }

    @Test func `a long text before the cursor costs no more than reading it`() {
        let long = (0..<5000).map { "t\($0) = \"x\"" }.joined(separator: " or ") + " and (ci"
        let found = candidates(in: long, at: long.utf8.count, vocabulary: CompletionTests.vocabulary)
        #expect(found.items.first?.text == "city")
    }

    @Test(arguments: ["x y and ", "(", "city = \"a\" or (not ", "1 2 3 ", "a in (1, ", "city == 1 and "])
    func `a long text that is wrong everywhere is answered`(piece: String) {
        let long = String(repeating: piece, count: 3000) + "ci"
        #expect(candidates(in: long, at: long.utf8.count, vocabulary: CompletionTests.vocabulary).range.count == 2)
    }
}

extension Vocabulary {
    /// The names of a filter's text, all of one type.
    fileprivate init(of text: String, type: ValueType) throws {
        self.init()
        for use in try ParsedFilter(text).names {
            switch use.role {
            case .trait: traits[use.name] = type
            case .event: events[use.name] = events[use.name] ?? Event(count: 1, properties: [:])
            case .property(let event?):
                var properties = events[event]?.properties ?? [:]
                properties[use.name] = type
                events[event] = Event(count: 1, properties: properties)
            case .segment: segments.append(use.name)
            case .purpose: purposes.append(use.name)
            case .property(nil):
                var properties = events["other event"]?.properties ?? [:]
                properties[use.name] = type
                events["other event"] = Event(count: 1, properties: properties)
            case .funnel: funnels.append(use.name)
            case .score: break
            }
        }
    }
}

extension String {
    /// Where the text can be cut so that a word follows: before words and within those of plain letters.
    fileprivate var cuts: [(head: String, rest: String)] {
        let scalars = Array(unicodeScalars)
        return scalars.indices.dropFirst().compactMap { index in
            var start = index
            while start > 0, ("a"..."z").contains(scalars[start - 1]) { start -= 1 }
            guard start == 0 || scalars[start - 1] == " " || scalars[start - 1] == "(",
                start == index || ("a"..."z").contains(scalars[index]),
                !"0123456789-/\"".unicodeScalars.contains(scalars[start])
            else { return nil }
            let head = String(String.UnicodeScalarView(scalars[..<index]))
            return (head, String(String.UnicodeScalarView(scalars[index...])))
        }
    }

    fileprivate func hasExactPrefix(_ prefix: String) -> Bool { Array(utf8).starts(with: Array(prefix.utf8)) }

    /// Whether the text begins with what the grammar allows and completion leaves out: truth values of what is no truth,
    /// tests of texts and lists where a figure stands, and names of scores, which no vocabulary has.
    fileprivate func isUnlikely(after before: String) -> Bool {
        if hasPrefix("true") || hasPrefix("false") || before.hasSuffix("score(") { return true }
        let figures = [
            ") ", ").recency ", ").frequency ", ").monetary ", "rfm.recency ", "rfm.frequency ", "rfm.monetary ",
            "rfm.group ", "net_revenue ", "ltv ", "p_alive ",
        ]
        let tests = ["contains", "starts", "ends", "exactly", "matches", "has"]
        return figures.contains(where: before.hasSuffix) && tests.contains(where: hasPrefix)
    }
}
