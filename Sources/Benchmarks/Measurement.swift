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
        return workload.padding(toLength: 18, withPad: " ", startingAt: 0) + time + "  \(answer)"
    }

    /// No time at all.
    static func nothing(_ workload: String) -> Measurement {
        Measurement(workload: workload, milliseconds: 0, cpuMilliseconds: 0, answer: [])
    }

    /// What the process holds in memory of its own now: the answer, in KiB.
    static func memory(_ moment: String) -> Measurement {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") } ?? ""
        return Measurement(
            workload: "RssAnon \(moment)", milliseconds: 0, cpuMilliseconds: 0,
            answer: line.split(separator: " ").compactMap { Int64($0) })
    }

    /// The run than which so many of a hundred are no slower.
    static func percentile(_ percent: Int, of runs: [Measurement], as workload: String) -> Measurement {
        func ranked(_ figure: (Measurement) -> Double) -> Double {
            runs.map(figure).sorted()[min(runs.count - 1, runs.count * percent / 100)]
        }
        return Measurement(
            workload: workload, milliseconds: ranked(\.milliseconds), cpuMilliseconds: ranked(\.cpuMilliseconds),
            answer: runs[runs.count - 1].answer)
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
    ///
    /// `before`: what is done before each run and takes no time.
    static func median(
        _ workload: String, before: () async throws -> Void = {}, _ run: (Int) async throws -> [Int64]
    ) async throws -> Measurement {
        _ = try await run(0)
        var runs: [Measurement] = []
        for step in 1...5 {
            try await before()
            runs.append(try await once(workload) { try await run(step) })
        }
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
