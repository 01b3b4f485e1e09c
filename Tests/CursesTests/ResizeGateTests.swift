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

    @Test func `starts anew after it opened`() {
        var gate = ResizeGate()
        gate.noticed(at: start)
        let opened = gate.opens(at: start + .milliseconds(30))
        #expect(opened)
        #expect(gate.deadline == nil)
        gate.noticed(at: start + .milliseconds(31))
        #expect(gate.deadline == start + .milliseconds(61))
    }
}
