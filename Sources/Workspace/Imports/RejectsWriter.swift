import Foundation
import Intake
import Phrases
import Store

/// Writes rejected rows to a file, which is made with the first of them and readable by its owner alone.
struct RejectsWriter {
    /// Where they go; nowhere in a dry run that names no file.
    let path: String?
    private var file: FileHandle?
    private(set) var count = 0
    /// Line, column and reason of the first few, in sentences.
    private(set) var first: [Phrase] = []
    private static let told = 5

    init(path: String?) {
        self.path = path
    }

    mutating func append(_ rejects: [Reject]) throws {
        guard !rejects.isEmpty else { return }
        count += rejects.count
        first += rejects.prefix(max(0, Self.told - first.count)).map(\.phrase)
        guard let path else { return }
        if file == nil {
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
                let opened = FileHandle(forWritingAtPath: path)
            else {
                throw StoreError.cannotOpen(
                    path: path,
                    reason: Phrase("store.reason.rejects", "the file for rejected rows cannot be written"))
            }
            try opened.write(contentsOf: Data(RejectsFile.header.utf8))
            file = opened
        }
        let text = rejects.map { RejectsFile.line($0) }.joined()
        try file?.write(contentsOf: Data(text.utf8))
    }

    /// The path where there are rejects.
    var writtenPath: String? { count > 0 ? path : nil }
}
