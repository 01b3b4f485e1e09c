import Columnar
import Customers
import Foundation

@testable import Store

/// A store in a folder of its own that goes when the test does.
final class TemporaryStore: Sendable {
    let folder: String

    init() {
        folder = FileManager.default.temporaryDirectory.path + "/patron-test-\(UUID().uuidString)"
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func open() throws -> StoreFile { try StoreFile(path: folder + "/shop.patron") }
}

typealias EventRow = (who: String, seconds: Int64, name: String, category: String?)

func writer(into store: StoreFile, source: String = "site", at seconds: Int64 = 1000) throws -> ImportWriter {
    try ImportWriter(
        into: store, file: "events.csv", kind: "events", family: .events, source: source, author: "tester",
        at: Instant(seconds: seconds), columns: [IncomingColumn(name: "category", type: .text)])
}

/// A batch as a file of events brings it, with codes of its own.
func batch(_ rows: [EventRow]) -> IncomingBatch {
    IncomingBatch(
        rows: rows.count, identifiers: [("user_id", texts(rows.map(\.who)))],
        time: BatchColumn(values: .integers(rows.map { $0.seconds * 1000 })), eventName: codes(rows.map(\.name)),
        key: nil, hashes: rows.map { KeyHash.hash("\($0)") }, properties: [codes(rows.map(\.category))])
}

func texts(_ values: [String]) -> BatchColumn {
    var vector = TextVector()
    for value in values { vector.append(value) }
    return BatchColumn(values: .texts(vector))
}

func codes(_ values: [String?]) -> BatchColumn {
    var appended: [String] = []
    let codes = values.map { value -> UInt32 in
        guard let value else { return Vector.missingCode }
        if let known = appended.firstIndex(of: value) { return UInt32(known) }
        appended.append(value)
        return UInt32(appended.count - 1)
    }
    return BatchColumn(values: .codes(codes, appended: appended))
}

func importEvents(_ rows: [EventRow], into store: StoreFile, source: String = "site") throws -> ImportTally {
    let writer = try writer(into: store, source: source)
    try writer.append(batch(rows))
    _ = try writer.finish(rejected: 0, at: Instant(seconds: 1001), seconds: 1)
    return writer.tally
}

func importOrders(
    _ rows: [(who: String, seconds: Int64, id: String, status: String, revenue: Int64)], into store: StoreFile
) throws -> ImportTally {
    let writer = try ImportWriter(
        into: store, file: "orders.csv", kind: "orders", family: .orders, source: "site", author: "tester",
        at: Instant(seconds: 1000),
        columns: [IncomingColumn(name: "status", type: .text), IncomingColumn(name: "revenue", type: .money)])
    try writer.append(
        IncomingBatch(
            rows: rows.count, identifiers: [("user_id", texts(rows.map(\.who)))],
            time: BatchColumn(values: .integers(rows.map { $0.seconds * 1000 })), eventName: nil,
            key: texts(rows.map(\.id)), hashes: rows.map { KeyHash.hash("\($0)") },
            properties: [codes(rows.map(\.status)), BatchColumn(values: .integers(rows.map(\.revenue)))]))
    _ = try writer.finish(rejected: 0, at: Instant(seconds: 1001), seconds: 1)
    return writer.tally
}

func importLines(_ rows: [(id: String, category: String, quantity: Int64)], into store: StoreFile) throws -> ImportTally
{
    let writer = try ImportWriter(
        into: store, file: "lines.csv", kind: "order lines", family: .lines, source: "site", author: "tester",
        at: Instant(seconds: 1000),
        columns: [IncomingColumn(name: "category", type: .text), IncomingColumn(name: "quantity", type: .integer)])
    try writer.append(
        IncomingBatch(
            rows: rows.count, identifiers: [], time: nil, eventName: nil, key: texts(rows.map(\.id)),
            hashes: rows.map { KeyHash.hash("\($0)") },
            properties: [codes(rows.map(\.category)), BatchColumn(values: .integers(rows.map(\.quantity)))]))
    _ = try writer.finish(rejected: 0, at: Instant(seconds: 1001), seconds: 1)
    return writer.tally
}

/// A file of profiles with a name and a city.
func importProfiles(
    _ rows: [(id: Int64, city: String?)], into store: StoreFile, source: String = "crm", at seconds: Int64 = 1000
) throws -> ImportTally {
    let writer = try ImportWriter(
        into: store, file: "profiles.csv", kind: "profiles", family: .traits, source: source, author: "tester",
        at: Instant(seconds: seconds),
        columns: [
            IncomingColumn(name: "profile_id", type: .integer, identifier: "profile_id"),
            IncomingColumn(name: "city", type: .text),
        ])
    let ids = BatchColumn(values: .integers(rows.map(\.id)))
    try writer.append(
        IncomingBatch(
            rows: rows.count, identifiers: [("profile_id", ids)], time: nil, eventName: nil, key: nil,
            hashes: rows.map { KeyHash.hash("\($0)") }, properties: [ids, codes(rows.map(\.city))]))
    _ = try writer.finish(rejected: 0, at: Instant(seconds: seconds + 1), seconds: 1)
    return writer.tally
}
