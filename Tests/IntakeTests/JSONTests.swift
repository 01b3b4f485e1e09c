import Intake
import Testing

struct JSONTests {
    private static let headers = ["a", "b", "c.d"]

    @Test(arguments: [
        (#"{"a":1,"b":"x","c":{"d":true}}"#, ["1", "x", "true"]),
        (#" { "b" : "x" , "a" : -1.5e3 } "#, ["-1.5e3", "x", nil]),
        (#"{}"#, [nil, nil, nil]),
        (#"{"a":null,"b":"","c":{}}"#, [nil, nil, nil]),
        (#"{"a":"\u00e9\ud83d\ude00\n\/","b":"é"}"#, ["é😀\n/", "é", nil]),
        (#"{"a":[1,"x",true],"b":[]}"#, ["1\u{1F}x\u{1F}true", nil, nil]),
        (#"{"z":{"y":[1,2]},"a":0}"#, ["0", nil, nil]),
        (#"{"\u0061":1}"#, ["1", nil, nil]),
    ])
    func `reads an object`(text: String, expected: [String?]) {
        for step in [1, 7, 4096] {
            let file = Fixture(text + "\n")
            let reading = Reading(
                file.path, .plain(Self.headers, .jsonLines), pace: IntakeReader.Pace(step: step))
            #expect(reading.rows == [expected])
            #expect(reading.rejects == [])
        }
    }

    @Test(arguments: [
        ("[1]", JSONFault.notAnObject, 1), (#"{"a":1,}"#, .unexpected, 8), (#"{"a":01}"#, .badNumber, 8),
        (#"{"a":1"#, .unexpected, 7), (#"{"a":"x}"#, .badString, 9), (#"{"a":"\x"}"#, .badString, 7),
        (#"{"a":"\ud800"}"#, .badString, 13), (#"{"a":1} 2"#, .trailing, 9), (#"{"a":1,"a":2}"#, .duplicate, 8),
        (#"{"items":[{"sku":1}]}"#, .arrayOfObjects, 11), (#"{"a":[[1]]}"#, .mixedArray, 7),
        (#"{"a":tru}"#, .unexpected, 9), (#"{"a":1.}"#, .badNumber, 8), (#"{a:1}"#, .unexpected, 2),
        (#"{"a":"\ud800\u0041"}"#, .badString, 19),
        (String(repeating: #"{"a":"#, count: 40) + "1" + String(repeating: "}", count: 40), .tooDeep, 161),
    ])
    func `sets aside a line that is no object`(line: String, fault: JSONFault, column: Int) {
        let file = Fixture("{\"a\":1}\n\(line)\n{\"a\":2}\n")
        let reading = Reading(file.path, .plain(Self.headers, .jsonLines))
        #expect(reading.rejects == [Reject(line: 2, column: nil, reason: .json(fault, column: column), raw: line)])
        #expect(reading.rows.map(\.[0]) == ["1", "2"])
        #expect(reading.lines == [1, 3])
    }

    @Test func `a file of objects is guessed and read`() throws {
        let lines = [
            #"{"user_id":"u1","event":"open","timestamp":"2024-01-01T10:00:00Z","context":{"city":"Kraków"},"tags":["a","b"]}"#,
            #"{"event":"click","user_id":"u2","timestamp":"2024-01-01T10:00:01Z","tags":["b"],"price":1.5}"#,
        ]
        let file = Fixture(lines.joined(separator: "\n"), name: "events.jsonl")
        let plan = try FilePlan.guess(file.path)
        #expect(plan.kind == .events)
        #expect(plan.columns.map(\.target) == ["user_id", "event", "timestamp", "context.city", "tags", "price"])
        let reading = Reading(file.path, plan)
        #expect(
            reading.rows == [
                ["u1", "open", "1704103200000", "Kraków", "a|b", nil],
                ["u2", "click", "1704103201000", nil, "b", "1.5"],
            ])
        #expect(reading.rejects == [])
    }

    @Test func `members that the plan does not know are named once`() {
        let file = Fixture("{\"a\":1,\"new\":2}\n{\"new\":3,\"a\":4}\n")
        let reading = Reading(file.path, .plain(["a"], .jsonLines), maxRows: 1)
        #expect(reading.batches.map(\.unplanned) == [["new"], []])
        #expect(reading.rows == [["1"], ["4"]])
    }

    @Test func `the same values give the same hash in either layout`() {
        let json = Fixture("{\"b\":\"x\",\"a\":\"1\"}\n"), csv = Fixture("1,\"x\"\n")
        let one = Reading(json.path, .plain(["a", "b"], .jsonLines)), other = Reading(csv.path, .plain(["a", "b"]))
        #expect(one.hashes == other.hashes)
    }
}
