public import Customers
public import Phrases

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
    public var phrase: Phrase {
        let place =
            column.map { Phrase("reject.column", "Line %1, ‘%2’: %3", "\(line)", $0) }
            ?? Phrase("reject.line", "Line %1: %2", "\(line)")
        return place.with(reason.phrase)
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
        case missing(RowLack)
        /// The text is no JSON, from this column of the line on, counted in bytes from 1.
        case json(JSONFault, column: Int)
    }
}

extension Reject.Reason: CustomStringConvertible {
    public var description: String { phrase.description }

    /// Why the row was set aside, as one full sentence.
    public var phrase: Phrase {
        switch self {
        case .tooFewFields(let count, let expected), .tooManyFields(let count, let expected):
            Phrase("reject.fields", "The row has %1 fields where %2 were expected.", "\(count)", "\(expected)")
        case .unclosedQuote(let line):
            Phrase("reject.quote", "A quote opened on line %1 is never closed.", "\(line)")
        case .textAfterQuote(let line):
            Phrase(
                "reject.quote.after", "Text follows the closing quote of a field that opened on line %1.", "\(line)")
        case .rowTooLong(let limit): Phrase("reject.long", "The row is longer than %1 bytes.", "\(limit)")
        case .zeroByte: Phrase("reject.zero", "The row holds a zero byte.")
        case .invalidUTF8(let byte, let offset):
            Phrase(
                "reject.utf8", "Byte %1 of the row, 0x%2, is not valid UTF-8.", "\(offset + 1)",
                String(byte, radix: 16, uppercase: true))
        case .misfit(let type): Phrase("reject.misfit", "The value is not %1.").with(type.noun)
        case .noIdentifier: Phrase("reject.nobody", "The row names no customer.")
        case .missing(let lack): lack.sentence
        case .json(let fault, let column): Phrase("reject.json", "At byte %1 %2.", "\(column)").with(fault.phrase)
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
