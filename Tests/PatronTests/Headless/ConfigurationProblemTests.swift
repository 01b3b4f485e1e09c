import Foundation
import Glibc
import Phrases
import Terminal
import Testing

@testable import patron

/// What is wrong with a configuration is told in the language of the interface, with what was written.
struct ConfigurationProblemTests {
    private typealias Case = (problem: Phrase, english: String, shown: [String])

    private static let problems: [Case] = [
        (
            ConfigurationProblem.unreadable(path: "/c.toml", reason: Phrase(verbatim: "line 3")).phrase,
            "The configuration /c.toml cannot be read: line 3.", ["/c.toml", "line 3"]
        ),
        (
            ConfigurationProblem.unknownKey("them", path: "/c.toml", known: ["keys", "theme"]).phrase,
            "The configuration /c.toml has an unknown key ‘them’; known are keys, theme.",
            ["/c.toml", "‘them’", "keys, theme"]
        ),
        (
            ConfigurationProblem.noLanguage("xx").phrase,
            "There is no language ‘xx’ of the interface; there are en, ru, pl.", ["‘xx’", "en, ru, pl"]
        ),
        (
            ConfigurationProblem.noRefundDating("never").phrase,
            "Refunds count in no reports by ‘never’; there are own-date and order-date.",
            ["‘never’", "own-date", "order-date"]
        ),
        (
            ConfigurationProblem.noPreset("emacs").phrase,
            "There is no preset of keys ‘emacs’; there are standard and vim.", ["‘emacs’", "standard", "vim"]
        ),
        (
            ConfigurationProblem.noTheme("neon", folders: ["/a", "/b", "/c"]).phrase,
            "there is no theme ‘neon’ in /a or /b or /c", ["‘neon’", "/a", "/b", "/c"]
        ),
    ]

    private static let keys: [Case] = [
        (
            KeyMapProblem.unknownAction("pag", suggestion: "page-up").phrase,
            "There is no action ‘pag’ to bind; did you mean ‘page-up’?", ["‘pag’", "‘page-up’"]
        ),
        (
            KeyMapProblem.unknownAction("zom", suggestion: nil).phrase,
            "There is no action ‘zom’ to bind; the help page (?) lists them all.", ["‘zom’"]
        ),
        (
            KeyMapProblem.unknownKey("Hyper-z", action: "zoom").phrase,
            "‘Hyper-z’, given for ‘zoom’, names no key; names are like a, ^S, F5, PgUp, g d.",
            ["‘Hyper-z’", "‘zoom’", "a, ^S, F5, PgUp, g d"]
        ),
        (
            KeyMapProblem.reservedKey("^H", action: "zoom").phrase,
            "‘^H’, given for ‘zoom’, cannot be bound: terminals send it for another key or not at all.",
            ["‘^H’", "‘zoom’"]
        ),
        (
            KeyMapProblem.conflict(KeySequence([.character("f")]), kept: .zoom, lost: .filter).phrase,
            "‘f’ is bound to both ‘zoom’ and ‘filter’; ‘zoom’ has it.", ["‘f’", "‘zoom’", "‘filter’"]
        ),
    ]

    private static let themes: [Case] = [
        (
            ThemeError.badColor("ff0000", name: "red").phrase,
            "The colour ‘red’ is given as ‘ff0000’; write #rrggbb or a number from 0 to 255.",
            ["‘red’", "‘ff0000’", "#rrggbb", "255"]
        ),
        (
            ThemeError.unknownWord("grass", role: "good").phrase,
            "The role ‘good’ says ‘grass’, which is no colour of the theme and none of bold, underline, reverse, dim.",
            ["‘good’", "‘grass’", "bold, underline, reverse, dim"]
        ),
        (
            ThemeError.backgroundAlone(role: "good").phrase,
            "The role ‘good’ has a background and no foreground; name both, as the terminal's own may not show on it.",
            ["‘good’"]
        ),
    ]

    @Test func `every problem has its English sentence`() {
        for (problem, english, _) in Self.problems + Self.keys + Self.themes {
            #expect(problem.description == english)
        }
    }

    @Test(arguments: [Language.polish, .russian])
    func `every problem has a sentence of its own in another language, with what was written`(language: Language) {
        let catalogue = Catalogue(of: language)
        for (problem, english, shown) in Self.problems + Self.keys + Self.themes {
            let sentence = catalogue.text(problem)
            #expect(sentence != english)
            #expect(!sentence.contains(/%[1-9]/), "\(sentence)")
            for words in shown { #expect(sentence.contains(words), "\(sentence) lacks \(words)") }
        }
    }

    @Test func `a role that there is not is told all that there are`() {
        let error = ThemeError.unknownRole("selektion")
        let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
        #expect(
            error.description == "The theme names a role ‘selektion’, which there is not; roles are \(roles).")
        for language in [Language.polish, .russian] {
            let sentence = Catalogue(of: language).text(error.phrase)
            #expect(sentence.contains("‘selektion’") && sentence.contains(roles) && !sentence.contains("names"))
        }
    }

    @Test(
        arguments: [
            ("/dev/null/x", "file", ENOTDIR), ("/dev/null/x/y", "file", ENOTDIR), ("/proc/x", "file", ENOENT),
            ("/dev/null", "file", ENOTDIR), ("/tmp", String(repeating: "x", count: 300), ENAMETOOLONG),
        ])
    func `where nothing can be kept is told with the system's reason, in the language of the screens`(
        folder: String, name: String, code: Int32
    ) throws {
        let reason = String(cString: strerror(code))
        let thrown = #expect(throws: UsageProblem.self) {
            try PrivateFile.write(Data("a".utf8), to: "\(folder)/\(name)", in: folder)
        }
        let problem = try #require(thrown)
        #expect(problem.message == "Nothing can be kept in \(folder): \(reason).")
        for language in [Language.polish, .russian] {
            let sentence = Catalogue(of: language).text(problem.phrase)
            #expect(sentence != problem.message && sentence.contains(folder) && sentence.contains(reason))
        }
    }

    @Test func `a private file is its owner's alone, in folders that are made, and takes the place of an older one`()
        throws
    {
        let place = try Place()
        let folder = place.folder + "/state/patron/deep", path = folder + "/file"
        for text in ["the first and longer text", "", "the last"] {
            try PrivateFile.write(Data(text.utf8), to: path, in: folder)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
        for (file, mode) in [(path, 0o600), (folder, 0o700)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
        }
        withExtendedLifetime(place) {}
    }
}
