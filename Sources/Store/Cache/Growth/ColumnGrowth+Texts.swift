import Columnar

extension ColumnGrowth {
    /// The text of a row of arrival and the code that it most likely has; a number has none that could be told by itself.
    private func text(
        _ column: ArrivalColumn?, _ name: String
    ) throws(GrowthRefusal) -> (Int32) -> (text: String, hint: Int)? {
        switch column {
        case nil: return { _ in nil }
        case .codes(let codes, let book)?:
            return { source in
                guard source >= 0, codes[Int(source)] > 0 else { return nil }
                let code = Int(codes[Int(source)]) - 1
                return (book[code], code)
            }
        case .texts?:
            return { source in source < 0 ? nil : column?.text(Int(source)).map { ($0, .max) } }
        default: throw GrowthRefusal("‘\(name)’ is of another type")
        }
    }

    func growCodes(_ entry: inout Entry, with column: ArrivalColumn?) throws(GrowthRefusal) {
        var book = BookGrowth(sections.codebook(entry.prefix))
        let code = try codes(of: column, entry.name, in: &book)
        let most = entry.width == 1 ? 255 : entry.width == 2 ? 65_535 : Int(UInt32.max)
        guard book.count < most else { throw GrowthRefusal("‘\(entry.name)’ has too many different texts") }
        let name = entry.prefix + "/codes"
        switch entry.width {
        case 1: apply(name) { UInt8(truncatingIfNeeded: code($0)) }
        case 2: apply(name) { UInt16(truncatingIfNeeded: code($0)) }
        default: apply(name) { code($0) }
        }
        book.write(to: sections, prefix: entry.prefix)
        if entry.sets > 0 { try growSets(&entry, code: code, after: book.count) }
    }

    /// The code of a row of arrival in a codebook that takes what it lacks; 0 is no value, as in columns.
    private func codes(
        of column: ArrivalColumn?, _ name: String, in book: inout BookGrowth
    ) throws(GrowthRefusal) -> (Int32) -> UInt32 {
        let sources = alsoKnown.isEmpty ? splice.allSources : splice.allSources + alsoKnown
        guard case .codes(let stored, let texts)? = column else {
            let text = try text(column, name)
            var codes: [Int32: UInt32] = [:]
            for source in sources {
                if let (text, hint) = text(source) { codes[source] = UInt32(book.code(of: text, hint: hint) + 1) }
            }
            return { [codes] in codes[$0] ?? 0 }
        }
        var translation = [UInt32](repeating: 0, count: texts.count + 1)
        for source in sources where source >= 0 {
            let code = Int(stored[Int(source)])
            guard code > 0, translation[code] == 0 else { continue }
            translation[code] = UInt32(book.code(of: texts[code - 1], hint: code - 1) + 1)
        }
        return { [translation] in $0 < 0 ? 0 : translation[Int(stored[Int($0)])] }
    }

    private func apply<Code: BitwiseCopyable & Sendable>(_ name: String, _ value: (Int32) -> Code) {
        sections.grow(name, to: splice.count) { splice.apply(to: $0, value) }
    }

    /// The rows of each code: columns that have them only grow at their end, in the room that their words have.
    private func growSets(
        _ entry: inout Entry, code: (Int32) -> UInt32, after: Int
    ) throws(GrowthRefusal) {
        let stride = entry.setStride
        guard (splice.count + 63) / 64 <= stride, after <= 64, splice.firstMoved == splice.oldCount else {
            throw GrowthRefusal("the sets of ‘\(entry.name)’ have no room")
        }
        guard let oldCodes = sections.base.codes(entry) else { throw GrowthRefusal("‘\(entry.name)’ has no codes") }
        sections.grow(entry.prefix + "/sets", to: stride * after) { (words: UnsafeMutableBufferPointer<UInt64>) in
            func set(_ row: Int, _ number: Int, _ isSet: Bool) {
                guard number > 0 else { return }
                let word = (number - 1) * stride + row >> 6
                if isSet { words[word] |= 1 << UInt64(row & 63) } else { words[word] &= ~(1 << UInt64(row & 63)) }
            }
            for (row, source) in splice.replaced {
                set(row, oldCodes[row].map { $0 + 1 } ?? 0, false)
                set(row, Int(code(source)), true)
            }
            for (place, source) in splice.sources.enumerated() {
                set(splice.oldCount + place, Int(code(source)), true)
            }
        }
        entry.sets = after
    }

    func growTexts(_ entry: Entry, with column: ArrivalColumn?) throws(GrowthRefusal) {
        let text = try text(column, entry.name)
        guard let oldEnds = sections.lane(entry.prefix + "/ends", UInt64.self),
            let oldBytes = sections.lane(entry.prefix + "/bytes", UInt8.self)
        else { throw GrowthRefusal("‘\(entry.name)’ has no texts") }
        let first = splice.firstChanged
        let kept = first == 0 ? 0 : Int(oldEnds[first - 1])
        var ends: [UInt64] = []
        var bytes: [UInt8] = []
        splice.forEachChanged { old, source in
            if let old {
                let start = old == 0 ? 0 : Int(oldEnds[old - 1])
                oldBytes.withValues { bytes.append(contentsOf: $0[start..<Int(oldEnds[old])]) }
            } else if let (text, _) = text(source) {
                bytes.append(contentsOf: text.utf8)
            }
            ends.append(UInt64(kept + bytes.count))
        }
        sections.grow(entry.prefix + "/ends", to: splice.count) { (target: UnsafeMutableBufferPointer<UInt64>) in
            for (place, end) in ends.enumerated() { target[first + place] = end }
        }
        sections.grow(entry.prefix + "/bytes", to: kept + bytes.count) { (target: UnsafeMutableBufferPointer<UInt8>) in
            for (place, byte) in bytes.enumerated() { target[kept + place] = byte }
        }
    }

    func growLists(_ entry: Entry, with column: ArrivalColumn?) throws(GrowthRefusal) {
        var list = { (_: Int32) in ArraySlice<UInt32>() }
        var texts: [String] = []
        if let column {
            guard case .lists(let ends, let codes, let book) = column else {
                throw GrowthRefusal("‘\(entry.name)’ is of another type")
            }
            texts = book
            list = { source in
                guard source >= 0 else { return [] }
                return codes[(source == 0 ? 0 : Int(ends[Int(source) - 1]))..<Int(ends[Int(source)])]
            }
        }
        var book = BookGrowth(sections.codebook(entry.prefix))
        let oldEnds = sections.lane(entry.prefix + "/ends", UInt32.self)?.array ?? []
        let oldCodes = sections.lane(entry.prefix + "/codes", UInt32.self)?.array ?? []
        let isNew = oldEnds.isEmpty
        let first = isNew ? 0 : splice.firstChanged
        let kept = first == 0 ? 0 : Int(oldEnds[first - 1])
        var ends: [UInt32] = []
        var codes: [UInt32] = []
        if isNew { ends = Array(repeating: 0, count: splice.firstChanged) }
        splice.forEachChanged { old, source in
            if let old, !isNew {
                codes.append(contentsOf: oldCodes[(old == 0 ? 0 : Int(oldEnds[old - 1]))..<Int(oldEnds[old])])
            } else if old == nil {
                for code in list(source) {
                    codes.append(UInt32(book.code(of: texts[Int(code)], hint: Int(code))))
                }
            }
            ends.append(UInt32(kept + codes.count))
        }
        for source in alsoKnown {
            for code in list(source) { _ = book.code(of: texts[Int(code)], hint: Int(code)) }
        }
        sections.grow(entry.prefix + "/ends", to: splice.count) { (target: UnsafeMutableBufferPointer<UInt32>) in
            for (place, end) in ends.enumerated() { target[first + place] = end }
        }
        sections.grow(entry.prefix + "/codes", to: kept + codes.count) { (target: UnsafeMutableBufferPointer<UInt32>) in
            for (place, code) in codes.enumerated() { target[kept + place] = code }
        }
        book.write(to: sections, prefix: entry.prefix)
    }
}

extension GrownSections {
    /// The texts of a column's codes.
    func codebook(_ prefix: String) -> Codebook {
        Codebook(bytes: lane(prefix + "/book.bytes") ?? Lane([]), ends: lane(prefix + "/book.ends") ?? Lane([]))
    }
}
