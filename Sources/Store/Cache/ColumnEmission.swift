import Columnar

extension CacheWriter {
    /// Writes a column of the cache: for each of `rows`, the value of that row of arrival, or none where it is negative.
    ///
    /// - Returns: the entry, or none where no row has a value.
    func emit(
        _ column: ArrivalColumn, name: String, prefix: String, rows: UnsafeBufferPointer<Int32>, withSets: Bool = false
    ) throws(StoreError) -> CacheDirectory.ColumnEntry? {
        guard rows.contains(where: { $0 >= 0 && column.hasValue(Int($0)) }) else { return nil }
        switch column {
        case .codes(let codes, let book):
            return try emitCodes(codes, book, name: name, prefix: prefix, rows: rows, withSets: withSets)
        case .texts(let bytes, let ends):
            return try emitTexts(bytes, ends, name: name, prefix: prefix, rows: rows)
        case .integers(let values, let meaning, let present):
            return try emitIntegers(values, meaning, present, name: name, prefix: prefix, rows: rows)
        case .numbers(let values, let present):
            return try emitNumbers(values, present, name: name, prefix: prefix, rows: rows)
        case .lists(let ends, let codes, let book):
            return try emitLists(ends, codes, book, name: name, prefix: prefix, rows: rows)
        }
    }

    func writeCodebook(_ book: [String], prefix: String) throws(StoreError) {
        var bytes: [UInt8] = []
        var ends: [UInt32] = []
        for text in book {
            bytes.append(contentsOf: text.utf8)
            ends.append(UInt32(bytes.count))
        }
        try write(prefix + "/book.bytes", bytes)
        try write(prefix + "/book.ends", ends)
    }

    private func emitCodes(
        _ codes: [UInt32], _ book: [String], name: String, prefix: String, rows: UnsafeBufferPointer<Int32>,
        withSets: Bool
    ) throws(StoreError) -> CacheDirectory.ColumnEntry {
        var entry = CacheDirectory.ColumnEntry(name: name, prefix: prefix, form: .codes)
        entry.rows = rows.count
        entry.width = book.count < 255 ? 1 : book.count < 65_535 ? 2 : 4
        try writeCodebook(book, prefix: prefix)
        let value = { (row: Int32) in row < 0 ? 0 : codes[Int(row)] }
        switch entry.width {
        case 1: try gather(prefix + "/codes", rows) { UInt8(truncatingIfNeeded: value($0)) }
        case 2: try gather(prefix + "/codes", rows) { UInt16(truncatingIfNeeded: value($0)) }
        default: try gather(prefix + "/codes", rows) { value($0) }
        }
        if withSets, book.count <= 64 {
            entry.sets = book.count
            let words = (rows.count + 63) / 64
            entry.setStride = words + words / 16 + 64
            let stride = entry.setStride
            try fill(prefix + "/sets", count: stride * book.count) { (target: UnsafeMutableBufferPointer<UInt64>) in
                for (place, row) in rows.enumerated() {
                    let code = value(row)
                    guard code > 0 else { continue }
                    target[(Int(code) - 1) * stride + place >> 6] |= 1 << UInt64(place & 63)
                }
            }
        }
        return entry
    }

    private func gather<Element: BitwiseCopyable>(
        _ name: String, _ rows: UnsafeBufferPointer<Int32>, _ value: (Int32) -> Element
    ) throws(StoreError) {
        try fill(name, count: rows.count) { target in
            for place in rows.indices { target[place] = value(rows[place]) }
        }
    }

    private func emitTexts(
        _ bytes: [UInt8], _ ends: [UInt64], name: String, prefix: String, rows: UnsafeBufferPointer<Int32>
    ) throws(StoreError) -> CacheDirectory.ColumnEntry {
        var entry = CacheDirectory.ColumnEntry(name: name, prefix: prefix, form: .texts)
        entry.rows = rows.count
        let range = { (row: Int32) -> Range<Int> in
            row < 0 ? 0..<0 : Int(row == 0 ? 0 : ends[Int(row) - 1])..<Int(ends[Int(row)])
        }
        var total = 0
        try fill(prefix + "/ends", count: rows.count) { (target: UnsafeMutableBufferPointer<UInt64>) in
            for place in rows.indices {
                total += range(rows[place]).count
                target[place] = UInt64(total)
            }
        }
        try fill(prefix + "/bytes", count: total) { (target: UnsafeMutableBufferPointer<UInt8>) in
            var end = 0
            for row in rows {
                for place in range(row) {
                    target[end] = bytes[place]
                    end += 1
                }
            }
        }
        return entry
    }

    private func emitIntegers(
        _ values: [Int64], _ meaning: Meaning, _ present: Bitmap, name: String, prefix: String,
        rows: UnsafeBufferPointer<Int32>
    ) throws(StoreError) -> CacheDirectory.ColumnEntry {
        var entry = CacheDirectory.ColumnEntry(name: name, prefix: prefix, form: .integers, meaning: meaning.rawValue)
        entry.rows = rows.count
        var low = Int64.max
        var high = Int64.min
        for row in rows where row >= 0 && present[Int(row)] {
            low = min(low, values[Int(row)])
            high = max(high, values[Int(row)])
        }
        entry.hasPresence = try writePresence(present, prefix: prefix, rows: rows)
        let value = { (row: Int32) in row >= 0 && present[Int(row)] ? values[Int(row)] : 0 }
        if low >= Int64(Int8.min), high <= Int64(Int8.max) {
            entry.width = 1
            try gather(prefix + "/values", rows) { Int8(truncatingIfNeeded: value($0)) }
        } else if low >= Int64(Int16.min), high <= Int64(Int16.max) {
            entry.width = 2
            try gather(prefix + "/values", rows) { Int16(truncatingIfNeeded: value($0)) }
        } else if low >= Int64(Int32.min), high <= Int64(Int32.max) {
            entry.width = 4
            try gather(prefix + "/values", rows) { Int32(truncatingIfNeeded: value($0)) }
        } else if low / 1000 >= Int64(Int32.min), high / 1000 <= Int64(Int32.max),
            rows.allSatisfy({ value($0) % 1000 == 0 })
        {
            entry.width = 4
            entry.scale = 1000
            try gather(prefix + "/values", rows) { Int32(truncatingIfNeeded: value($0) / 1000) }
        } else {
            entry.width = 8
            try gather(prefix + "/values", rows) { value($0) }
        }
        return entry
    }

    private func emitNumbers(
        _ values: [Double], _ present: Bitmap, name: String, prefix: String, rows: UnsafeBufferPointer<Int32>
    ) throws(StoreError) -> CacheDirectory.ColumnEntry {
        var entry = CacheDirectory.ColumnEntry(name: name, prefix: prefix, form: .numbers)
        entry.rows = rows.count
        entry.hasPresence = try writePresence(present, prefix: prefix, rows: rows)
        let value = { (row: Int32) in row >= 0 && present[Int(row)] ? values[Int(row)] : 0 }
        if let distinct = Self.distinct(rows, value) {
            let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, UInt8($0)) })
            entry.distinct = distinct.count
            try write(prefix + "/distinct", distinct)
            try gather(prefix + "/values", rows) { places[value($0)] ?? 0 }
        } else {
            try gather(prefix + "/values", rows) { value($0) }
        }
        return entry
    }

    /// The distinct numbers of some rows, rising; none where there are too many for a byte.
    private static func distinct(_ rows: UnsafeBufferPointer<Int32>, _ value: (Int32) -> Double) -> [Double]? {
        var distinct: Set<Double> = []
        var last = Double.nan
        for row in rows {
            let number = value(row)
            guard number != last else { continue }
            last = number
            distinct.insert(number)
            if distinct.count > 256 { return nil }
        }
        return distinct.sorted()
    }

    /// Writes the rows with a value where not all have one.
    private func writePresence(
        _ present: Bitmap, prefix: String, rows: UnsafeBufferPointer<Int32>
    ) throws(StoreError) -> Bool {
        guard rows.contains(where: { $0 < 0 || !present[Int($0)] }) else { return false }
        try fill(prefix + "/present", count: (rows.count + 63) / 64) { (target: UnsafeMutableBufferPointer<UInt64>) in
            for (place, row) in rows.enumerated() where row >= 0 && present[Int(row)] {
                target[place >> 6] |= 1 << UInt64(place & 63)
            }
        }
        return true
    }

    private func emitLists(
        _ ends: [UInt32], _ codes: [UInt32], _ book: [String], name: String, prefix: String,
        rows: UnsafeBufferPointer<Int32>
    ) throws(StoreError) -> CacheDirectory.ColumnEntry {
        var entry = CacheDirectory.ColumnEntry(name: name, prefix: prefix, form: .lists)
        entry.rows = rows.count
        try writeCodebook(book, prefix: prefix)
        var gatheredEnds: [UInt32] = []
        var gathered: [UInt32] = []
        gatheredEnds.reserveCapacity(rows.count)
        for row in rows {
            if row >= 0 {
                let start = row == 0 ? 0 : Int(ends[Int(row) - 1])
                gathered.append(contentsOf: codes[start..<Int(ends[Int(row)])])
            }
            gatheredEnds.append(UInt32(gathered.count))
        }
        try write(prefix + "/ends", gatheredEnds)
        try write(prefix + "/codes", gathered)
        return entry
    }

    /// Writes instants: in four bytes where they are whole seconds of one span, else in eight.
    func writeTimes(_ name: String, _ times: UnsafeBufferPointer<Int64>) throws(StoreError) {
        let low = (times.min() ?? 0) / 1000 - 1
        let isSeconds = times.allSatisfy { $0 % 1000 == 0 } && ((times.max() ?? 0) / 1000 - low) < Int64(UInt32.max)
        if isSeconds {
            try fill(name + ".seconds", count: times.count) { (target: UnsafeMutableBufferPointer<UInt32>) in
                for place in times.indices { target[place] = UInt32(times[place] / 1000 - low) }
            }
            try write(name + ".origin", [low])
        } else {
            try fill(name + ".milliseconds", count: times.count) { (target: UnsafeMutableBufferPointer<Int64>) in
                _ = target.update(fromContentsOf: times)
            }
        }
    }

    /// Writes rows grouped by record.
    func writeIndex(_ prefix: String, ends: [UInt32], rows: [UInt32]) throws(StoreError) {
        try write(prefix + "/ends", ends)
        try write(prefix + "/rows", rows)
    }
}
