import SampleShop

/// A comma-separated file without quotes, read for tests.
struct Table {
    let header: [String]
    let rows: [Row]

    struct Row {
        fileprivate let columns: [String: Int]
        fileprivate let values: [Substring]

        subscript(_ column: String) -> String {
            columns[column].map { String(values[$0]) } ?? ""
        }

        func has(_ column: String) -> Bool {
            columns[column].map { !values[$0].isEmpty } ?? false
        }

        func number(_ column: String) -> Int {
            Int(self[column]) ?? -1
        }

        /// An amount in cents.
        func cents(_ column: String) -> Int {
            Int(self[column].replacing(".", with: "")) ?? -1
        }

        /// Seconds since 1970 of an instant such as `2025-03-01T10:00:00Z`.
        func time(_ column: String) -> Int {
            seconds(self[column])
        }
    }

    init(_ file: ShopFile, of shop: Shop) {
        let lines = text(of: file, in: shop).split(separator: "\n")
        header = lines.first?.split(separator: ",").map(String.init) ?? []
        let columns = Dictionary(uniqueKeysWithValues: zip(header, header.indices))
        rows = lines.dropFirst().map { line in
            Row(columns: columns, values: line.split(separator: ",", omittingEmptySubsequences: false))
        }
    }
}

/// The bytes of a file.
func bytes(of file: ShopFile, in shop: Shop) -> [UInt8] {
    var bytes: [UInt8] = []
    shop.write(file) { bytes.append(contentsOf: $0) }
    return bytes
}

func text(of file: ShopFile, in shop: Shop) -> String {
    String(decoding: bytes(of: file, in: shop), as: UTF8.self)
}

/// Seconds since 1970 of an instant in UTC; a bare date is its midnight.
func seconds(_ instant: String) -> Int {
    let parts = instant.utf8.split { !(48...57).contains($0) }.map { digits in
        digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }
    let time = parts.count == 6 ? parts[3] * 3600 + parts[4] * 60 + parts[5] : 0
    return dayNumber(year: parts[0], month: parts[1], day: parts[2]) * 86_400 + time
}

/// Days since 1970-01-01, counted the slow and obvious way.
private func dayNumber(year: Int, month: Int, day: Int) -> Int {
    func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    let before = min(year, 1970)..<max(year, 1970)
    let days = before.reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
    let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (year < 1970 ? -days : days) + lengths.prefix(month - 1).reduce(0, +) + day - 1
}
