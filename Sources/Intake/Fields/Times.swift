/// Calendar dates as days since 1970-01-01.
struct DateText: FieldParser {
    let format: DateFormat?

    func parse(_ field: Field) -> Int64? {
        if let format { return format.read(field).map { Int64($0.day) } }
        return Self.isoDay(field).map(Int64.init)
    }

    /// The day of exactly `yyyy-MM-dd`.
    static func isoDay(_ field: Field) -> Int32? {
        guard field.count == 10, field[4] == UInt8(ascii: "-"), field[7] == UInt8(ascii: "-") else { return nil }
        guard let year = number(field, 0, 4), let month = number(field, 5, 2), let day = number(field, 8, 2) else {
            return nil
        }
        return CivilDay.number(year: year, month: month, day: day)
    }

    @inline(__always) static func number(_ field: Field, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for offset in start..<start + count {
            let digit = field[offset] &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }
}

/// Instants as milliseconds since 1970-01-01T00:00:00Z.
struct TimeText: FieldParser {
    let format: DateFormat?
    let localTime: LocalTime
    /// Logs are in time order, so the day is mostly that of the row before.
    private var lastDate: (UInt64, UInt64) = (0, 0)
    private var lastDay: Int32 = 0

    init(format: DateFormat?, localTime: LocalTime) {
        self.format = format
        self.localTime = localTime
    }

    mutating func parse(_ field: Field) -> Int64? {
        if let format { return format.read(field).map { instant($0.day, $0.milliseconds, offset: $0.offset) } }
        guard field.count >= 19 else { return short(field) }
        guard let day = isoDay(field), let seconds = Self.secondsOfDay(field.dropFirst(11)) else { return nil }
        guard field[10] == UInt8(ascii: "T") || field[10] == UInt8(ascii: " ") else { return nil }
        if field.count == 20, field[19] == UInt8(ascii: "Z") { return Int64(day) * 86_400_000 + seconds * 1000 }
        return rest(field, day: day, milliseconds: seconds * 1000)
    }

    @inline(__always) private mutating func isoDay(_ field: Field) -> Int32? {
        let date = (field.word(), field.word(at: 2))
        if date == lastDate { return lastDay }
        guard let day = DateText.isoDay(field.prefix(10)) else { return nil }
        lastDate = date
        lastDay = day
        return day
    }

    /// The seconds of `HH:mm:ss`, all digits at once; a second 60 counts as 59.
    @inline(__always) private static func secondsOfDay(_ field: Field) -> Int64? {
        let digits = field.word() ^ 0x3030_3A30_303A_3030
        guard digits & 0xF0F0_FFF0_F0FF_F0F0 == 0, (digits &+ 0x0606_0006_0600_0606) & 0xF0F0_00F0_F000_F0F0 == 0 else {
            return nil
        }
        let hour = (digits & 15) &* 10 &+ (digits >> 8 & 15)
        let minute = (digits >> 24 & 15) &* 10 &+ (digits >> 32 & 15)
        let second = (digits >> 48 & 15) &* 10 &+ (digits >> 56 & 15)
        guard hour < 24, minute < 60, second < 61 else { return nil }
        return Int64(hour &* 3600 &+ minute &* 60 &+ min(second, 59))
    }

    /// Reads a fraction and a zone behind the seconds.
    private func rest(_ field: Field, day: Int32, milliseconds: Int64) -> Int64? {
        var rest = field.dropFirst(19)
        var milliseconds = milliseconds
        if rest.count > 0, rest[0] == UInt8(ascii: ".") || rest[0] == UInt8(ascii: ",") {
            guard let fraction = Fraction(rest.dropFirst(1)) else { return nil }
            milliseconds += fraction.milliseconds
            rest = rest.dropFirst(1 + fraction.length)
        }
        guard rest.count > 0 else { return instant(day, milliseconds, offset: nil) }
        if rest[0] == UInt8(ascii: " ") { rest = rest.dropFirst(1) }
        guard let offset = ZoneOffset(rest) else { return nil }
        return instant(day, milliseconds, offset: offset.milliseconds)
    }

    /// Reads a date alone, a time without seconds, or seconds or milliseconds since 1970.
    private func short(_ field: Field) -> Int64? {
        if let count = WholeNumber.digits(field), field.count >= 5, field.count != 8 {
            return field.count <= 11 ? count * 1000 : count
        }
        if field.count == 10 { return DateText.isoDay(field).map { instant($0, 0, offset: nil) } }
        guard field.count >= 16, field[10] == UInt8(ascii: "T") || field[10] == UInt8(ascii: " ") else { return nil }
        guard let day = DateText.isoDay(field.prefix(10)), field[13] == UInt8(ascii: ":"),
            let hour = DateText.number(field, 11, 2), let minute = DateText.number(field, 14, 2), hour < 24, minute < 60
        else { return nil }
        let milliseconds = Int64(hour * 60 + minute) * 60_000
        guard field.count > 16 else { return instant(day, milliseconds, offset: nil) }
        return ZoneOffset(field.dropFirst(16)).map { instant(day, milliseconds, offset: $0.milliseconds) }
    }

    private func instant(_ day: Int32, _ milliseconds: Int64, offset: Int64?) -> Int64 {
        guard let offset else { return localTime.instant(day, Int32(milliseconds)) }
        return Int64(day) * 86_400_000 + milliseconds - offset
    }
}

/// A fraction of a second, cut to milliseconds.
struct Fraction {
    let milliseconds: Int64
    /// Digits read.
    let length: Int

    /// - Returns: nil without a digit or with more than nine.
    init?(_ field: Field) {
        var value: Int64 = 0
        var length = 0
        while length < field.count, field[length] &- 0x30 < 10 {
            if length < 3 { value = value * 10 + Int64(field[length] - 0x30) }
            length += 1
        }
        guard (1...9).contains(length) else { return nil }
        milliseconds = value * [100, 10, 1][min(length, 3) - 1]
        self.length = length
    }
}

/// How far a zone is ahead of UTC: `Z`, `±hh`, `±hhmm`, `±hh:mm`, `UTC`.
struct ZoneOffset {
    let milliseconds: Int64

    init?(_ field: Field) {
        if field.count == 1, field[0] | 0x20 == UInt8(ascii: "z") {
            milliseconds = 0
            return
        }
        if field.count == 3, field.text == "UTC" || field.text == "GMT" {
            milliseconds = 0
            return
        }
        guard field.count >= 3, field[0] == UInt8(ascii: "+") || field[0] == UInt8(ascii: "-") else { return nil }
        let hasColon = field.count == 6 && field[3] == UInt8(ascii: ":")
        guard hasColon || field.count == 5 || field.count == 3, let hours = DateText.number(field, 1, 2) else {
            return nil
        }
        guard let minutes = field.count == 3 ? 0 : DateText.number(field, hasColon ? 4 : 3, 2) else { return nil }
        guard hours <= 18, minutes < 60 else { return nil }
        let offset = Int64(hours * 60 + minutes) * 60_000
        milliseconds = field[0] == UInt8(ascii: "-") ? -offset : offset
    }
}
