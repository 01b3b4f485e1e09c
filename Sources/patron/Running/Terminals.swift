import Analytics
import Curses
import Foundation
import Phrases
import Screens
import TOMLKit
import Terminal

/// What a user has configured for the terminal.
struct TerminalConfiguration {
    var theme = Theme.standard
    var keys = KeyMap.standard
    var options = InterfaceOptions()
    /// What was wrong with the configuration, in full sentences.
    var problems: [Phrase] = []

    /// Reads `config.toml` and the theme that it names; what is wrong is told and the standard holds in its place.
    static func read() -> TerminalConfiguration {
        var configuration = TerminalConfiguration()
        configuration.options.themes = ThemeFile.names
        let path = ConfigurationFile.path
        guard let data = FileManager.default.contents(atPath: path) else { return configuration }
        do {
            try configuration.take(TOMLTable(string: String(decoding: data, as: UTF8.self)), path: path)
        } catch {
            let reason = (error as? any Phrased)?.phrase ?? Phrase(verbatim: "\(error)")
            configuration.tell(.unreadable(path: path, reason: reason))
        }
        return configuration
    }

    private mutating func take(_ table: TOMLTable, path: String) throws {
        let known: Set<String> = [
            "theme", "preset", "keys", "mouse", "sync", "ambiguous", "truecolor", "borders", "language",
            "refunds",
        ]
        for key in table.keys where !known.contains(key) {
            tell(.unknownKey(key, path: path, known: known.sorted()))
        }
        options.hasMouse = table["mouse"]?.bool ?? true
        options.synchronizes = table["sync"]?.bool ?? true
        options.ambiguousIsWide = table["ambiguous"]?.int == 2
        options.wantsDirectColour = table["truecolor"]?.bool ?? false
        options.hasBorders = table["borders"]?.bool ?? true
        if let name = table["language"]?.string {
            if let language = Language(rawValue: name) {
                options.language = language
            } else {
                tell(.noLanguage(name))
            }
        }
        if let name = table["refunds"]?.string {
            if let dating = RefundDating(rawValue: name) {
                options.refunds = dating
            } else {
                tell(.noRefundDating(name))
            }
        }
        if let preset = table["preset"]?.string {
            switch preset {
            case "vim": (keys, options.preset) = (.vim, preset)
            case "standard": break
            default: tell(.noPreset(preset))
            }
        }
        if let overrides = table["keys"]?.table { take(keys: overrides) }
        if let name = table["theme"]?.string {
            theme = try ThemeFile(name: name).read()
            options.theme = name
        }
    }

    private mutating func tell(_ problem: ConfigurationProblem) {
        problems.append(problem.phrase)
    }

    private mutating func take(keys table: TOMLTable) {
        var overrides: [String: [String]] = [:]
        for (action, value) in table {
            overrides[action] = value.array.map { $0.compactMap(\.string) } ?? value.string.map { [$0] } ?? []
        }
        let (map, faults) = keys.overriding(overrides)
        keys = map
        problems.append(contentsOf: faults.map(\.phrase))
    }
}

/// A theme by its name: one of the user's own, or one that comes with the program.
struct ThemeFile {
    let name: String

    func read() throws -> Theme {
        let folders = [Places.configuration + "/themes"] + Self.shipped
        for folder in folders {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name).toml") else { continue }
            let table = try TOMLTable(string: String(decoding: data, as: UTF8.self))
            return try Theme(
                name: table["name"]?.string ?? name, ground: table["ground"]?.string ?? "any",
                colors: Self.texts(table["colors"]?.table), roles: Self.texts(table["roles"]?.table))
        }
        throw UsageProblem(ConfigurationProblem.noTheme(name, folders: folders).phrase)
    }

    /// The names of all themes that can be read, those that come with the program first.
    static var names: [String] {
        let standard = ["colorblind", "dark", "light", "high-contrast", "mono"]
        let found = (shipped + [Places.configuration + "/themes"]).flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        }.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
        let others = Set(found).subtracting(standard).sorted()
        return standard.filter { $0 == Theme.standard.name || found.contains($0) } + others
    }

    /// `Themes` beside the program's own folder, where an installation or a checkout keeps it.
    private static var shipped: [String] {
        var folder = (Bundle.main.executablePath ?? CommandLine.arguments[0]) as NSString
        var found: [String] = []
        for _ in 0..<5 {
            folder = folder.deletingLastPathComponent as NSString
            found.append(folder.appendingPathComponent("Themes"))
            found.append(folder.appendingPathComponent("share/patron/Themes"))
        }
        return found.filter { FileManager.default.fileExists(atPath: $0) }
    }

    private static func texts(_ table: TOMLTable?) -> [String: String] {
        var texts: [String: String] = [:]
        if let table {
            for (key, value) in table { texts[key] = value.string }
        }
        return texts
    }
}
