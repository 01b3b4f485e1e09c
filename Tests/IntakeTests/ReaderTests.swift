import Columnar
import Customers
import Intake
import Testing

struct ReaderTests {
    @Test func `the hash of a row never changes`() {
        let reading = Reading("profile_id,email,city\n1,a@b.pl,Łódź\n2,longer.than.sixteen@example.org,Kraków\n")
        #expect(reading.hashes == [11_313_411_723_103_618_447, 2_827_318_642_416_309_477])
    }

    @Test func `the hash of a row does not depend on order of columns, quotes, blanks and empty columns`() {
        let one = Reading("id,a,b\n1,x,y\n"), other = Reading("b,id,empty,a\n\"y\",1,, x \n")
        #expect(one.hashes == other.hashes)
        #expect(one.hashes != Reading("id,a,b\n1,y,x\n").hashes)
        #expect(one.hashes != Reading("id,a,c\n1,x,y\n").hashes)
    }

    @Test func `an event without an id is told by its row as in a file without ids, one with an id by that alone`() {
        let rows = ["2026-01-01T00:00:00Z,visit,7", "2026-01-02T00:00:00Z, buy,8", "2026-01-03T00:00:00Z,visit,9"]
        let whole = Reading("timestamp,type,customer_id\n\(rows.joined(separator: "\n"))\n", as: .events)
        let mixed = zip(["1", "", "3"], rows).map { "\($0),\($1)" }.joined(separator: "\n")
        let reading = Reading("event_id,timestamp,type,customer_id\n\(mixed)\n", as: .events)
        #expect(whole.hashes.count == 3 && !whole.hashes.contains(0))
        #expect(reading.hashes == [0, whole.hashes[1], 0])
    }

    @Test func `rows without what their kind needs are set aside`() {
        let events = Reading("user_id,event,time\nu,open,2024-01-01\n,open,2024-01-01\nu,,2024-01-01\nu,open,\n")
        #expect(
            events.rejects == [
                Reject(line: 3, column: nil, reason: .noIdentifier, raw: ",open,2024-01-01"),
                Reject(line: 4, column: "event", reason: .missing(.eventName), raw: "u,,2024-01-01"),
                Reject(line: 5, column: "time", reason: .missing(.time), raw: "u,open,"),
            ])
        #expect(events.lines == [2])
        let lines = Reading("order_id,sku,qty\n1,a,1\n,b,1\n")
        #expect(lines.rejects.map(\.reason) == [.missing(.orderID)])
    }

    @Test func `one identifier of several is enough`() {
        let reading = Reading("user_id,email,city\n,a@b.pl,x\n7,,y\nnull,anonymous,z\n")
        #expect(reading.rows == [[nil, "a@b.pl", "x"], ["7", nil, "y"]])
        #expect(reading.rejects.map(\.reason) == [.noIdentifier])
        #expect(reading.blocked == 2)
    }

    @Test func `a single zero is a customer where customers are listed`() {
        let listed = Reading("ID,age\n0,30\n1,31\n2,32\n")
        #expect(listed.rows.map(\.[0]) == ["0", "1", "2"])
        let several = Reading("ID,age\n0,30\n1,31\n0,32\n")
        #expect(several.rows.map(\.[0]) == ["1"])
        #expect(several.rejects.map(\.line) == [2, 4])
    }

    @Test func `identifiers are integers batch by batch, as long as nothing else comes`() {
        let file = Fixture("1\n2\n\n3\nx\n007\n")
        var plan = FilePlan.plain(["id"])
        plan.columns[0].role = .identifier(kind: "id")
        let reading = Reading(file.path, plan, maxRows: 2)
        #expect(
            reading.batches.map { $0.columns[0].values } == [
                .integers([1, 2]), .texts(TextVector(bytes: Array("3x".utf8), ends: [1, 2])),
                .texts(TextVector(bytes: Array("007".utf8), ends: [3])),
            ])
    }

    @Test func `whole numbers become numbers in the batch that meets a fraction`() {
        let file = Fixture("1\n2\n3\n4.5\n5\n6\n")
        var plan = FilePlan.plain(["n"])
        plan.columns[0].type = .integer
        let reading = Reading(file.path, plan, maxRows: 2)
        #expect(
            reading.batches.map { $0.columns[0].values } == [
                .integers([1, 2]), .numbers([3, 4.5]), .integers([5, 6]),
            ])
    }

    @Test func `columns of many different texts are no longer coded`() {
        let file = Fixture((0..<70_000).map { "k\($0),c\($0 % 3)\n" }.joined())
        let reading = Reading(file.path, .plain(["many", "few"]), maxRows: 40_000)
        #expect(reading.batches.map { $0.columns[0].values.isCoded } == [true, false])
        #expect(reading.batches.map { $0.columns[1].values.isCoded } == [true, true])
        #expect(reading.rows[39_999] == ["k39999", "c0"])
        #expect(reading.rows[69_999] == ["k69999", "c0"])
        #expect(reading.rows.indices.allSatisfy { reading.rows[$0][0] == "k\($0)" })
    }

    @Test func `rejects inside a batch leave every column aligned`() {
        let rows = (0..<500).map { $0 % 3 == 1 ? "\($0),bad,t\($0),1|2" : "\($0),\($0),t\($0),1|\($0)" }
        let file = Fixture(rows.joined(separator: "\n"))
        var plan = FilePlan.plain(["a", "n", "t", "l"])
        plan.columns[0].role = .key
        plan.columns[1].type = .integer
        plan.columns[3].type = .list
        plan.columns[3].conversion.separator = "|"
        let reading = Reading(file.path, plan)
        let kept = (0..<500).filter { $0 % 3 != 1 }
        #expect(reading.rows == kept.map { ["\($0)", "\($0)", "t\($0)", "1|\($0)"] })
        #expect(reading.lines == kept.map { $0 + 1 })
        #expect(reading.rejects.map(\.line) == (0..<500).filter { $0 % 3 == 1 }.map { $0 + 1 })
    }

    @Test func `a file that changed since its plan was made is refused`() throws {
        let file = Fixture("id,a\n1,2\n"), other = Fixture("id,a,b\n1,2,3\n")
        let plan = try FilePlan.guess(file.path)
        #expect(Reading(other.path, plan).error == .changed(path: other.path))
    }

    @Test func `rejects are written as CSV`() {
        let reject = Reject(line: 3, column: "a,b", reason: .misfit(.date), raw: "x,\"y\"\nz")
        #expect(RejectsFile.line(reject) == "3,\"a,b\",misfit,The value is not a date.,\"x,\"\"y\"\"\nz\"\n")
        #expect(RejectsFile.header == "line,column,code,reason,raw\n")
    }
}

extension Vector {
    fileprivate var isCoded: Bool {
        if case .codes = self { true } else { false }
    }
}
