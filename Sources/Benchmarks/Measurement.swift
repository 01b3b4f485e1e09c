import Foundation

/// One workload and what it took.
struct Measurement: Encodable {
    let workload: String
    /// Median of the warm runs; for a workload that is run once, that run.
    let milliseconds: Double
    /// Processor time of the same run, all threads.
    let cpuMilliseconds: Double
    /// What was found, in a form that other engines give too.
    let answer: [Int64]

    var line: String {
        let time = String(format: "%10.3f ms %10.3f ms cpu", milliseconds, cpuMilliseconds)
        return workload.padding(toLength: 5, withPad: " ", startingAt: 0) + time + "  \(answer)"
    }

    /// Measures one run.
    static func once(_ workload: String, _ run: () async throws -> [Int64]) async throws -> Measurement {
        let start = ContinuousClock.now
        let startCPU = processorMilliseconds()
        let answer = try await run()
        let time = milliseconds(ContinuousClock.now - start)
        return Measurement(
            workload: workload, milliseconds: time, cpuMilliseconds: processorMilliseconds() - startCPU, answer: answer)
    }

    /// The median of five runs after one that warms up; `run` is told which it is, from 0.
    static func median(_ workload: String, _ run: (Int) async throws -> [Int64]) async throws -> Measurement {
        _ = try await run(0)
        var runs: [Measurement] = []
        for step in 1...5 { runs.append(try await once(workload) { try await run(step) }) }
        return runs.sorted { $0.milliseconds < $1.milliseconds }[2]
    }

    /// The same, said of one of a number of equal parts.
    func divided(by parts: Double) -> Measurement {
        Measurement(
            workload: workload, milliseconds: milliseconds / parts, cpuMilliseconds: cpuMilliseconds / parts,
            answer: answer)
    }

    private static func milliseconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    }

    private static func processorMilliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
    }
}
