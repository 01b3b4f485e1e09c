import Customers
import Foundation
import Intake
import Store
import Workspace

/// A folder of a test's own with a store in it; both go when the test does.
final class TestStore: Sendable {
    let folder: String
    let session: Session

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/patron-workspace-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        session = try Session(path: folder + "/shop.patron", author: "tester")
    }

    /// A store that holds the files of a shop.
    convenience init(_ shop: SmallShop) async throws {
        try self.init()
        try await importAll(shop.files)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Imports one file after the other, handing on what each import learns, as one command does.
    @discardableResult
    func importAll(_ files: [CSVFile]) async throws -> [ImportSummary] {
        var handover: ImportHandover?
        var summaries: [ImportSummary] = []
        for file in files {
            let path = try write(file.name, Data(file.text.utf8))
            summaries.append(try await run(ImportRequest(path: path), after: &handover))
        }
        return summaries
    }

    /// Imports the bytes of one file.
    @discardableResult
    func importFile(_ name: String, _ bytes: Data) async throws -> ImportSummary {
        var handover: ImportHandover?
        return try await run(ImportRequest(path: try write(name, bytes)), after: &handover)
    }

    func run(_ request: ImportRequest, after handover: inout ImportHandover?) async throws -> ImportSummary {
        let plan = try await session.plan(for: request)
        return try await session.run(request, plan: plan, at: .importing, after: &handover)
    }

    /// Writes a file into the folder.
    func write(_ name: String, _ bytes: Data) throws -> String {
        let path = folder + "/" + name
        try bytes.write(to: URL(fileURLWithPath: path))
        return path
    }

    /// The ids of the people whom a filter holds.
    func ids(_ filter: String, asOf time: Instant = .asked) async throws -> Set<String> {
        let export = try await session.export(filter, asOf: time, columns: ["profile_id"])
        return Set(
            export.rows.map { row in
                guard case .integer(let id)? = row[0] else { return "?" }
                return "\(id)"
            })
    }
}

extension Instant {
    /// The date of most questions: 2026-01-01T00:00:00Z.
    static let asked = Instant(seconds: 1_767_225_600)
    /// When the tests import: 2026-03-01T00:00:00Z.
    static let importing = Instant(seconds: 1_772_323_200)
}

extension String {
    /// `Instant.asked` as the files write it.
    static let asked = "2026-01-01T00:00:00Z"
}
