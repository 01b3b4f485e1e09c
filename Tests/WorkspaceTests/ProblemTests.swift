import Phrases
import Testing
import Workspace

/// Why a question has no answer is said in the language of the interface, with what was named.
struct ProblemTests {
    private typealias Case = (problem: any Phrased, english: String, shown: [String])

    private static let profiles: [Case] = [
        (
            ProfileProblem.unknown,
            "No profile bears this identifier; write it with its kind, as in profile_id:17 or email:a@example.com.",
            ["profile_id:17", "email:a@example.com"]
        ),
        (
            ProfileProblem.ambiguous(kinds: ["email", "phone"]),
            "Several profiles bear this identifier; write it with its kind: email:…, phone:….", ["email:…, phone:…"]
        ),
        (ProfileProblem.unknownColumn("citty", nearest: []), "There is no column ‘citty’.", ["‘citty’"]),
        (
            ProfileProblem.unknownColumn("citty", nearest: ["city"]),
            "There is no column ‘citty’; did you mean ‘city’?", ["‘citty’", "‘city’"]
        ),
        (
            ProfileProblem.unknownColumn("citty", nearest: ["city", "cities", "kitty"]),
            "There is no column ‘citty’; did you mean ‘city’ or ‘cities’ or ‘kitty’?",
            ["‘citty’", "‘city’", "‘cities’", "‘kitty’"]
        ),
    ]

    private static let reports: [Case] = [
        (
            ReportProblem.endsBeforeItBegins,
            "The report ends before it begins; give --from a day that is not after --to.", ["--from", "--to"]
        ),
        (
            ReportProblem.tooManyPeriods(27_029, most: 7400),
            "27029 periods are too many; ask for 7400 at most, or for weeks or months instead of days.",
            ["27029", "7400"]
        ),
    ]

    @Test func `every problem has its English sentence`() {
        for (problem, english, _) in Self.profiles + Self.reports { #expect(problem.phrase.description == english) }
    }

    @Test(arguments: [Language.polish, .russian])
    func `every problem has a sentence of its own in another language, with what was named`(language: Language) {
        let catalogue = Catalogue(of: language)
        for (problem, english, shown) in Self.profiles + Self.reports {
            let sentence = catalogue.text(problem.phrase)
            #expect(sentence != english)
            #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(sentence)")
            #expect(!sentence.contains(/%[1-9]/), "\(sentence)")
            for words in shown { #expect(sentence.contains(words), "\(sentence) lacks \(words)") }
        }
    }

    @Test func `a text that names no time is told how one is written`() async throws {
        let store = try TestStore()
        let problem = await #expect(throws: TimeProblem.self) { try await store.session.instant(of: "soon") }
        let english = "This is no time; write 2026-01-01, 2026-05-01T10:00 or 2026-05-01T10:00Z."
        #expect(problem?.description == english)
        for language in [Language.polish, .russian] {
            let sentence = try #require(problem.map { Catalogue(of: language).text($0.phrase) })
            #expect(sentence != english)
            #expect(sentence.contains("2026-05-01T10:00Z"))
        }
    }

    @Test func `names that may be meant are joined in the language of the sentence`() {
        let problem = ProfileProblem.unknownColumn("citty", nearest: ["city", "cities", "kitty"])
        #expect(
            Catalogue.polish.text(problem.phrase)
                == "Nie ma kolumny ‘citty’; może ma być ‘city’ lub ‘cities’ lub ‘kitty’?")
    }
}
