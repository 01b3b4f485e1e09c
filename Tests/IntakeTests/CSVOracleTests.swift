import Intake
import Testing

/// Compares the reader with one that goes a byte at a time and is plainly right.
struct CSVOracleTests {
    private static let width = 3

    /// The rows that a state machine of a few lines finds, and the lines of those that it sets aside.
    static func rows(of bytes: [UInt8]) -> (rows: [[String?]], rejected: [Int]) {
        var rows: [[String?]] = []
        var rejected: [Int] = []
        var start = 0
        var line = 1
        let text = bytes.last == 10 || bytes.isEmpty ? bytes : bytes + [10]
        while start < text.count {
            let firstEnd = text[start...].firstIndex(of: 10) ?? text.count - 1
            guard let row = row(of: text[start...]) else {
                rejected.append(line)
                start = firstEnd + 1
                line += 1
                continue
            }
            if row.fields.count == width, !row.text.contains(0) {
                rows.append(row.fields)
            } else if !(row.fields.count == 1 && row.isEmpty) {
                rejected.append(line)
            }
            start += row.text.count
            line += row.text.count { $0 == 10 }
        }
        return (rows, rejected)
    }

    private static func row(of bytes: ArraySlice<UInt8>) -> (fields: [String?], text: ArraySlice<UInt8>, isEmpty: Bool)?
    {
        var fields: [String?] = []
        var field: [UInt8] = []
        var at = bytes.startIndex
        var isQuoted = false
        func trimmed() -> String? {
            let text = field.drop { $0 == 32 }.reversed().drop { $0 == 32 }.reversed()
            return text.isEmpty ? nil : String(decoding: Array(text), as: UTF8.self)
        }
        while at < bytes.endIndex {
            if bytes[at] == 34, field.isEmpty, at == bytes.startIndex || bytes[at - 1] == 44 {
                isQuoted = true
                at += 1
                while at < bytes.endIndex {
                    if bytes[at] != 34 {
                        field.append(bytes[at])
                    } else if at + 1 < bytes.endIndex, bytes[at + 1] == 34 {
                        field.append(34)
                        at += 1
                    } else {
                        break
                    }
                    at += 1
                }
                guard at + 1 < bytes.endIndex else { return nil }
                at += 1
                if bytes[at] == 13, bytes[at + 1] == 10 { at += 1 }
                guard bytes[at] == 44 || bytes[at] == 10 else { return nil }
            }
            if bytes[at] == 44 || bytes[at] == 10 {
                let hadReturn = bytes[at] == 10 && at > bytes.startIndex && bytes[at - 1] == 13
                if hadReturn, !isQuoted, field.last == 13 { field.removeLast() }
                fields.append(trimmed())
                let isEmpty = fields.count == 1 && at - bytes.startIndex - (hadReturn ? 1 : 0) == 0
                field = []
                isQuoted = false
                if bytes[at] == 10 { return (fields, bytes[bytes.startIndex...at], isEmpty) }
            } else {
                field.append(bytes[at])
            }
            at += 1
        }
        return nil
    }

    @Test(arguments: 0..<20)
    func `agrees with a plain state machine on random bytes`(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        for _ in 0..<30 {
            let alphabet: [UInt8] = Array((seed % 2 == 0 ? ",,,\n\n\"\"ab \r" : ",,\n\"abcdefgh").utf8)
            let length = Int.random(in: 0...200, using: &numbers)
            let bytes = (0..<length).map { _ in alphabet.randomElement(using: &numbers) ?? 0 }
            let expected = Self.rows(of: bytes)
            let file = Fixture(bytes)
            let plan = FilePlan.plain(["x", "y", "z"])
            let reading = Reading(file.path, plan)
            #expect(reading.rows == expected.rows, "\(bytes)")
            #expect(reading.rejects.map(\.line) == expected.rejected, "\(bytes)")
            let scalar = Reading(file.path, plan, pace: IntakeReader.Pace(isVectorised: false))
            #expect(scalar == reading)
            for step in [1, 2, 17, 64, 65] {
                #expect(Reading(file.path, plan, pace: IntakeReader.Pace(step: step)) == reading)
            }
        }
    }

    @Test func `agrees on well-formed rows of all lengths around the edges of blocks`() {
        for length in 0...130 {
            let filler = String(repeating: "x", count: length)
            let text = "\(filler),\"q,\"\"\(filler)\"\"\n\",z\r\na,b,c\n"
            let file = Fixture(text)
            let reading = Reading(file.path, .plain(["x", "y", "z"]))
            let first: [String?] = [length == 0 ? nil : filler, "q,\"\(filler)\"\n", "z"]
            #expect(reading.rows == [first, ["a", "b", "c"]])
            #expect(reading.lines == [1, 3])
        }
    }
}
