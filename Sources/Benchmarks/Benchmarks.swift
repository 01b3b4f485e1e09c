import Customers
import Foundation
import Synchronization
import Workspace

/// Runs the workloads of segments and timelines on a store of the benchmark's data and prints a table, or JSON.
///
///     benchmarks STORE [--json]
///
/// Every time is the median of five warm runs in one process. No run may take an answer from the one before: each asks
/// as of a millisecond later, when nothing more has happened.
@main
struct Benchmarks {
    static func main() async throws {
        guard CommandLine.arguments.count >= 2 else {
            FileHandle.standardError.write(Data("usage: benchmarks STORE [--json]\n".utf8))
            exit(2)
        }
        let results = try await Runs(path: CommandLine.arguments[1]).all()
        if CommandLine.arguments.contains("--json") {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            print(String(decoding: try encoder.encode(results), as: UTF8.self))
        } else {
            for result in results { print(result.line) }
        }
    }
}

/// One workload and what it took.
struct Result: Encodable {
    let workload: String
    /// Median of the warm runs; for a cold workload the only run.
    let milliseconds: Double
    /// Processor time of the median run, all threads.
    let cpuMilliseconds: Double
    /// What was found, in a form that other engines give too.
    let answer: [Int64]

    var line: String {
        let time = String(format: "%10.3f ms %10.3f ms cpu", milliseconds, cpuMilliseconds)
        return workload.padding(toLength: 5, withPad: " ", startingAt: 0) + time + "  \(answer)"
    }
}

/// The workloads on one store.
struct Runs {
    let path: String

    /// "Now" of the data: 2026-01-01T00:00:00Z.
    private static let now = Instant(seconds: 1_767_225_600)

    private static let segments = [
        (
            "W1",
            """
            country in ("PL", "UA") and (gender = "F" or marital_status = "married") and not shoe_size >= 44 \
            and email_consent = true and birth_date between 1980-01-01 and 1999-12-31
            """
        ),
        ("W2", "did purchase where category = \"sneakers\" at least 2 times within last 90 days"),
        (
            "W3",
            """
            did product_view where category = "boots" within last 30 days and did not purchase within last 180 days
            """
        ),
        ("W4", "subscribed_at before 30 days ago and did not order"),
        (
            "W5",
            """
            country = "PL" and (city = "Warszawa" or acquisition_source in ("facebook", "instagram")) \
            and (did product_view where category in ("sandals", "sneakers") at least 3 times within last 60 days \
            or did add_to_cart within last 14 days and did not purchase within last 14 days) \
            and (not did email_open at least 2 times within last 90 days or sum(purchase.revenue) >= 500)
            """
        ), ("W6", "did email_click then purchase within 7 days"),
    ]

    /// Conditions that no workload of other engines is of.
    private static let conditions = [
        ("sum", "sum(purchase.revenue) >= 500"), ("mean", "average(purchase.revenue) >= 100"),
        ("kinds", "distinct(order.category) >= 3"), ("lines", "sum(purchase.quantity) >= 5"),
        ("not", "did add_to_cart then not purchase within 24 hours"),
        ("wait", "did email_open then not email_click within 1 day then purchase within 7 days"),
        ("same", "did add_to_cart then same product purchase within 7 days"),
        ("same2", "did product_view within last 30 days then same product purchase within 7 days"),
        ("chain", "did session_start then product_view within 1 hour then add_to_cart within 1 hour"),
        ("habit", "did session_start in at least 3 of last 8 weeks"),
        ("life", "lifecycle of session_start by month = \"resurrected\""),
        ("cohrt", "in cohort 2025-03 of purchase"), ("stop", "stopped purchase within last 90 days"),
        ("sampl", "sample 10 % salt \"x\""),
    ]

    func all() async throws -> [Result] {
        var results: [Result] = []
        let start = ContinuousClock.now
        let startCPU = cpu()
        let session = try Session(path: path, author: "benchmark")
        let first = try await session.members(of: Self.segments[0].1, asOf: Self.now)
        let cold = (ContinuousClock.now - start, cpu() - startCPU)
        results.append(
            Result(
                workload: "W19", milliseconds: milliseconds(cold.0), cpuMilliseconds: cold.1,
                answer: try await sums(session, first)))
        for (name, filter) in Self.segments + Self.conditions {
            let (time, cpuTime, members) = try await median { asOf in
                try await session.members(of: filter, asOf: asOf)
            }
            results.append(
                Result(
                    workload: name, milliseconds: time, cpuMilliseconds: cpuTime,
                    answer: try await sums(session, members)))
        }
        results.append(try await timelines(session))
        return results
    }

    /// W16: all events and orders of twenty profiles; the time is that of one.
    private func timelines(_ session: Session) async throws -> Result {
        let count = try await session.summary().profiles
        var numbers: [Int] = []
        for step in 0..<20 {
            numbers.append(try await session.profile(named: "profile_id:\((step * 49_999 + 17) % count + 1)"))
        }
        let people = numbers
        let (time, cpuTime, sum) = try await median { asOf in
            var sum: [Int64] = [0, 0]
            for number in people {
                let page = try await session.timeline(of: number, asOf: asOf, offset: 0, limit: .max)
                sum[0] += Int64(page.entries.count)
                sum[1] += page.entries.reduce(0) { $0 + $1.time.milliseconds / 1000 }
            }
            return sum
        }
        return Result(workload: "W16", milliseconds: time / 20, cpuMilliseconds: cpuTime / 20, answer: sum)
    }

    /// The number of members and the sum of their ids.
    private func sums(_ session: Session, _ members: [Int]) async throws -> [Int64] {
        [Int64(members.count), try await session.sum(of: "profile_id", over: members)]
    }

    private func median<Value>(_ run: (Instant) async throws -> Value) async throws -> (Double, Double, Value) {
        var times: [(Double, Double)] = []
        var last = try await run(Self.now)
        for step in 1...5 {
            let asOf = Instant(milliseconds: Self.now.milliseconds + Int64(step))
            let start = ContinuousClock.now
            let startCPU = cpu()
            last = try await run(asOf)
            times.append((milliseconds(ContinuousClock.now - start), cpu() - startCPU))
        }
        let middle = times.sorted { $0.0 < $1.0 }[2]
        return (middle.0, middle.1, last)
    }

    private func milliseconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    }

    /// Processor time of the process, in milliseconds.
    private func cpu() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
    }
}
