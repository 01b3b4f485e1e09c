import Customers
import Foundation
import Store
import Workspace

/// The workloads that bring rows in: a whole import, and small batches that are asked about at once.
struct ImportWorkloads {
    let data: String
    /// Stores of their own lie beside this one.
    let besides: String

    private static let files = ["profiles", "events", "orders", "order_items"]
    private static let batches = 5

    func all() async throws -> [Measurement] {
        let path = besides + ".benchmark"
        defer { remove(path) }
        remove(path)
        let whole = try await Measurement.once("W17") {
            let session = try Session(path: path, author: "benchmark")
            try await bring(Self.files.map { "\(data)/\($0).csv" }, into: session)
            return try await StoreWorkloads.sums(session, SegmentFilters.demographic, step: 0)
        }
        return [whole, try await freshness(path)]
    }

    private func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-cache", "-import"] { unlink(path + suffix) }
    }

    /// W18: a batch of events with some orders, and the count that has to know of it; the median of five batches.
    private func freshness(_ path: String) async throws -> Measurement {
        let session = try Session(path: path, author: "benchmark")
        _ = try await StoreWorkloads.sums(session, SegmentFilters.ordered, step: 0)
        let folder = NSTemporaryDirectory() + "patron-batches-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let batches = try (0..<Self.batches).map { try batch($0, in: folder) }
        var runs: [Measurement] = []
        for batch in batches {
            runs.append(
                try await Measurement.once("W18") {
                    try await bring(batch, into: session)
                    return try await StoreWorkloads.sums(session, SegmentFilters.ordered, step: 0)
                })
        }
        let middle = runs.sorted { $0.milliseconds < $1.milliseconds }[runs.count / 2]
        return Measurement(
            workload: "W18", milliseconds: middle.milliseconds, cpuMilliseconds: middle.cpuMilliseconds,
            answer: runs[runs.count - 1].answer)
    }

    /// Cuts a batch out of the appended files.
    private func batch(_ number: Int, in folder: String) throws -> [String] {
        try [("events", 10_000), ("orders", 300), ("order_items", 300)].map { name, size in
            let file = "\(data)/append_\(name).csv"
            let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            let start = min(1 + number * size, lines.count)
            let end = min(start + size, lines.count)
            let path = "\(folder)/\(name)\(number).csv"
            try ([lines[0]] + lines[start..<end]).joined(separator: "\n").appending("\n")
                .write(toFile: path, atomically: false, encoding: .utf8)
            return path
        }
    }

    private func bring(_ paths: [String], into session: Session) async throws {
        let requests = paths.map { path in
            let name = (path as NSString).lastPathComponent.prefix { $0.isLetter || $0 == "_" }
            return ImportRequest(path: path, source: String(name))
        }
        let plans = try await session.plans(for: requests)
        var handover: ImportHandover?
        for (request, plan) in zip(requests, plans) {
            _ = try await session.run(request, plan: plan, at: StoreWorkloads.now, after: &handover)
        }
    }
}
