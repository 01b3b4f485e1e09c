/// Why a file cannot be read or a mapping cannot be used.
public enum IntakeError: Error, Hashable, Sendable {
    /// The system's own words say why.
    case unreadable(path: String, reason: String)
    case empty(path: String)
    case utf16(path: String)
    case binary(path: String)
    case noHeader(path: String)
    /// Nothing in the header says what the rows are.
    case unknownKind(path: String, headers: [String])
    /// The compressed data end too early; the rows before were handed on.
    case endsInTheMiddle(path: String)
    case damaged(path: String)
    /// The file is no longer the one that the plan was made for.
    case changed(path: String)
    /// The plan lacks a column that the kind cannot do without.
    case lacks(path: String, FileKind, what: String, headers: [String])
    case mapping(MappingFault)
}

extension IntakeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)."
        case .empty(let path): "\(path) is empty."
        case .utf16(let path): "\(path) looks like UTF-16; save it as UTF-8 and import it again."
        case .binary(let path): "\(path) is not a text file; CSV and JSON Lines, plain or gzip, can be imported."
        case .noHeader(let path): "\(path) has no row that names its columns."
        case .unknownKind(let path, let headers):
            """
            \(path) does not say what its rows are. Its columns are \(Self.list(headers)). Say it with --as \
            \(FileKind.allCases.map(\.word).joined(separator: ", --as ")), or name the columns in a mapping.
            """
        case .endsInTheMiddle(let path):
            "\(path) ends in the middle of its compressed data; the copy is probably incomplete."
        case .damaged(let path): "The compressed data of \(path) are damaged."
        case .changed(let path): "\(path) has changed since its plan was made."
        case .lacks(let path, let kind, let what, let headers):
            "\(path) lacks \(what), which a file of \(kind.rawValue) needs; its columns are \(Self.list(headers)). "
                + "Name the column in a mapping."
        case .mapping(let fault): fault.description
        }
    }

    private static func list(_ headers: [String]) -> String {
        let shown = headers.prefix(40).map { "‘\($0)’" }.joined(separator: ", ")
        return headers.count > 40 ? "\(shown) and \(headers.count - 40) more" : shown
    }
}
