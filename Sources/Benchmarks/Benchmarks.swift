import Foundation

/// Runs the workloads of segments, imports and timelines on a store of the benchmark's data and prints a table, or JSON.
///
///     benchmarks STORE [--data DIR] [--only NAME,…] [--json]
///
/// `DIR` holds the files from which the store was made; with it imports and appended rows are measured too, on stores
/// of their own beside the given one. With `--only` nothing but the named workloads of the store is run.
@main
struct Benchmarks {
    static func main() async throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let isJSON = arguments.contains("--json")
        arguments.removeAll { $0 == "--json" }
        func value(of option: String) -> String? {
            guard let place = arguments.firstIndex(of: option), place + 1 < arguments.count else { return nil }
            defer { arguments.removeSubrange(place...place + 1) }
            return arguments[place + 1]
        }
        let data = value(of: "--data")
        let only = value(of: "--only").map { Set($0.split(separator: ",").map(String.init)) }
        guard arguments.count == 1, !arguments[0].hasPrefix("-") else {
            FileHandle.standardError.write(Data("usage: benchmarks STORE [--data DIR] [--only NAME,…] [--json]\n".utf8))
            exit(2)
        }
        var measurements = try await StoreWorkloads(path: arguments[0], only: only).all()
        if let data { measurements += try await ImportWorkloads(data: data, besides: arguments[0]).all() }
        if isJSON {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            print(String(decoding: try encoder.encode(measurements), as: UTF8.self))
        } else {
            for measurement in measurements { print(measurement.line) }
        }
    }
}
