import Customers

extension Lexer {
    /// `2026-01-31`, `2026-01-31T10:00`, `2026-03`, `2026-W11`; the year has been read.
    mutating func date(from start: Int) -> Token.Kind {
        skip { $0.isDigit || $0 == "-" || $0 == "W" || $0 == "w" }
        let written = text(from: start)
        let parts = written.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let year = Int(parts[0]) ?? 0
        if parts.count == 2, parts[1].count == 3, parts[1].first == "W" || parts[1].first == "w" {
            let week = Int(parts[1].dropFirst()) ?? 0
            guard year > 0, week >= 1, week <= CivilDate.isoWeeks(of: year), !continuesWord(at: 0) else {
                return badDate(from: start)
            }
            return .week(year: year, week: week)
        }
        let numbers = parts.dropFirst().map { Int($0) ?? 0 }
        if parts.count == 2, parts[1].count == 2, let month = numbers.first, year > 0, (1...12).contains(month) {
            return continuesWord(at: 0) ? badDate(from: start) : .month(year: year, month: month)
        }
        guard parts.count == 3, let date = CivilDate(year: year, month: numbers[0], day: numbers[1]) else {
            return badDate(from: start)
        }
        guard parts[1].count == 2, parts[2].count == 2 else {
            return badDate(from: start, fixes: [date.text])
        }
        if peek() == "T" || peek() == "t" { return time(of: date, from: start) }
        return continuesWord(at: 0) ? badDate(from: start) : .date(date)
    }

    /// `T10:00`, `T10:00:30.250`, then `Z` or `+02:00` or nothing.
    private mutating func time(of date: CivilDate, from start: Int) -> Token.Kind {
        position += 1
        guard let hour = twoDigits(below: 24), accept(":"), let minute = twoDigits(below: 60) else {
            return badDate(from: start)
        }
        var milliseconds = (hour * 60 + minute) * 60_000
        if accept(":") {
            guard let second = twoDigits(below: 60) else { return badDate(from: start) }
            milliseconds += second * 1000
            if peek() == "." {
                guard let fraction = fraction() else { return badDate(from: start) }
                milliseconds += fraction
            }
        }
        var offset: Int?
        if accept("Z") || accept("z") {
            offset = 0
        } else if let sign = peek(), sign == "+" || sign == "-" {
            guard let seconds = zoneOffset() else { return badDate(from: start) }
            offset = sign == "-" ? -seconds : seconds
        }
        guard !continuesWord(at: 0), peek() != ":" else { return badDate(from: start) }
        return .instant(LocalInstant(date: date, milliseconds: milliseconds, offset: offset))
    }

    /// `.250`: one to three digits, in milliseconds; more digits must be zero.
    private mutating func fraction() -> Int? {
        position += 1
        let digits = position
        skip(while: \.isDigit)
        let written = text(from: digits)
        guard !written.isEmpty, written.dropFirst(3).allSatisfy({ $0 == "0" }) else { return nil }
        return Int((written + "00").prefix(3))
    }

    /// `+02:00` or `+0200`, in seconds.
    private mutating func zoneOffset() -> Int? {
        position += 1
        guard let hours = twoDigits(below: 19) else { return nil }
        _ = accept(":")
        guard let minutes = twoDigits(below: 60) else { return nil }
        return (hours * 60 + minutes) * 60
    }

    private mutating func twoDigits(below limit: Int) -> Int? {
        let start = position
        skip(while: \.isDigit)
        guard position - start == 2 || position - start == 4, let value = Int(text(from: start).prefix(2)) else {
            return nil
        }
        position = start + 2
        return value < limit ? value : nil
    }

    private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        position += 1
        return true
    }

    private mutating func badDate(from start: Int, fixes: [String] = []) -> Token.Kind {
        skip { $0.continuesWord || $0 == "-" || $0 == ":" || $0 == "+" }
        return invalid(.date(text(from: start)), from: start, fixes: fixes)
    }

    /// `31.01.2026`, `1/31/2026`: understood where it can be, to offer the form that works.
    mutating func foreignDate(from start: Int) -> Token.Kind? {
        guard let separator = peek(), separator == "." || separator == "/", peek(1)?.isDigit == true else { return nil }
        let resume = position
        skip { $0.isDigit || $0 == separator }
        let parts = text(from: start).split(separator: Character(separator)).map(String.init)
        guard parts.count == 3, parts.allSatisfy({ $0.count <= 4 }), let first = Int(parts[0]),
            let second = Int(parts[1]),
            let third = Int(parts[2]), parts[0].count == 4 || parts[2].count == 4
        else {
            position = resume
            return nil
        }
        let readings: [CivilDate?] =
            parts[0].count == 4
            ? [CivilDate(year: first, month: second, day: third)]
            : [CivilDate(year: third, month: second, day: first)]
                + (separator == "/" && first != second ? [CivilDate(year: third, month: first, day: second)] : [])
        return invalid(.date(text(from: start)), from: start, fixes: readings.compactMap { $0?.text })
    }
}
