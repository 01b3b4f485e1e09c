public import Phrases

/// Why a file cannot be read or a mapping cannot be used.
public enum IntakeError: Phrased, Hashable {
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
    case lacks(path: String, FileKind, what: Need, headers: [String])
    case mapping(MappingFault)

    /// A column that some kind of file cannot do without.
    public enum Need: Hashable, Sendable, CaseIterable {
        case customer, time, eventName, orderID, productID
    }
}

extension IntakeError: CustomStringConvertible {
    public var description: String { phrase.description }

    public var phrase: Phrase {
        switch self {
        case .unreadable(let path, let reason):
            Phrase("file.wrong.unreadable", "%1 cannot be read: %2.", path, reason)
        case .empty(let path): Phrase("file.wrong.empty", "%1 is empty.", path)
        case .utf16(let path):
            Phrase("file.wrong.utf16", "%1 looks like UTF-16; save it as UTF-8 and import it again.", path)
        case .binary(let path):
            Phrase(
                "file.wrong.binary",
                "%1 is not a text file; CSV and JSON Lines, plain or gzip, can be imported.", path)
        case .noHeader(let path): Phrase("file.wrong.header", "%1 has no row that names its columns.", path)
        case .unknownKind(let path, let headers):
            Phrase(
                "file.wrong.kind",
                "%1 does not say what its rows are. Its columns are %3. Say it with %2, or name the columns in a mapping.",
                path, FileKind.allCases.map { "--as \($0.word)" }.joined(separator: ", ")
            ).with(Self.list(headers))
        case .endsInTheMiddle(let path):
            Phrase(
                "file.wrong.ends",
                "%1 ends in the middle of its compressed data; the copy is probably incomplete.", path)
        case .damaged(let path): Phrase("file.wrong.damaged", "The compressed data of %1 are damaged.", path)
        case .changed(let path): Phrase("file.wrong.changed", "%1 has changed since its plan was made.", path)
        case .lacks(let path, let kind, let what, let headers):
            Phrase(
                "file.wrong.lacks",
                "%1 lacks %2, which a file of %3 needs; its columns are %4. Name the column in a mapping.", path
            ).with(what.phrase, kind.phrase, Self.list(headers))
        case .mapping(let fault): fault.phrase
        }
    }

    private static func list(_ headers: [String]) -> Phrase {
        let shown = headers.prefix(40).map { "‘\($0)’" }.joined(separator: ", ")
        guard headers.count > 40 else { return Phrase(verbatim: shown) }
        return Phrase("file.columns.more", "%1 and %2 more", shown, "\(headers.count - 40)")
    }
}

extension IntakeError.Need {
    /// What is lacking, as a part of a sentence.
    fileprivate var phrase: Phrase {
        switch self {
        case .customer: Phrase("file.needs.customer", "a column that names the customer")
        case .time: Phrase("file.needs.time", "a column of times")
        case .eventName: Phrase("file.needs.event", "a column with the event's name")
        case .orderID: Phrase("file.needs.order", "an order id")
        case .productID: Phrase("file.needs.product", "a product id")
        }
    }
}

extension FileKind {
    /// The rows of such a file, as they stand after ‘a file of’.
    fileprivate var phrase: Phrase {
        switch self {
        case .profiles: Phrase("file.of.profiles", "profiles")
        case .events: Phrase("file.of.events", "events")
        case .orders: Phrase("file.of.orders", "orders")
        case .orderLines: Phrase("file.of.lines", "order lines")
        case .products: Phrase("file.of.products", "products")
        case .consents: Phrase("file.of.consents", "consents")
        }
    }
}
