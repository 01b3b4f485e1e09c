import Foundation

/// Runs the workloads of segments, imports and timelines on a store of the benchmark's data and prints a table, or JSON.
///
///     benchmarks STORE [--data DIR] [--json]
///
/// `DIR` holds the files from which the store was made; with it imports and appended rows are measured too, on stores
/// of their own beside the given one.
@main
struct Benchmarks {
    static func main() async throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let isJSON = arguments.contains("--json")
        arguments.removeAll { $0 == "--json" }
        var data: String?
        if let place = arguments.firstIndex(of: "--data"), place + 1 < arguments.count {
            data = arguments[place + 1]
            arguments.removeSubrange(place...place + 1)
        }
        guard arguments.count == 1, !arguments[0].hasPrefix("-") else {
            FileHandle.standardError.write(Data("usage: benchmarks STORE [--data DIR] [--json]\n".utf8))
            exit(2)
        }
        var measurements = try await StoreWorkloads(path: arguments[0]).all()
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
