extension DateFormat {
    /// A date, a time of day, and how far its zone is ahead of UTC where it is said.
    typealias Reading = (day: Int32, milliseconds: Int64, offset: Int64?)

    /// Reads a field, or returns nil if it is written otherwise or is no date.
    func read(_ field: Field) -> Reading? {
        var rest = field
        var year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0
        var milliseconds: Int64 = 0
        var offset: Int64?
        for (index, part) in parts.enumerated() {
            let isFixed = index + 1 < parts.count && !parts[index + 1].isSign
            switch part {
            case .year: guard Self.take(&rest, &year, 4, isFixed: true) else { return nil }
            case .month: guard Self.take(&rest, &month, 2, isFixed: isFixed) else { return nil }
            case .day: guard Self.take(&rest, &day, 2, isFixed: isFixed) else { return nil }
            case .hour: guard Self.take(&rest, &hour, 2, isFixed: isFixed) else { return nil }
            case .minute: guard Self.take(&rest, &minute, 2, isFixed: true) else { return nil }
            case .second: guard Self.take(&rest, &second, 2, isFixed: true) else { return nil }
            case .fraction:
                guard let fraction = Fraction(rest) else { return nil }
                milliseconds = fraction.milliseconds
                rest = rest.dropFirst(fraction.length)
            case .zone:
                guard let zone = ZoneOffset(rest) else { return nil }
                offset = zone.milliseconds
                rest = rest.dropFirst(rest.count)
            case .sign(let sign):
                guard rest.count > 0, rest[0] == sign else { return nil }
                rest = rest.dropFirst(1)
            }
        }
        guard rest.count == 0, hour < 24, minute < 60, second < 61 else { return nil }
        guard let number = CivilDay.number(year: year, month: month, day: day) else { return nil }
        milliseconds += Int64(hour * 3600 + minute * 60 + min(second, 59)) * 1000
        return (number, milliseconds, offset)
    }

    /// Takes `count` digits, or fewer where the next sign ends the number.
    private static func take(_ rest: inout Field, _ value: inout Int, _ count: Int, isFixed: Bool) -> Bool {
        var length = 0
        while length < min(count, rest.count), rest[length] &- 0x30 < 10 {
            value = value * 10 + Int(rest[length] - 0x30)
            length += 1
        }
        rest = rest.dropFirst(length)
        return isFixed ? length == count : length > 0
    }
}

extension DateFormat.Part {
    var isSign: Bool {
        if case .sign = self { true } else { false }
    }
}
