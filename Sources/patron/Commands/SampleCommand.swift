import ArgumentParser
import Foundation
import SampleShop

struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Writes a made-up shop of any size as CSV, the same for the same seed.")

    @Option(name: .long, help: "How many people.") var profiles = 5000
    @Option(name: .long, help: "Another number makes another shop.") var seed: UInt64 = 1
    @Option(name: .long, help: ArgumentHelp("The folder for the files.", valueName: "dir")) var out: String
    @Flag(name: .long, help: "Prints nothing.") var quiet = false

    func validate() throws {
        guard (0...Shop.profileLimit).contains(profiles) else {
            throw ValidationError("--profiles takes a number from 0 to \(Shop.profileLimit).")
        }
    }

    func run() throws {
        do {
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        } catch {
            throw UsageProblem(message: "The folder \(out) cannot be made.")
        }
        let shop = Shop(profiles: profiles, seed: seed)
        for file in ShopFile.allCases { try write(file, of: shop) }
    }

    private func write(_ file: ShopFile, of shop: Shop) throws {
        let path = out + "/" + file.name
        let problem = UsageProblem(message: "The file \(path) cannot be written.")
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw problem }
        try shop.write(file) { (bytes: UnsafeRawBufferPointer) in
            guard let base = bytes.baseAddress else { return }
            let data = Data(
                bytesNoCopy: UnsafeMutableRawPointer(mutating: base), count: bytes.count, deallocator: .none)
            try handle.write(contentsOf: data)
        }
        try handle.close()
        if !quiet { Printer.line(path) }
    }
}
