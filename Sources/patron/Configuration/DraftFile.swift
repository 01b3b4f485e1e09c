import Foundation
import Screens

/// Keeps texts that are being edited, a file a store and user, so that no end of the program loses them.
struct DraftFile: Sendable {
    private struct Entry: Codable {
        let original, name, filter: String
        let off: [Int]?
        let line: String?
    }

    private func path(for store: String) -> String {
        let name = store.utf8.reduce(into: UInt64(14_695_981_039_346_656_037)) {
            $0 = ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        return Places.state + "/drafts-\(Places.author)-\(String(name, radix: 16)).json"
    }

    /// The drafts for a store; none where the file is not there or not whole.
    func read(for store: String) -> [Draft] {
        guard let data = FileManager.default.contents(atPath: path(for: store)),
            let entries = try? JSONDecoder().decode([Entry].self, from: data)
        else { return [] }
        return entries.map {
            Draft(original: $0.original, name: $0.name, filter: $0.filter, off: $0.off ?? [], line: $0.line ?? "")
        }
    }

    /// Keeps a draft in the place of an older one of the same original.
    func save(_ draft: Draft, for store: String) throws {
        try write(read(for: store).filter { $0.original != draft.original } + [draft], for: store)
    }

    func remove(original: String, for store: String) throws {
        try write(read(for: store).filter { $0.original != original }, for: store)
    }

    private func write(_ drafts: [Draft], for store: String) throws {
        try FileManager.default.createDirectory(
            atPath: Places.state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let entries = drafts.map {
            Entry(
                original: $0.original, name: $0.name, filter: $0.filter, off: $0.off.isEmpty ? nil : $0.off,
                line: $0.line.isEmpty ? nil : $0.line)
        }
        let target = path(for: store)
        let temporary = target + ".\(getpid())"
        guard
            FileManager.default.createFile(
                atPath: temporary, contents: try JSONEncoder().encode(entries), attributes: [.posixPermissions: 0o600]),
            rename(temporary, target) == 0
        else { throw UsageProblem(message: "The draft cannot be kept in \(Places.state).") }
    }
}
