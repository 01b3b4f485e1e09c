import Foundation

/// Where Patron keeps what belongs to a user, after the XDG base directory specification.
enum Places {
    private static func folder(_ variable: String, _ standard: String) -> String {
        let environment = ProcessInfo.processInfo.environment
        if let given = environment[variable], given.hasPrefix("/") { return given + "/patron" }
        return (environment["HOME"] ?? NSHomeDirectory()) + "/" + standard + "/patron"
    }

    /// Stores.
    static var data: String { folder("XDG_DATA_HOME", ".local/share") }
    /// `config.toml` and themes of the user's own.
    static var configuration: String { folder("XDG_CONFIG_HOME", ".config") }
    /// Drafts and layouts.
    static var state: String { folder("XDG_STATE_HOME", ".local/state") }

    /// The store that is meant where nobody names one.
    static var standardStore: String {
        ProcessInfo.processInfo.environment["PATRON_STORE"] ?? data + "/store.patron"
    }

    /// The store of the made-up shop.
    static var sampleStore: String { data + "/sample.patron" }

    /// Who works here.
    static var author: String {
        ProcessInfo.processInfo.environment["PATRON_AUTHOR"] ?? NSUserName()
    }
}
