/// What a program's bytes told the terminal beside text.
struct OutputTrail {
    /// Private modes by number, as they were set last.
    private(set) var modes: [Int: Bool] = [:]
    /// The parameters of each change of style, in order.
    private(set) var styles: [String] = []
    /// Other sequences that were seen, as their final bytes, for instance `H`.
    private(set) var finals: Set<Character> = []
    private(set) var isKeypadApplication = false

    init(_ bytes: [UInt8]) {
        var index = 0
        while let escape = bytes[index...].firstIndex(of: 0x1B), escape + 1 < bytes.count {
            switch bytes[escape + 1] {
            case UInt8(ascii: "["): index = control(bytes, from: escape + 2)
            case UInt8(ascii: "="): (isKeypadApplication, index) = (true, escape + 2)
            case UInt8(ascii: ">"): (isKeypadApplication, index) = (false, escape + 2)
            default: index = escape + 2
            }
        }
    }

    private mutating func control(_ bytes: [UInt8], from start: Int) -> Int {
        guard let end = bytes[start...].firstIndex(where: { (0x40...0x7E).contains($0) }) else { return bytes.count }
        let parameters = String(decoding: bytes[start..<end], as: UTF8.self)
        let final = Character(Unicode.Scalar(bytes[end]))
        finals.insert(final)
        if final == "m" { styles.append(parameters) }
        if final == "h" || final == "l", parameters.hasPrefix("?") {
            for mode in parameters.dropFirst().split(separator: ";").compactMap({ Int($0) }) {
                modes[mode] = final == "h"
            }
        }
        return end + 1
    }

    /// Whether a colour was asked for.
    var hasColor: Bool {
        styles.flatMap { $0.split { ";:".contains($0) } }.compactMap { Int($0) }.contains {
            (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0)
        }
    }

    /// What a program that has ended should have undone.
    var leftovers: [String] {
        let wrong = modes.filter { mode, isSet in isSet && mode != 25 && mode != 7 || mode == 25 && !isSet }
        var left = wrong.keys.sorted().map { "mode \($0)" }
        if isKeypadApplication { left.append("keypad") }
        if let style = styles.last, !["", "0"].contains(style) { left.append("style \(style)") }
        return left
    }
}
