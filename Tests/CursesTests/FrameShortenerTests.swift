import Curses
import Testing

struct FrameShortenerTests {
    /// Frames with E for escape.
    private func shortened(_ frames: String...) -> [String] {
        var shortener = FrameShortener()
        return frames.map { frame in
            let bytes = Array(frame.replacing("E", with: "\u{1B}").utf8)
            return String(decoding: shortener.shorten(bytes), as: UTF8.self).replacing("\u{1B}", with: "E")
        }
    }

    @Test(arguments: [
        ("E(BE[mab", "E[mab"), ("E[mE[1mE[38;5;7mx", "E[0;1;38;5;7mx"),
        ("E[mE[31mxE(BE[mE[31my", "E[0;31mxy"),
        ("E[mE[1mE[31mxE(BE[mE[31my", "E[0;1;31mxE[22my"),
        ("E[mE[38;5;137mxE[39;49m yE[38;5;137mz", "E[0;38;5;137mx E[myE[38;5;137mz"),
        ("E[mE[7mxE[m yE[4m E[m", "E[0;7mxE[m yE[4m "), ("E[mxE[31m E[3XE[44mE[K", "E[mx E[3XE[31;44mE[K"),
        ("E[mE[38;2;1;2;3;48;5;9mx", "E[0;38;2;1;2;3;48;5;9mx"), ("E[mE[38:2::1:2:3mx", "E[0;38:2::1:2:3mx"),
        ("E[mE[7mE[4mxE[27my", "E[0;4;7mxE[27my"), ("E[mE[1;2mxE[22;2my", "E[0;1;2mxE[0;2my"),
    ])
    func `says only what differs`(frame: String, short: String) {
        #expect(shortened(frame) == [short])
    }

    @Test func `text and other sequences go through as they are`() {
        #expect(shortened("E[mE[12;40HżółwE[3XE[K") == ["E[12;40HE[mżółwE[3XE[K"])
    }

    @Test func `no sequence is torn apart`() {
        #expect(shortened("E[31mEMaE[32mE#8bE[mE7cE8") == ["EME[0;31maE#8E[32mbE7E[mcE8"])
    }

    @Test func `a colour at the end of a frame is said when it first matters`() {
        #expect(shortened("E[mxE[31m", "y") == ["E[mx", "E[31my"])
    }

    @Test func `what is not known goes through`() {
        #expect(shortened("E[mE[77mx", "E[mE[38;9;1mx") == ["E[mE[77mx", "E[38;9;1mx"])
    }

    @Test func `nothing is taken for granted after somebody else has written`() {
        var shortener = FrameShortener()
        _ = shortener.shorten(Array("\u{1B}[31mx".utf8))
        shortener.forget()
        #expect(shortener.shorten(Array("y".utf8)) == Array("\u{1B}[my".utf8))
    }

    /// A terminal that follows sequences one by one: each character with the codes in force.
    private func seen(_ bytes: [UInt8]) -> [String] {
        var (seen, codes, index) = ([String](), [Int: String](), 0)
        while index < bytes.count {
            guard bytes[index] == 0x1B else {
                // A blank shows nothing but what is behind it, a line under it, or reverse.
                let isBlank = bytes[index] == 0x20
                let hides = isBlank && codes[4] == nil && codes[7] == nil && codes[48] == nil
                let shown = hides ? [:] : codes
                seen.append("\(Character(Unicode.Scalar(bytes[index]))) \(shown.sorted { $0.key < $1.key })")
                index += 1
                continue
            }
            let end = bytes[index...].firstIndex(of: UInt8(ascii: "m")) ?? bytes.count - 1
            let fields = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
                .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
            var field = 0
            while field < fields.count {
                switch fields[field] {
                case 0: codes = [:]
                case 22: (codes[1], codes[2]) = (nil, nil)
                case 24, 27: codes[fields[field] - 20] = nil
                case 39: codes[38] = nil
                case 49: codes[48] = nil
                case 38, 48:
                    codes[fields[field]] = "\(fields[field + 2])"
                    field += 2
                default: codes[fields[field]] = "on"
                }
                field += 1
            }
            index = end + 1
        }
        return seen
    }

    @Test func `every character keeps its look, in frames of any kind`() {
        var random = SeededNumbers(state: 7)
        let codes = ["", "0", "1", "2", "4", "7", "22", "24", "27", "39", "49", "38;5;3", "38;5;200", "48;5;17"]
        for _ in 0..<300 {
            var shortener = FrameShortener()
            var frame = Array("\u{1B}[m".utf8)
            for _ in 0..<40 {
                if random.below(3) == 0 {
                    frame += Array("xyz ".utf8)
                } else {
                    let chosen = (0...random.below(3)).map { _ in codes[random.below(codes.count)] }
                    frame += Array("\u{1B}[\(chosen.joined(separator: ";"))m".utf8)
                }
            }
            let cut = random.below(frame.count)
            let safe = frame[cut...].firstIndex(of: 0x1B) ?? frame.count
            let short = shortener.shorten(Array(frame[..<safe])) + shortener.shorten(Array(frame[safe...]))
            #expect(seen(short) == seen(frame))
            #expect(short.count <= frame.count)
        }
    }
}

/// Numbers that look random and are the same on every run.
private struct SeededNumbers {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
