import Customers
import Filters
import Foundation
import Intake
import Store
import Testing
import Workspace

/// Inputs that no program writes and people have nevertheless.
///
/// 300 in a normal run; `PATRON_FUZZ` says another number.
struct MalformedInputTests {
    private static let inputs = ProcessInfo.processInfo.environment["PATRON_FUZZ"].flatMap { Int($0) } ?? 300
    /// A store grows a column a made-up header, so that each serves for so many files only.
    private static let filesOfStore = 50

    @Test func `no file brings an import down, an error names the file, and the store stays sound`() async throws {
        var random = SplitMix(seed: 1)
        var store = try TestStore()
        for number in 0..<Self.inputs / 2 {
            if number % Self.filesOfStore == 0 { store = try await TestStore(SmallShop(people: 5)) }
            let file = Mutation.file(&random)
            do {
                let summary = try await store.importFile(file.name, file.bytes)
                #expect(summary.rows == summary.inserted + summary.updated + summary.duplicates + summary.rejected)
                if summary.rejected > 0 { try Self.expectPlaces(in: summary) }
            } catch let error as IntakeError {
                #expect(error.description.contains(file.name) && error.description.hasSuffix("."), "\(error)")
            }
            if number % Self.filesOfStore == Self.filesOfStore - 1 || number == Self.inputs / 2 - 1 {
                #expect(try await store.session.check() == [], "after input \(number)")
            }
        }
    }

    /// Every row that was set aside tells its line and the reason.
    private static func expectPlaces(in summary: ImportSummary) throws {
        let path = try #require(summary.rejectsPath)
        let text = try String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        #expect(text.hasPrefix(RejectsFile.header))
        let first = text.dropFirst(RejectsFile.header.count).prefix { $0 != "," }
        #expect(Int(first).map { $0 >= 1 } ?? false, "a line number before the first comma, not ‘\(first)’")
        let entries = text.split(separator: "\n").filter { line in
            line.split(separator: ",", maxSplits: 1).first.flatMap { Int($0) } != nil
        }
        #expect(entries.count >= summary.rejected)
    }

    @Test func `no text brings a filter down, and an error shows its place`() async throws {
        var random = SplitMix(seed: 2)
        let store = try await SharedStore.of(SmallShop(people: 60, seed: 11))
        var counted = 0
        for _ in 0..<Self.inputs / 2 {
            let text = Mutation.filter(&random)
            do {
                let size = try await store.session.count(text, asOf: .asked)
                #expect((0...size.base).contains(size.count))
                guard text.contains(where: { !$0.isWhitespace }) else { continue }
                #expect(try await store.session.explain(text, asOf: .asked).count == size.count)
                counted += 1
            } catch let problem as FilterProblem {
                #expect(problem.diagnostic.place != nil, "\(text)")
                #expect(problem.description.contains("^"), "\(text)")
                #expect(problem.diagnostic.place.map { $0.upperBound <= text.utf8.count } ?? true, "\(text)")
            }
        }
        #expect(counted > Self.inputs / 20, "enough of them are filters after all")
    }
}
