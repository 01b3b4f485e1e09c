import Customers
import Foundation
import Terminal

/// Prints results on standard output.
struct Printer {
    /// Prints a value as one JSON object in stable order.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        var data = try encoder.encode(value)
        data.append(UInt8(ascii: "\n"))
        FileHandle.standardOutput.write(data)
    }

    /// Prints a value as JSON on one line.
    static func jsonLine(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(value)
        data.append(UInt8(ascii: "\n"))
        FileHandle.standardOutput.write(data)
    }

    /// A value for programs: money in minor units.
    static func plain(_ value: Value) -> String {
        switch value {
        case .money(let minor): "\(minor)"
        case .list(let texts): texts.joined(separator: "|")
        default: Amounts(currency: .euro).value(value)
        }
    }

    /// A value as it may be sent: to a file or a pipe as it is, to a terminal without anything that could move it.
    static func shown(_ value: Value) -> String {
        isatty(1) == 1 ? Drawing.unicode.safe(plain(value)) : plain(value)
    }

    static func line(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// Says something beside the result.
    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// Prints one row as CSV.
    static func csvLine(_ fields: [String]) { FileHandle.standardOutput.write(Data(CSVText.line(fields).utf8)) }

    /// Prints rows as CSV under a header; cells that a spreadsheet would run as formulas are defused.
    static func csv(_ header: [String], _ rows: some Sequence<[String]>) {
        var text = CSVText.line(header)
        for row in rows {
            text += CSVText.line(row)
            if text.utf8.count > 65_536 {
                FileHandle.standardOutput.write(Data(text.utf8))
                text = ""
            }
        }
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
