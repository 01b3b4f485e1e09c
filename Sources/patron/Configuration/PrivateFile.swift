import Foundation
import Glibc
import Phrases

/// Writes small files that belong to one user.
enum PrivateFile {
    /// Puts bytes in the place of a file at once, readable by its owner alone.
    ///
    /// - Throws: ``UsageProblem`` with the system's own reason.
    static func write(_ data: Data, to path: String, in folder: String) throws {
        let temporary = path + ".\(getpid())"
        do {
            try make(folder)
            try fill(temporary, with: data)
            guard rename(temporary, path) == 0 else { throw Refusal() }
        } catch let refusal as Refusal {
            unlink(temporary)
            throw UsageProblem(Phrase("keep.nowhere", "Nothing can be kept in %1: %2.", folder, refusal.reason))
        }
    }

    /// What the system has just refused, in its own words.
    private struct Refusal: Error {
        let reason = String(cString: strerror(errno))
    }

    /// Makes a folder of the owner's alone, and those above it where they are not there.
    private static func make(_ folder: String) throws {
        guard mkdir(folder, 0o700) != 0, errno != EEXIST else { return }
        guard errno == ENOENT else { throw Refusal() }
        let refusal = Refusal()
        let above = (folder as NSString).deletingLastPathComponent
        guard !above.isEmpty, above != folder else { throw refusal }
        try make(above)
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw Refusal() }
    }

    private static func fill(_ path: String, with data: Data) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Refusal() }
        var rest = [UInt8](data)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else {
                let refusal = Refusal()
                close(file)
                throw refusal
            }
            rest = rest.dropFirst(max(0, count))
        }
        guard close(file) == 0 else { throw Refusal() }
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
