import Foundation

/// A folder of a test's own, and the program at home in it; it goes when the test does.
final class Place: Sendable {
    let folder: String
    let store: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/patron-program-\(UUID().uuidString)"
        store = folder + "/shop.patron"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Nothing of the user's own configuration is read or written.
    var environment: [String: String?] {
        [
            "XDG_DATA_HOME": folder + "/data", "XDG_CONFIG_HOME": folder + "/config",
            "XDG_STATE_HOME": folder + "/state",
            "PATRON_STORE": store, "PATRON_AUTHOR": "tester", "TZ": "UTC",
        ]
    }

    /// Runs the program to its end.
    func patron(_ arguments: String..., environment changes: [String: String?] = [:]) throws -> CommandRun {
        try run(
            Program.path, arguments, environment: environment.merging(changes) { _, new in new })
    }

    /// Writes a text into the folder.
    func write(_ name: String, _ text: String) throws -> String {
        let path = folder + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }
}

extension Place {
    /// A place with the store of a made-up shop of 400 people, made once a run; tests that change it make their own.
    static let shop = Result {
        let place = try Place()
        let sample = try place.patron("sample", "--profiles", "400", "--seed", "7", "--out", place.folder, "--quiet")
        guard sample.status == 0 else { throw HarnessError("no sample: \(sample.errors)") }
        let files = ["profiles", "products", "events", "orders", "order_items", "consents"].map {
            "\(place.folder)/\($0).csv"
        }
        let imported = try run(
            Program.path, ["import", "--quiet"] + files, environment: place.environment)
        guard imported.status == 0 else { throw HarnessError("no import: \(imported.errors)") }
        atexit { try? FileManager.default.removeItem(atPath: sharedFolder) }
        return place
    }

    private static var sharedFolder: String {
        if case .success(let place) = shop { place.folder } else { "" }
    }
}

extension CommandRun {
    /// The output as JSON.
    var json: Any { get throws { try JSONSerialization.jsonObject(with: Data(output.utf8)) } }

    /// The output as one JSON object.
    var object: [String: Any] {
        get throws {
            guard let object = try json as? [String: Any] else { throw HarnessError("no JSON object: \(output)") }
            return object
        }
    }

    /// The output as a list of JSON objects.
    var objects: [[String: Any]] {
        get throws {
            guard let objects = try json as? [[String: Any]] else { throw HarnessError("no JSON list: \(output)") }
            return objects
        }
    }
}

/// The shell of SQLite, where the machine has it.
enum SQLiteShell {
    static let path = "/usr/bin/sqlite3"

    static var isThere: Bool { access(path, X_OK) == 0 }
}
