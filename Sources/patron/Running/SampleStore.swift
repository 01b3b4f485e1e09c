import Customers
import Foundation
import Intake
import Phrases
import SampleShop
import Store
import Workspace

/// The store of the made-up shop, made once.
enum SampleStore {
    /// Opens the store, and fills it where it is empty: from the folder of sample data where one is at hand, else from
    /// the generator, which writes the same rows.
    static func open(at now: Instant) async throws -> Session {
        let session = try Session(path: Places.sampleStore, author: Places.author)
        if try await session.summary().isSample { return session }
        let folder = FileManager.default.temporaryDirectory.path + "/patron-sample-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let source = try folderOfData() ?? written(to: folder)
        var handover: ImportHandover?
        for file in ShopFile.allCases {
            let request = ImportRequest(path: source + "/" + file.name, source: "sample shop")
            let plan = try await session.plan(for: request)
            _ = try await session.run(request, plan: plan, at: now, after: &handover)
        }
        try await session.markSample(at: now)
        _ = try await session.summary()
        session.moveLogIntoFile()
        return session
    }

    private static func folderOfData() throws -> String? {
        guard let folder = ProcessInfo.processInfo.environment["PATRON_SAMPLE_DATA"],
            FileManager.default.fileExists(atPath: folder)
        else { return nil }
        return folder
    }

    private static func written(to folder: String) throws -> String {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let shop = Shop()
        for file in ShopFile.allCases {
            let path = folder + "/" + file.name
            guard FileManager.default.createFile(atPath: path, contents: nil),
                let handle = FileHandle(forWritingAtPath: path)
            else {
                throw StoreError.cannotOpen(
                    path: path, reason: Phrase("store.reason.sample", "the sample cannot be written"))
            }
            try shop.write(file) { (bytes: UnsafeRawBufferPointer) in try handle.write(contentsOf: Data(bytes)) }
            try handle.close()
        }
        return folder
    }
}
