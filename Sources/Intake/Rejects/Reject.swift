public import Customers
import Phrases

/// A row that was set aside.
public struct Reject: Hashable, Sendable {
    /// The line on which the row begins, from 1.
    public var line: Int
    /// The header of the column at fault, or none where the row as a whole is.
    public var column: String?
    public var reason: Reason
    /// The row as it stands in the file, cut after 16 KiB; bytes that are no UTF-8 are replaced.
    public var raw: String

    public init(line: Int, column: String?, reason: Reason, raw: String) {
        self.line = line
        self.column = column
        self.reason = reason
        self.raw = raw
    }

    /// Where and why, for people; it says nothing of what stands in the row.
    public var sentence: String {
        let place = column.map { "Line \(line), ‘\($0)’" } ?? "Line \(line)"
        return "\(place): \(reason)"
    }

    /// Why a row was set aside.
    public enum Reason: Hashable, Sendable {
        case tooFewFields(Int, expected: Int)
        case tooManyFields(Int, expected: Int)
        /// A quoted field began on this line and does not end.
        case unclosedQuote(line: Int)
        /// Something stands between a closing quote and the next delimiter.
        case textAfterQuote(line: Int)
        case rowTooLong(limit: Int)
        case zeroByte
        /// A byte that is no UTF-8, at this offset in the row.
        case invalidUTF8(byte: UInt8, offset: Int)
        case misfit(ValueType)
        case noIdentifier
        case missing(String)
        /// The text is no JSON, from this column of the line on, counted in bytes from 1.
        case json(JSONFault, column: Int)
    }
}

/// What is wrong with a line of JSON.
public enum JSONFault: String, Hashable, Sendable {
    case notAnObject = "a line must be one object"
    case unexpected = "this is not JSON"
    case badString = "a text is not well formed"
    case badNumber = "a number is not well formed"
    case trailing = "something follows the object"
    case tooDeep = "objects are nested more than 32 deep"
    case duplicate = "a member stands twice"
    case arrayOfObjects = "arrays of objects are not supported"
    case mixedArray = "arrays in arrays are not supported"
}

extension Reject.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooFewFields(let count, let expected): "The row has \(count) fields where \(expected) were expected."
        case .tooManyFields(let count, let expected): "The row has \(count) fields where \(expected) were expected."
        case .unclosedQuote(let line): "A quote opened on line \(line) is never closed."
        case .textAfterQuote(let line): "Text follows the closing quote of a field that opened on line \(line)."
        case .rowTooLong(let limit): "The row is longer than \(limit) bytes."
        case .zeroByte: "The row holds a zero byte."
        case .invalidUTF8(let byte, let offset):
            "Byte \(offset + 1) of the row, 0x\(String(byte, radix: 16, uppercase: true)), is not valid UTF-8."
        case .misfit(let type): "The value is not \(type.noun)."
        case .noIdentifier: "The row names no customer."
        case .missing(let what): "The row has no \(what)."
        case .json(let fault, let column): "At byte \(column) \(fault.rawValue)."
        }
    }

    /// A word that stays the same in every version, for scripts.
    public var code: String {
        switch self {
        case .tooFewFields: "too-few-fields"
        case .tooManyFields: "too-many-fields"
        case .unclosedQuote: "unclosed-quote"
        case .textAfterQuote: "text-after-quote"
        case .rowTooLong: "row-too-long"
        case .zeroByte: "zero-byte"
        case .invalidUTF8: "invalid-utf-8"
        case .misfit: "misfit"
        case .noIdentifier: "no-identifier"
        case .missing: "missing"
        case .json: "json"
        }
    }
}

extension ValueType {
    /// The type as it stands in a sentence.
    var noun: Phrase {
        switch self {
        case .text: Phrase("mapping.type.text", "a text")
        case .number: Phrase("mapping.type.number", "a number")
        case .integer: Phrase("mapping.type.integer", "a whole number")
        case .boolean: Phrase("mapping.type.boolean", "true or false")
        case .date: Phrase("mapping.type.date", "a date")
        case .timestamp: Phrase("mapping.type.timestamp", "a time")
        case .money: Phrase("mapping.type.money", "an amount of money")
        case .list: Phrase("mapping.type.list", "a list")
        }
    }
}
