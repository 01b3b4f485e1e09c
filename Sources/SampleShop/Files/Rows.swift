/// The text of a comma-separated file, made row by row and handed on in chunks.
///
/// No value of the shop holds a comma, a quote or a line break, so none is quoted.
struct Rows {
    private var bytes: [UInt8] = []
    private static let comma = UInt8(ascii: ",")

    init(header: String) {
        bytes.reserveCapacity(Rows.chunk + 1024)
        bytes.append(contentsOf: header.utf8)
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func field(_ text: some StringProtocol) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(Rows.comma)
    }

    mutating func field(_ number: Int) {
        digits(of: number)
        bytes.append(Rows.comma)
    }

    mutating func field(_ flag: Bool) {
        field(flag ? 1 : 0)
    }

    mutating func blank() {
        bytes.append(Rows.comma)
    }

    /// A code with its number in at least `width` digits, as `p007`.
    mutating func code(_ prefix: String, _ number: Int, width: Int) {
        bytes.append(contentsOf: prefix.utf8)
        // One leading zero for every power of ten that the number does not reach.
        var limit = 10
        for _ in 1..<width {
            if number < limit { bytes.append(UInt8(ascii: "0")) }
            limit *= 10
        }
        field(number)
    }

    /// Two numbers with a dash, as `17-3`.
    mutating func pair(_ first: Int, _ second: Int) {
        digits(of: first)
        bytes.append(UInt8(ascii: "-"))
        field(second)
    }

    mutating func money(_ cents: Int) {
        digits(of: cents / 100)
        bytes.append(UInt8(ascii: "."))
        twoDigits(cents % 100)
        bytes.append(Rows.comma)
    }

    /// A size given in half sizes: 77 is `38.5`.
    mutating func size(_ halves: Int) {
        appendSize(halves)
        bytes.append(Rows.comma)
    }

    /// Several sizes with bars between them.
    mutating func sizes(_ halves: some Sequence<Int>) {
        for (index, size) in halves.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "|")) }
            appendSize(size)
        }
        bytes.append(Rows.comma)
    }

    /// A date, in days since 1970-01-01.
    mutating func date(_ day: Int) {
        bytes.append(contentsOf: CivilDays.text(of: day))
        bytes.append(Rows.comma)
    }

    /// An instant in UTC, in seconds since the opening.
    mutating func instant(_ time: Int) {
        let second = time % Window.secondsADay
        bytes.append(contentsOf: CivilDays.text(of: Window.firstDay + time / Window.secondsADay))
        bytes.append(UInt8(ascii: "T"))
        twoDigits(second / 3600)
        bytes.append(UInt8(ascii: ":"))
        twoDigits(second / 60 % 60)
        bytes.append(UInt8(ascii: ":"))
        twoDigits(second % 60)
        bytes.append(UInt8(ascii: "Z"))
        bytes.append(Rows.comma)
    }

    mutating func endRow() {
        bytes[bytes.count - 1] = UInt8(ascii: "\n")
    }

    /// Hands on what has been written, when it is a chunk's worth.
    mutating func drain<Failure>(
        to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        guard bytes.count >= Rows.chunk else { return }
        try finish(to: sink)
    }

    /// Hands on the rest.
    mutating func finish<Failure>(
        to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let result: Result<Void, Failure> = bytes.withUnsafeBytes { buffer in
            do throws(Failure) {
                return .success(try sink(buffer))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func appendSize(_ halves: Int) {
        digits(of: halves / 2)
        if halves % 2 == 1 { bytes.append(contentsOf: ".5".utf8) }
    }

    private mutating func digits(of number: Int) {
        var rest = number
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    private mutating func twoDigits(_ number: Int) {
        bytes.append(UInt8(ascii: "0") + UInt8(number / 10))
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    private static let chunk = 1 << 16
}
