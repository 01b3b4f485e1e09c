import Foundation

/// Makes files and filters that are almost right, or not at all.
enum Mutation {
    private static let shop = SmallShop(people: 4, seed: 8)

    static func file(_ random: inout SplitMix) -> (name: String, bytes: Data) {
        let source = random.pick(shop.files)
        let name = source.name.replacing(".csv", with: "")
        let plain = random.chance(0.7) ? Array(source.text.utf8) : Array(jsonLines(source).utf8)
        let ending = plain.first == UInt8(ascii: "{") ? ".jsonl" : ".csv"
        switch random.number(0...9) {
        case 0: return (name + ending, Data(noise(random.number(0...400), &random)))
        case 1: return (name + ending, Data(plain.prefix(random.number(0...plain.count))))
        case 2: return (name + ending + ".gz", Data(damaged(GzipText.stored(plain), &random)))
        case 3: return (name + ending + ".gz", Data(GzipText.stored(damaged(plain, &random))))
        case 4: return (name + ending, Data(utf16(plain)))
        case 5: return (name + ending, Data(shuffledFields(source, &random).utf8))
        default: return (name + ending, Data(damaged(plain, &random)))
        }
    }

    private static func noise(_ count: Int, _ random: inout SplitMix) -> [UInt8] {
        (0..<count).map { _ in UInt8(random.number(0...255)) }
    }

    /// Bytes with a few of them changed, taken out, doubled, or put in.
    private static func damaged(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        var bytes = bytes
        let marks = Array(",;\t\"'\n\r\\{}[]:\u{0}\u{1B}\u{FEFF}=+-9eE".utf8)
        for _ in 0..<random.number(1...12) where !bytes.isEmpty {
            let place = random.number(0...(bytes.count - 1))
            switch random.number(0...4) {
            case 0: bytes[place] = UInt8(random.number(0...255))
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.number(1...40)))
            case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + random.number(1...80))], at: place)
            default: bytes.insert(random.pick(marks), at: place)
            }
        }
        return bytes
    }

    /// The rows with their fields in the wrong columns, some missing, some more.
    private static func shuffledFields(_ file: CSVFile, _ random: inout SplitMix) -> String {
        var file = file
        for row in file.rows.indices {
            switch random.number(0...5) {
            case 0: file.rows[row].shuffle(using: &random)
            case 1: file.rows[row].removeLast()
            case 2: file.rows[row].append("1e400")
            case 3: file.rows[row][random.number(0...(file.header.count - 1))] = "99999999999999999999"
            default: continue
            }
        }
        return file.text
    }

    private static func utf16(_ bytes: [UInt8]) -> [UInt8] {
        [0xFF, 0xFE] + String(decoding: bytes, as: UTF8.self).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    private static func jsonLines(_ file: CSVFile) -> String {
        file.rows.map { row in
            let members = zip(file.header, row).map { name, field in
                "\"\(name)\":\"\(field.replacing("\"", with: "\\\""))\""
            }
            return "{\(members.joined(separator: ","))}\n"
        }.joined()
    }

    private static let words = """
        city shoe_size birth_date profile_id email subscribed_at phone_number age rfm.recency rfm.group lifecycle \
        product_view purchase order email_open nothing anything did not and or not as of first last within next \
        where category price status = != < <= > >= between in contains starts with ends exactly matches has any all \
        exists missing at least most more than less times days weeks calendar months hours before after on ago \
        2025-06-01 2025-02-30 2025-06-01T10:00 1 2 3.5 -7 99999999999999999999 "Kraków" "boots" "" "x /re( true false \
        ( ) , segment funnel sample % salt then same sum ( purchase.revenue ) count reachable by email consents to 漢 🦊
        """.split(separator: " ").map(String.init)

    private static let wholes = [
        "city = \"Kraków\"", "shoe_size >= 38",
        "did purchase where category = \"boots\" at least 2 times within last 90 days",
        "not did product_view", "first order before 2025-01-01", "as of 2025-06-01 did purchase", "rfm.recency = 5",
        "did anything within last 30 days", "birth_date between 1980-01-01 and 1990-01-01", "email exists",
        "anniversary of birth_date within next 30 days", "city in (\"Łódź\", \"Berlin\")", "reachable by email",
    ]

    /// A text made of the language's words, a filter with a fault in it, or several filters joined.
    static func filter(_ random: inout SplitMix) -> String {
        switch random.number(0...5) {
        case 0: return (0..<random.number(1...14)).map { _ in random.pick(words) }.joined(separator: " ")
        case 1: return String(decoding: damaged(Array(random.pick(wholes).utf8), &random), as: UTF8.self)
        case 2:
            let depth = random.number(1...300)
            return String(repeating: random.pick(["(", "not ", "not ("]), count: depth) + random.pick(wholes)
        case 3: return random.pick(wholes) + " " + random.pick(words) + " " + random.pick(wholes)
        default:
            return (0..<random.number(1...6)).map { _ in random.pick(["", "not "]) + random.pick(wholes) }.joined(
                separator: random.pick([" and ", " or "]))
        }
    }
}

/// Text in the gzip format without compression: one stored block after another.
enum GzipText {
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        var rest = bytes[...]
        repeat {
            let part = rest.prefix(0xFFFF)
            rest = rest.dropFirst(part.count)
            file.append(rest.isEmpty ? 1 : 0)
            file += little(UInt32(part.count), 2) + little(UInt32(~UInt16(part.count)), 2) + part
        } while !rest.isEmpty
        return file + little(crc(bytes), 4) + little(UInt32(bytes.count), 4)
    }

    private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }
}
