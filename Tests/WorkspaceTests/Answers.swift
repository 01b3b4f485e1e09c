import Analytics
import Customers
import Store
import Testing
import Workspace

/// What a store says to a list of questions, without anything that depends on the order of its records.
struct Answers: Equatable {
    var sizes: [String: Int] = [:]
    /// The people of each filter, or the error that it met.
    var members: [String: String] = [:]
    var explanations: [String: [[Int]]] = [:]
    var figures: [String: [Int64]] = [:]
    var cells: [String: [Int64]] = [:]
    var findings: [String] = []

    private static let filters = [
        "city = \"kraków\"", "shoe_size >= 38.5", "birth_date before 1980-01-01", "email exists",
        "did product_view at least 2 times", "did purchase where category = \"boots\" within last 200 days",
        "did not purchase", "last order before 2025-06-01", "did anything within last 30 days",
        "as of 2025-03-01 did purchase at least 1 times", "rfm.monetary >= 4", "reachable by email",
    ]

    private static let explained = "city missing or did purchase and not did email_open"

    init(_ store: TestStore) async throws {
        let session = store.session
        let summary = try await session.summary()
        sizes = [
            "records": summary.records, "profiles": summary.profiles, "events": summary.events,
            "orders": summary.orders,
        ]
        for filter in Self.filters {
            do {
                members[filter] = try await store.ids(filter).sorted().joined(separator: " ")
            } catch {
                members[filter] = "\(error)"
            }
        }
        do {
            explanations[Self.explained] = try await session.explain(Self.explained, asOf: .asked).conditions.map {
                [$0.alone, $0.after, $0.without]
            }
        } catch is FilterProblem {
            explanations[Self.explained] = []
        }
        for row in try await session.profiles(asOf: .asked, offset: 0, limit: 1000).rows {
            figures[row.identifier?.description ?? ""] = [
                Int64(row.purchases), row.revenueMinor, row.lastPurchase?.milliseconds ?? -1,
                row.lastSeen?.milliseconds ?? -1,
            ]
        }
        for cell in try await session.rfm(asOf: .asked).cells {
            cells["\(cell.score)"] = [Int64(cell.profiles), cell.revenueMinor]
        }
        findings = try await session.check().map { "\($0.place): \($0.description)" }
        withExtendedLifetime(store) {}
    }
}

extension Answers {
    /// What another store says otherwise, for the message of a failure.
    func differences(from other: Answers) -> [String] {
        let fields: [(String, [String: String], [String: String])] = [
            ("size", sizes.mapValues { "\($0)" }, other.sizes.mapValues { "\($0)" }),
            ("filter", members, other.members),
            ("explained", explanations.mapValues { "\($0)" }, other.explanations.mapValues { "\($0)" }),
            ("figures", figures.mapValues { "\($0)" }, other.figures.mapValues { "\($0)" }),
            ("cell", cells.mapValues { "\($0)" }, other.cells.mapValues { "\($0)" }),
        ]
        let different = fields.flatMap { name, first, second in
            Set(first.keys).union(second.keys).sorted().filter { first[$0] != second[$0] }.map {
                "\(name) \($0): \(first[$0] ?? "none") but \(second[$0] ?? "none")"
            }
        }
        return different + (findings == other.findings ? [] : ["check: \(findings) but \(other.findings)"])
    }
}

/// Expects that a store answers all questions as expected, and names those that it does not.
func expect(
    _ store: TestStore, answersAs expected: Answers, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let differences = try await Answers(store).differences(from: expected)
    #expect(differences == [], comment, sourceLocation: sourceLocation)
}
