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
    var problems: [String] = []

    /// Reads `config.toml` and the theme that it names; what is wrong is told and the standard holds in its place.
    static func read() -> TerminalConfiguration {
        var configuration = TerminalConfiguration()
        configuration.options.themes = ThemeFile.names
        let path = ConfigurationFile.path
        guard let data = FileManager.default.contents(atPath: path) else { return configuration }
        do {
            try configuration.take(TOMLTable(string: String(decoding: data, as: UTF8.self)), path: path)
        } catch {
            configuration.problems.append("The configuration \(path) cannot be read: \(error).")
        }
        return configuration
    }

    private mutating func take(_ table: TOMLTable, path: String) throws {
        let known: Set<String> = [
            "theme", "preset", "keys", "mouse", "sync", "ambiguous", "truecolor", "borders", "language",
            "refunds",
        ]
        for key in table.keys where !known.contains(key) {
            problems.append(
                "The configuration \(path) has an unknown key ‘\(key)’; known are \(known.sorted().joined(separator: ", "))."
            )
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
                let known = Language.allCases.map(\.rawValue).joined(separator: ", ")
                problems.append("There is no language ‘\(name)’ of the interface; there are \(known).")
            }
        }
        if let name = table["refunds"]?.string {
            if let dating = RefundDating(rawValue: name) {
                options.refunds = dating
            } else {
                let known = RefundDating.allCases.map(\.rawValue).joined(separator: " and ")
                problems.append("Refunds count in no reports by ‘\(name)’; there are \(known).")
            }
        }
        if let preset = table["preset"]?.string {
            switch preset {
            case "vim": (keys, options.preset) = (.vim, preset)
            case "standard": break
            default: problems.append("There is no preset of keys ‘\(preset)’; there are standard and vim.")
            }
        }
        if let overrides = table["keys"]?.table { take(keys: overrides) }
        if let name = table["theme"]?.string {
            theme = try ThemeFile(name: name).read()
            options.theme = name
        }
    }

    private mutating func take(keys table: TOMLTable) {
        var overrides: [String: [String]] = [:]
        for (action, value) in table {
            overrides[action] = value.array.map { $0.compactMap(\.string) } ?? value.string.map { [$0] } ?? []
        }
        let (map, faults) = keys.overriding(overrides)
        keys = map
        problems.append(contentsOf: faults.map { "\($0)" })
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
        throw UsageProblem(message: "there is no theme ‘\(name)’ in \(folders.joined(separator: " or "))")
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
