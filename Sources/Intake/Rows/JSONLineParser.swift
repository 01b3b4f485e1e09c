/// Reads one JSON object and says where the text of each scalar in it lies.
struct JSONLineParser {
    struct Failure: Error {
        var fault: JSONFault
        var at: Int
    }

    /// Takes a value's column and place; false if the column has one already.
    typealias Receiver = (_ column: Int, _ start: UInt32, _ end: UInt32) -> Bool

    private let window: Window
    private let members: JSONMembers
    private let bytes: UnsafePointer<UInt8>
    private let end: Int
    private var at: Int
    private var path: [UInt8] = []

    init(window: Window, extent: Range<Int>, members: JSONMembers) {
        self.window = window
        self.members = members
        bytes = UnsafePointer(window.base)
        at = extent.lowerBound
        end = extent.upperBound
    }

    mutating func read(_ receive: Receiver) throws(Failure) {
        members.beginRow()
        skipBlanks()
        guard peek() == UInt8(ascii: "{") else { throw failure(.notAnObject) }
        try readObject(depth: 1, receive)
        skipBlanks()
        if at < end { throw failure(.trailing) }
    }

    private func failure(_ fault: JSONFault) -> Failure { Failure(fault: fault, at: at) }

    private func peek() -> UInt8? { at < end ? bytes[at] : nil }

    private mutating func skipBlanks() {
        while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D { at += 1 }
    }

    private mutating func skip(_ sign: Unicode.Scalar) throws(Failure) {
        skipBlanks()
        guard peek() == UInt8(ascii: sign) else { throw failure(.unexpected) }
        at += 1
        skipBlanks()
    }

    private mutating func skipIfThere(_ sign: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard peek() == UInt8(ascii: sign) else { return false }
        at += 1
        return true
    }

    private mutating func readObject(depth: Int, _ receive: Receiver) throws(Failure) {
        guard depth <= 32 else { throw failure(.tooDeep) }
        try skip("{")
        if skipIfThere("}") { return }
        let outer = path.count
        repeat {
            skipBlanks()
            let start = at
            try readName(after: outer)
            try skip(":")
            if peek() == UInt8(ascii: "{") {
                try readObject(depth: depth + 1, receive)
            } else if let column = members.column(of: path) {
                let value = try readValue(column: column)
                if value.lowerBound > 0, !receive(column, value.lowerBound, value.upperBound) {
                    throw Failure(fault: .duplicate, at: start)
                }
            } else {
                let rewritten = window.rewrittenEnd
                _ = try readValue(column: nil)
                window.cutRewritten(to: rewritten)
            }
            path.removeSubrange(outer...)
        } while skipIfThere(",")
        try skip("}")
    }

    private mutating func readName(after outer: Int) throws(Failure) {
        let rewritten = window.rewrittenEnd
        guard peek() == UInt8(ascii: "\"") else { throw failure(.unexpected) }
        let name = try readString()
        if outer > 0 { path.append(UInt8(ascii: ".")) }
        path.append(contentsOf: UnsafeBufferPointer(start: bytes + Int(name.lowerBound), count: name.count))
        window.cutRewritten(to: rewritten)
    }

    /// The place of a value's text; for null an empty range at 0.
    private mutating func readValue(column: Int?) throws(Failure) -> Range<UInt32> {
        switch peek() {
        case UInt8(ascii: "\""): return try readString()
        case UInt8(ascii: "["):
            if let column { members.noteList(in: column) }
            return try readArray()
        case UInt8(ascii: "t"): return try readWord("true")
        case UInt8(ascii: "f"): return try readWord("false")
        case UInt8(ascii: "n"):
            _ = try readWord("null")
            return 0..<0
        default: return try readNumber()
        }
    }

    private mutating func readWord(_ word: StaticString) throws(Failure) -> Range<UInt32> {
        let start = at
        for offset in 0..<word.utf8CodeUnitCount {
            guard at < end, bytes[at] == word.utf8Start[offset] else { throw failure(.unexpected) }
            at += 1
        }
        return UInt32(start)..<UInt32(at)
    }

    /// The elements of an array of scalars, one after the other with separators between.
    private mutating func readArray() throws(Failure) -> Range<UInt32> {
        try skip("[")
        if skipIfThere("]") { return 0..<0 }
        var elements: [UInt8] = []
        repeat {
            skipBlanks()
            if peek() == UInt8(ascii: "{") { throw failure(.arrayOfObjects) }
            if peek() == UInt8(ascii: "[") { throw failure(.mixedArray) }
            let rewritten = window.rewrittenEnd
            let element = try readValue(column: nil)
            if !elements.isEmpty { elements.append(JSONRows.separator) }
            elements.append(
                contentsOf: UnsafeBufferPointer(start: bytes + Int(element.lowerBound), count: element.count))
            window.cutRewritten(to: rewritten)
        } while skipIfThere(",")
        try skip("]")
        let start = window.rewrittenEnd
        for byte in elements { window.rewrite(byte) }
        return start..<window.rewrittenEnd
    }
}

// Scalars.
extension JSONLineParser {
    private mutating func readDigits() -> Int {
        let start = at
        while at < end, bytes[at] &- 0x30 < 10 { at += 1 }
        return at - start
    }

    private mutating func readNumber() throws(Failure) -> Range<UInt32> {
        let start = at
        guard let first = peek(), first == UInt8(ascii: "-") || first &- 0x30 < 10 else { throw failure(.unexpected) }
        if first == UInt8(ascii: "-") { at += 1 }
        let hasLeadingZero = peek() == UInt8(ascii: "0")
        let digits = readDigits()
        guard digits == 1 || digits > 1 && !hasLeadingZero else { throw failure(.badNumber) }
        if peek() == UInt8(ascii: ".") {
            at += 1
            guard readDigits() > 0 else { throw failure(.badNumber) }
        }
        if let sign = peek(), sign | 0x20 == UInt8(ascii: "e") {
            at += 1
            if let sign = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { at += 1 }
            guard readDigits() > 0 else { throw failure(.badNumber) }
        }
        return UInt32(start)..<UInt32(at)
    }

    /// The place of a text without its quotes; it is rewritten if it holds escapes.
    private mutating func readString() throws(Failure) -> Range<UInt32> {
        at += 1
        let start = at
        while at < end, bytes[at] != UInt8(ascii: "\"") {
            if bytes[at] == UInt8(ascii: "\\") { return try readEscaped(from: start) }
            guard bytes[at] >= 0x20 else { throw failure(.badString) }
            at += 1
        }
        guard at < end else { throw failure(.badString) }
        at += 1
        return UInt32(start)..<UInt32(at - 1)
    }

    private mutating func readEscaped(from start: Int) throws(Failure) -> Range<UInt32> {
        let rewritten = window.rewrittenEnd
        for place in start..<at { window.rewrite(bytes[place]) }
        while at < end, bytes[at] != UInt8(ascii: "\"") {
            guard bytes[at] >= 0x20 else { throw failure(.badString) }
            if bytes[at] == UInt8(ascii: "\\") {
                for byte in try readEscape() { window.rewrite(byte) }
            } else {
                window.rewrite(bytes[at])
                at += 1
            }
        }
        guard at < end else { throw failure(.badString) }
        at += 1
        return rewritten..<window.rewrittenEnd
    }

    private mutating func readEscape() throws(Failure) -> [UInt8] {
        guard at + 1 < end else { throw failure(.badString) }
        let sign = bytes[at + 1]
        let plain: UInt8?
        switch sign {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = sign
        case UInt8(ascii: "b"): plain = 0x08
        case UInt8(ascii: "f"): plain = 0x0C
        case UInt8(ascii: "n"): plain = 0x0A
        case UInt8(ascii: "r"): plain = 0x0D
        case UInt8(ascii: "t"): plain = 0x09
        default: plain = nil
        }
        if let plain {
            at += 2
            return [plain]
        }
        let high = try readUnit()
        guard UTF16.isLeadSurrogate(high) else {
            guard let scalar = Unicode.Scalar(high), scalar != "\0" else { throw failure(.badString) }
            return Array(String(scalar).utf8)
        }
        guard at < end, bytes[at] == UInt8(ascii: "\\") else { throw failure(.badString) }
        let low = try readUnit()
        guard UTF16.isTrailSurrogate(low) else { throw failure(.badString) }
        let code = 0x1_0000 + ((UInt32(high) - 0xD800) << 10) + (UInt32(low) - 0xDC00)
        guard let scalar = Unicode.Scalar(code) else { throw failure(.badString) }
        return Array(String(scalar).utf8)
    }

    /// The value of `\uXXXX`.
    private mutating func readUnit() throws(Failure) -> UInt16 {
        guard at + 6 <= end, bytes[at + 1] == UInt8(ascii: "u") else { throw failure(.badString) }
        var unit: UInt16 = 0
        for offset in 2..<6 {
            switch bytes[at + offset] {
            case let digit where digit &- 0x30 < 10: unit = unit << 4 | UInt16(digit - 0x30)
            case let letter where (letter | 0x20) &- 0x61 < 6: unit = unit << 4 | UInt16((letter | 0x20) - 0x61 + 10)
            default: throw failure(.badString)
            }
        }
        at += 6
        return unit
    }
}
