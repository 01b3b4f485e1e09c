import Dispatch
import Foundation
import Testing
import Workspace

@testable import patron

struct WorkbenchTests {
    /// Holds a thread of the pool until the gate opens.
    private func hold(_ gate: DispatchSemaphore) { gate.wait() }

    private func hasCome(_ end: DispatchSemaphore) -> Bool { end.wait(timeout: .now() + 20) == .success }

    @Test func `a store is left while work takes every thread`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "patron-leaving-\(UUID()).patron").path()
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let workbench = Workbench(session: try Session(path: path, author: "test"), drafts: DraftFile())
        let (gate, end) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let threads = ProcessInfo.processInfo.activeProcessorCount
        for _ in 0..<threads { Task.detached { hold(gate) } }
        DispatchQueue.global().async {
            try? workbench.leave()
            end.signal()
        }
        let isLeft = hasCome(end)
        for _ in 0..<threads { gate.signal() }
        #expect(isLeft)
        #expect(throws: (any Error).self) { try workbench.current() }
    }
}
