import Foundation

/// Public data sets beside the repository, for machines that have them.
///
/// `PATRON_SHARED` names the folder; without it `../shared` is looked at.
enum SharedData {
    private static let folder: String = {
        if let named = ProcessInfo.processInfo.environment["PATRON_SHARED"] { return named }
        return "/" + #filePath.split(separator: "/").dropLast(5).joined(separator: "/") + "/shared"
    }()

    static func path(_ name: String) -> String { "\(folder)/datasets/\(name)" }

    static func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// The rows of a compressed CSV file without quotes, the header left out.
    static func rows(_ name: String) throws -> [[String]] {
        let text = try run("/usr/bin/gzip", ["-dc", path(name)])
        guard text.status == 0 else { throw HarnessError("\(name) cannot be unpacked: \(text.errors)") }
        return text.output.split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The values that came with a data set.
    static func expected(_ name: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path("\(name)/expected.json")))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }
}
