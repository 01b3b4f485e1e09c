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
        Places.state + "/drafts-\(Places.author)-\(PathDigest(store).text).json"
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
        let entries = drafts.map {
            Entry(
                original: $0.original, name: $0.name, filter: $0.filter, off: $0.off.isEmpty ? nil : $0.off,
                line: $0.line.isEmpty ? nil : $0.line)
        }
        try PrivateFile.write(try JSONEncoder().encode(entries), to: path(for: store), in: Places.state)
    }
}
