import Curses
import Testing

struct ResizeGateTests {
    private let start = ContinuousClock.now

    /// Steps of a drag in milliseconds, the times to look at, and whether the gate opens then.
    @Test(arguments: [
        ([0], 29, false), ([0], 30, true),
        ([0, 20], 49, false), ([0, 20], 50, true),
        ([0, 20, 40, 60, 80], 99, false), ([0, 20, 40, 60, 80, 100, 120, 140, 160, 180], 200, true),
        ([0, 20, 40, 60, 80, 99, 120, 140, 160, 180, 199], 200, true),
    ])
    func `opens after 30 ms of quiet or 200 ms in all`(steps: [Int], look: Int, opens: Bool) {
        var gate = ResizeGate()
        for step in steps { gate.noticed(at: start + .milliseconds(step)) }
        let opened = gate.opens(at: start + .milliseconds(look))
        #expect(opened == opens)
    }

    @Test func `waits for nothing while no size came`() {
        var gate = ResizeGate()
        #expect(gate.deadline == nil)
        let opened = gate.opens(at: start)
        #expect(!opened)
    }

    @Test func `a drag that goes on after it opened has to rest for longer`() {
        var gate = ResizeGate()
        gate.noticed(at: start)
        let opened = gate.opens(at: start + .milliseconds(30))
        #expect(opened)
        #expect(gate.deadline == nil)
        gate.noticed(at: start + .milliseconds(40))
        #expect(gate.deadline == start + .milliseconds(190))
    }

    @Test func `a slow drag costs few frames`() {
        var gate = ResizeGate()
        var openings = 0
        for step in stride(from: 0, to: 1200, by: 40) {
            let now = start + .milliseconds(step)
            if gate.opens(at: now) { openings += 1 }
            gate.noticed(at: now)
        }
        #expect((1...3).contains(openings))
    }

    @Test func `the next drag finds the gate as the first did`() {
        var gate = ResizeGate()
        gate.noticed(at: start)
        let opened = gate.opens(at: start + .milliseconds(30))
        #expect(opened)
        gate.noticed(at: start + .milliseconds(501))
        #expect(gate.deadline == start + .milliseconds(531))
    }
}
