import Intake
import Testing

/// Files that nobody meant to write: nothing crashes or hangs, and each row is accepted or set aside with its line.
struct MalformedInputTests {
    private static let csv = """
        order_id,customer,date,amount,note
        1,a,2024-01-01,10.50,"a ""quoted"" note"
        2,b,2024-01-02,11,"two
        lines"
        3,ёж,2024-01-03,-1.5,
        """
    private static let json = """
        {"order_id":1,"customer":"a","date":"2024-01-01","amount":10.5,"tags":["x","y"]}
        {"order_id":2,"customer":"\\u0444","date":"2024-01-02","amount":11,"more":{"deep":true}}
        {"order_id":3,"customer":"c","date":"2024-01-03","amount":-1.5,"note":null}
        """

    private func mutated(_ bytes: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &numbers) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &numbers)
            switch Int.random(in: 0..<5, using: &numbers) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
            case 1: bytes.insert("\"\n\r,{}[]\\:;\u{0}".utf8.randomElement(using: &numbers) ?? 0, at: place)
            case 2: bytes.remove(at: place)
            case 3: bytes.removeSubrange(place...)
            default: bytes.append(contentsOf: bytes[place...].prefix(40))
            }
        }
        return bytes
    }

    private func check(_ bytes: [UInt8], _ plan: FilePlan, step: Int) {
        let file = Fixture(bytes)
        let reading = Reading(file.path, plan, pace: IntakeReader.Pace(step: step, longestRow: 512))
        let lastLine = bytes.count { $0 == 10 || $0 == 13 } + 1
        let lines = reading.lines + reading.rejects.map(\.line)
        #expect(lines.allSatisfy { (1...lastLine).contains($0) }, "\(bytes)")
        #expect(Set(lines).count == lines.count, "a line twice in \(bytes)")
        #expect(reading.lines == reading.lines.sorted())
        #expect(reading.rejects.map(\.line) == reading.rejects.map(\.line).sorted())
    }

    @Test(arguments: 0..<10)
    func `a thousand broken files are read to their end`(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed) + 77)
        let csv = Fixture(Self.csv), json = Fixture(Self.json)
        let plans = [try FilePlan.guess(csv.path), try FilePlan.guess(json.path)]
        for round in 0..<1000 {
            let isCSV = round % 2 == 0
            let bytes =
                round % 10 == 9
                ? (0..<Int.random(in: 0...300, using: &numbers)).map { _ in UInt8.random(in: 0...255, using: &numbers) }
                : mutated(Array((isCSV ? Self.csv : Self.json).utf8), &numbers)
            check(bytes, plans[isCSV ? 0 : 1], step: [1, 16, 4096][round % 3])
        }
    }

    @Test(arguments: 0..<4)
    func `broken files are guessed or refused`(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed) + 7)
        for round in 0..<100 {
            let file = Fixture(mutated(Array((round % 2 == 0 ? Self.csv : Self.json).utf8), &numbers))
            do throws(IntakeError) {
                let plan = try FilePlan.guess(file.path)
                #expect(plan.stored.contains { $0.role.words != "ignored" })
            } catch {
                #expect(error.description.hasSuffix("."))
            }
        }
    }
}
