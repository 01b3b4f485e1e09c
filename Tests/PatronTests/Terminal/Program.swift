import Glibc

/// The program under test.
enum Program {
    /// Its path: `PATRON_PROGRAM` where set, to test an installed one, else beside this test in the build folder.
    static var path: String { path(of: "patron", override: "PATRON_PROGRAM") }

    static func path(of name: String, override variable: String) -> String {
        if let named = getenv(variable) { return String(cString: named) }
        let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        let folders = [folder(of: own), folder(of: CommandLine.arguments[0]), root + "/.build/debug"]
        return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 } ?? "\(root)/.build/debug/\(name)"
    }

    private static var own: String {
        guard let path = realpath("/proc/self/exe", nil) else { return "" }
        defer { free(path) }
        return String(cString: path)
    }

    private static func folder(of file: String) -> String {
        file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    }
}
