import Foundation
import Glibc
import Phrases

/// Writes small files that belong to one user.
enum PrivateFile {
    /// Puts bytes in the place of a file at once, readable by its owner alone.
    static func write(_ data: Data, to path: String, in folder: String) throws {
        let problem = UsageProblem(Phrase("keep.nowhere", "Nothing can be kept in %1.", folder))
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw problem
        }
        let temporary = path + ".\(getpid())"
        guard
            FileManager.default.createFile(
                atPath: temporary, contents: data, attributes: [.posixPermissions: 0o600]),
            rename(temporary, path) == 0
        else { throw problem }
    }
}

/// A short name for a path, the same in every run: FNV-1a of 64 bits.
struct PathDigest {
    let text: String

    init(_ path: String) {
        let digest = path.utf8.reduce(into: UInt64(14_695_981_039_346_656_037)) {
            $0 = ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        text = String(digest, radix: 16)
    }
}
