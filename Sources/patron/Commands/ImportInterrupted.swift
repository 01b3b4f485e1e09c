import Foundation

/// An import of several files that was stopped from the keyboard.
struct ImportInterrupted: Error, CustomStringConvertible {
    /// The files that had gone in before.
    let kept: [String]

    var description: String {
        guard !kept.isEmpty else { return "Interrupted; the store is as it was before." }
        let names = kept.map { ($0 as NSString).lastPathComponent }.joined(separator: ", ")
        return "Interrupted; \(names) had gone in before, the rest left no trace."
    }
}
