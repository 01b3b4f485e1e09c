import Foundation

/// The user's `config.toml`, of which the program changes single lines and leaves all others as they are.
enum ConfigurationFile {
    static var path: String { Places.configuration + "/config.toml" }

    /// Gives a key of the first table a value, in the place of its old one or at the end of that table.
    ///
    /// - `value`: as TOML writes it.
    static func set(_ key: String, to value: String) throws {
        let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        try PrivateFile.write(
            Data(setting(key, to: value, in: text).utf8), to: path, in: Places.configuration)
    }

    /// The text of a configuration with one value changed.
    static func setting(_ key: String, to value: String, in text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        let end = lines.firstIndex { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix("[") } ?? lines.count
        let place = lines[..<end].firstIndex { line in
            guard let sign = line.firstIndex(of: "=") else { return false }
            return line[..<sign].trimmingCharacters(in: .whitespaces) == key
        }
        if let place {
            let comment = comment(of: lines[place])
            lines[place] = "\(key) = \(value)" + (comment.isEmpty ? "" : "  " + comment)
        } else {
            // Blank lines before the next table stay there.
            var last = end
            while last > 0, lines[last - 1].allSatisfy(\.isWhitespace) { last -= 1 }
            lines.insert("\(key) = \(value)", at: last)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The comment at the end of a line; a sign in quotes begins none.
    private static func comment(of line: String) -> String {
        var quote: Character?
        for (index, letter) in zip(line.indices, line) {
            if let open = quote {
                if letter == open { quote = nil }
            } else if letter == "\"" || letter == "'" {
                quote = letter
            } else if letter == "#" {
                return String(line[index...])
            }
        }
        return ""
    }
}
