import Intake
import Testing

struct CSVTests {
    @Test(arguments: [
        ("a,b\n", ["a", "b"]),
        ("a,b", ["a", "b"]),
        ("a,b\r\n", ["a", "b"]),
        ("\u{FEFF}a,b\n", ["a", "b"]),
        ("\"a\",\"b\"\n", ["a", "b"]),
        ("\"a,b\",c\n", ["a,b", "c"]),
        ("\"a\nb\",c\n", ["a\nb", "c"]),
        ("\"a\r\nb\",c\r\n", ["a\r\nb", "c"]),
        ("\"say \"\"hi\"\"\",c\n", ["say \"hi\"", "c"]),
        ("\"\"\"\",c\n", ["\"", "c"]),
        ("5\" pipe,c\n", ["5\" pipe", "c"]),
        ("a\"\"b,c\n", ["a\"\"b", "c"]),
        ("\"\",c\n", [nil, "c"]),
        (",c\n", [nil, "c"]),
        ("c,\n", ["c", nil]),
        ("  a , b\t\n", ["a", "b"]),
        ("\n\r\n\na,b\n\n\n", ["a", "b"]),
        ("ёж,Łódź\n", ["ёж", "Łódź"]),
    ])
    func `reads a row as RFC 4180 says`(text: String, expected: [String?]) {
        for step in [1, 2, 3, 64, 4096] {
            for isVectorised in [true, false] {
                let file = Fixture(text)
                let pace = IntakeReader.Pace(step: step, isVectorised: isVectorised)
                let reading = Reading(file.path, .plain(["x", "y"]), pace: pace)
                #expect(reading.rows == [expected])
                #expect(reading.rejects.isEmpty)
            }
        }
    }

    @Test(arguments: [
        ("a,b\nc\nd,e\n", Reject.Reason.tooFewFields(1, expected: 2), 2, "c"),
        ("a,b\nc,d,e\nd,e\n", .tooManyFields(3, expected: 2), 2, "c,d,e"),
        ("a,b\n\"c,d\nd,e\n", .unclosedQuote(line: 2), 2, "\"c,d"),
        ("a,b\nx,\"y\nd,e\n", .unclosedQuote(line: 2), 2, "x,\"y"),
        ("a,b\n\"c\"d,e\nd,e\n", .textAfterQuote(line: 2), 2, "\"c\"d,e"),
        ("a,b\n\"c\"\r,e\nd,e\n", .textAfterQuote(line: 2), 2, "\"c\"\r,e"),
        ("a,b\nc\0,d\nd,e\n", .zeroByte, 2, "c\0,d"),
    ])
    func `sets aside a bad row and goes on with the next`(
        text: String, reason: Reject.Reason, line: Int, raw: String
    ) {
        for step in [1, 5, 4096] {
            let file = Fixture(text)
            let reading = Reading(file.path, .plain(["x", "y"]), pace: IntakeReader.Pace(step: step))
            #expect(reading.rejects == [Reject(line: line, column: nil, reason: reason, raw: raw)])
            #expect(reading.rows == [["a", "b"], ["d", "e"]])
            #expect(reading.lines == [1, 3])
        }
    }

    @Test func `names the byte that is no UTF-8`() {
        let file = Fixture(Array("a,b\nc".utf8) + [0xFF] + Array(",d\ne,f\n".utf8))
        let reading = Reading(file.path, .plain(["x", "y"]))
        #expect(reading.rejects.map(\.reason) == [.invalidUTF8(byte: 0xFF, offset: 1)])
        #expect(reading.rejects.map(\.reason.description) == ["Byte 2 of the row, 0xFF, is not valid UTF-8."])
        #expect(reading.rows == [["a", "b"], ["e", "f"]])
    }

    @Test func `counts lines through quoted line ends`() {
        let file = Fixture("a,\"1\n2\n3\"\nb,2\n\n\"c\n\",4\nd,5\n")
        for step in [1, 3, 4096] {
            let reading = Reading(file.path, .plain(["x", "y"]), pace: IntakeReader.Pace(step: step))
            #expect(reading.lines == [1, 4, 6, 8])
        }
    }

    @Test func `a row that never ends is set aside, and the rest is read`() {
        let file = Fixture("a,b\n" + String(repeating: "x", count: 5000) + "\nc,d\n")
        let pace = IntakeReader.Pace(step: 256, longestRow: 1024)
        let reading = Reading(file.path, .plain(["x", "y"]), pace: pace)
        #expect(reading.rejects.map(\.reason) == [.rowTooLong(limit: 1024)])
        #expect(reading.rejects.map(\.line) == [2])
        #expect(reading.rows == [["a", "b"], ["c", "d"]])
        #expect(reading.lines == [1, 3])
    }

    @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
    func `finds delimiter and line end by itself`(delimiter: String, lineEnd: String) throws {
        let lines = ["sku,category,price", "a1,\"x\(delimiter)y\",3.5", "a2,shoes,4"]
        let text = lines.map { $0.replacing(",", with: delimiter) }.joined(separator: lineEnd) + lineEnd
        let file = Fixture(text)
        let plan = try FilePlan.guess(file.path)
        #expect(plan.kind == .products)
        let reading = Reading(file.path, plan)
        #expect(reading.rows == [["a1", "x\(delimiter)y", "350"], ["a2", "shoes", "400"]])
        #expect(reading.lines == [2, 3])
        #expect(reading.rejects.isEmpty)
    }

    @Test func `batches are as long as asked for and number their texts on`() throws {
        let rows = (0..<1000).map { "k\($0 % 7),v\($0)" }
        let file = Fixture(rows.joined(separator: "\n"))
        let whole = Reading(file.path, .plain(["x", "y"]))
        let parts = Reading(file.path, .plain(["x", "y"]), maxRows: 64)
        #expect(whole == parts)
        #expect(whole.rows.count == 1000)
        #expect(parts.batches.dropLast().allSatisfy { $0.rows == 64 })
    }
}
