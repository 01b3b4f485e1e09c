import Testing

@testable import Store

struct ScratchTests {
    @Test func `lanes hold zeroes and keep what is written, in the process's own memory and beyond it`() throws {
        let folder = TemporaryStore()
        _ = try folder.open()
        let scratch = Scratch(in: folder.folder, own: 10_000)
        let lanes: [UnsafeMutableBufferPointer<UInt32>] = try [1000, 1000, 2000, 5_000_000].map { try scratch.lane($0) }
        for (number, lane) in lanes.enumerated() {
            #expect(lane.allSatisfy { $0 == 0 })
            for place in lane.indices { lane[place] = UInt32(truncatingIfNeeded: place &* (number + 3)) }
        }
        for (number, lane) in lanes.enumerated() {
            #expect(lane.indices.allSatisfy { lane[$0] == UInt32(truncatingIfNeeded: $0 &* (number + 3)) })
        }
        scratch.release(lanes[0])
        let again: UnsafeMutableBufferPointer<UInt64> = try scratch.lane(500)
        #expect(again.allSatisfy { $0 == 0 })
        #expect(lanes[1][999] == 999 * 4)
    }

    @Test func `a lane of nothing takes no memory`() throws {
        let lane: UnsafeMutableBufferPointer<Int64> = try Scratch(in: "/nowhere").lane(0)
        #expect(lane.isEmpty)
    }

    @Test func `memory that cannot be had is an error`() {
        #expect(throws: StoreError.self) {
            _ = try Scratch(in: "/nowhere", own: 0).lane(100, of: Int64.self)
        }
    }
}
