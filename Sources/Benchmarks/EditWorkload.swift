import Customers
import Workspace

/// One line of a segment of eight is changed, and all its figures are asked: the count, and for every line what is left
/// after it, what it holds alone and what the segment is without it.
struct EditWorkload {
    let session: Session

    private static let edits = 25

    /// Median and 95th percentile by the kind of the line that was changed.
    func all() async throws -> [Measurement] {
        var random = SeededNumbers(seed: 7)
        var lines = EditedLine.all.map { $0.text(&random) }
        _ = try await figures(of: lines)
        var measurements: [Measurement] = []
        for (number, line) in EditedLine.all.enumerated() {
            var runs: [Measurement] = []
            for _ in 0..<Self.edits {
                lines[number] = line.text(&random)
                let edited = lines
                runs.append(try await Measurement.once("edit") { try await figures(of: edited) })
            }
            measurements.append(Measurement.percentile(50, of: runs, as: "edit \(line.kind) p50"))
            measurements.append(Measurement.percentile(95, of: runs, as: "edit \(line.kind) p95"))
        }
        return measurements
    }

    private func figures(of lines: [String]) async throws -> [Int64] {
        let explanation = try await session.explain(lines.joined(separator: " and "), asOf: StoreWorkloads.now)
        return [Int64(explanation.count)]
    }
}

/// A line of a segment with a value that is drawn anew at every edit.
private struct EditedLine: Sendable {
    let kind: String
    let text: @Sendable (inout SeededNumbers) -> String

    private static let countries = ["PL", "UA", "BG", "RO", "CZ", "DE"]
    private static let categories = ["sneakers", "boots", "sandals", "heels", "flats", "loafers", "running", "bags"]
    private static let sources = ["direct", "google", "facebook", "instagram", "tiktok", "email"]

    static let all = [
        EditedLine(kind: "trait") { random in
            "country in (\"\(countries[random.next(3)])\", \"\(countries[3 + random.next(3)])\")"
        },
        EditedLine(kind: "number") { random in "not shoe_size >= \(38 + random.next(20)).\(random.next(10))" },
        EditedLine(kind: "date") { random in "subscribed_at before \(30 + random.next(400)) days ago" },
        EditedLine(kind: "either") { random in
            "(gender = \"\(["F", "M"][random.next(2)])\" or acquisition_source = \"\(sources[random.next(6)])\" "
                + "or birth_date before \(1960 + random.next(40))-01-01)"
        },
        EditedLine(kind: "count") { random in
            "did product_view where category = \"\(categories[random.next(8)])\" at least \(1 + random.next(3)) times "
                + "within last \(30 + random.next(300)) days"
        },
        EditedLine(kind: "window") { random in "did not purchase within last \(10 + random.next(300)) days" },
        EditedLine(kind: "value") { random in "sum(purchase.revenue) < \(50 + random.next(2000))" },
        EditedLine(kind: "sequence") { random in
            "did email_open then session_start within \(1 + random.next(240)) hours"
        },
    ]
}

/// Numbers that look random and are the same in every run.
private struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A number from 0 and below a limit.
    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
