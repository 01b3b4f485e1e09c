/// How a terminal draws what comes next: emphasis and colours, as its control sequences set them.
struct Rendition: Hashable {
    /// Codes of emphasis that are on, from 1 to 9: 1 is bold, 2 dim, 4 underlined, 7 reverse.
    var emphasis: Set<UInt8> = []
    /// The parameters that set the colour, `38;5;137` or `31`; empty for the terminal's own.
    var foreground: [UInt8] = []
    var background: [UInt8] = []

    /// Whether a blank shows nothing: no colour behind it, no line under it, no reverse.
    var hidesBlanks: Bool { background.isEmpty && emphasis.isDisjoint(with: [4, 7]) }

    /// Takes the parameters of a sequence that ends in `m`.
    ///
    /// - Returns: false for one that is not known here; then nothing has changed.
    mutating func take(_ parameters: ArraySlice<UInt8>) -> Bool {
        let fields = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        var changed = self
        var index = 0
        while index < fields.count {
            let field = fields[index]
            guard let length = changed.take(field, followedBy: fields[(index + 1)...]) else { return false }
            index += length
        }
        self = changed
        return true
    }

    /// Takes one code with what belongs to it, and says how many fields that are.
    private mutating func take(
        _ field: ArraySlice<UInt8>, followedBy rest: ArraySlice<ArraySlice<UInt8>>
    ) -> Int? {
        if field.contains(UInt8(ascii: ":")) { return takeColor([field]) ? 1 : nil }
        guard let code = Self.number(field) else { return nil }
        switch code {
        case 0: self = Rendition()
        case 1...9: emphasis.insert(UInt8(code))
        case 22: emphasis.subtract([1, 2])
        case 23...29: emphasis.remove(UInt8(code - 20))
        case 30...37, 90...97: foreground = Array(field)
        case 39: foreground = []
        case 40...47, 100...107: background = Array(field)
        case 49: background = []
        case 38, 48:
            guard let kind = rest.first.flatMap(Self.number), kind == 5 || kind == 2 else { return nil }
            let length = kind == 5 ? 3 : 5
            guard rest.count >= length - 1, takeColor([field] + rest.prefix(length - 1)) else { return nil }
            return length
        default: return nil
        }
        return 1
    }

    private mutating func takeColor(_ fields: [ArraySlice<UInt8>]) -> Bool {
        let text = Array(fields.joined(separator: [UInt8(ascii: ";")]))
        switch text.prefix(2) {
        case [UInt8(ascii: "3"), UInt8(ascii: "8")]: foreground = text
        case [UInt8(ascii: "4"), UInt8(ascii: "8")]: background = text
        default: return false
        }
        return true
    }

    /// An empty field is 0.
    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
        guard field.count <= 3 else { return nil }
        var number = 0
        for byte in field {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }

    /// The shortest sequence that leads here from another rendition, or from one that is not known.
    func sequence(from other: Rendition?) -> [UInt8] {
        guard self != other else { return [] }
        let anew = [[UInt8(ascii: "0")]] + steps(from: Rendition())
        let steps = other.map(steps(from:)) ?? anew
        let isShorter = Self.length(anew) < Self.length(steps)
        let text = (isShorter ? anew : steps).joined(separator: [UInt8(ascii: ";")])
        // A sole 0 may be left out.
        return [0x1B, UInt8(ascii: "[")] + (text.elementsEqual([UInt8(ascii: "0")]) ? [] : Array(text))
            + [UInt8(ascii: "m")]
    }

    private static func length(_ steps: [[UInt8]]) -> Int { steps.reduce(0) { $0 + $1.count + 1 } }

    private func steps(from other: Rendition) -> [[UInt8]] {
        var steps: [[UInt8]] = []
        let gone = other.emphasis.subtracting(emphasis)
        var missing = emphasis.subtracting(other.emphasis)
        if !gone.isDisjoint(with: [1, 2]) {
            steps.append(Array("22".utf8))
            missing.formUnion(emphasis.intersection([1, 2]))
        }
        steps += gone.subtracting([1, 2]).sorted().map { Array("2\($0)".utf8) }
        steps += missing.sorted().map { Array("\($0)".utf8) }
        if foreground != other.foreground { steps.append(foreground.isEmpty ? Array("39".utf8) : foreground) }
        if background != other.background { steps.append(background.isEmpty ? Array("49".utf8) : background) }
        return steps
    }
}
