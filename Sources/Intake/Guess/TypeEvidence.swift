/// What the values of a column in the sample could be.
struct TypeEvidence {
    /// Types that all values so far would fit.
    struct Candidates: OptionSet {
        let rawValue: Int
        static let integer = Candidates(rawValue: 1)
        static let number = Candidates(rawValue: 2)
        static let commaNumber = Candidates(rawValue: 4)
        static let word = Candidates(rawValue: 8)
        static let zeroOne = Candidates(rawValue: 16)
        static let isoDate = Candidates(rawValue: 32)
        static let isoTime = Candidates(rawValue: 64)
        static let compactDate = Candidates(rawValue: 128)
        static let epoch = Candidates(rawValue: 256)
        static let all = Candidates(rawValue: 511)
        static let numbers: Candidates = [.integer, .number, .commaNumber]
        static let times: Candidates = [.isoDate, .isoTime, .compactDate, .epoch]
    }

    private(set) var candidates = Candidates.all
    /// Formats of dates that all values so far have.
    private(set) var formats: [DateFormat] = Self.usualFormats
    /// Values that are neither empty nor a word for a missing value.
    private(set) var values = 0
    /// Amounts that end with a comma and one, two or more than three digits, and with a point likewise.
    private(set) var commaTails = 0
    private(set) var pointTails = 0
    /// Fields that are `0`.
    private(set) var zeros = 0
    /// Values that read as ISO dates or times, whatever the others are.
    private(set) var isoTimes = 0
    /// Values with a `|` between letters or digits.
    private(set) var pipes = 0
    /// Texts that came lately: they can tell nothing new, and are counted only.
    private var recent = RecentTexts()
    /// The truth values seen, and whether one was a word of more than one letter.
    private(set) var truths: Set<Bool> = []
    private(set) var hasTruthWord = false
    /// All values so far are words for a refund.
    private var isRefunds = true
    /// A time without a zone was seen.
    private(set) var hasLocalTime = false

    private static let usualFormats: [DateFormat] = [
        "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "dd-MM-yyyy", "MM-dd-yyyy", "yyyy/MM/dd", "yyyy.MM.dd",
    ].flatMap { date in
        ["", " HH:mm", " HH:mm:ss", ", HH:mm:ss", "THH:mm:ss"].compactMap { DateFormat(date + $0) }
    }

    private static let zone = LocalTime { day, _ in .min }

    mutating func add(_ field: Field) {
        guard field.count > 0 else { return }
        if let marks = recent.marks(of: field) { return count(marks) }
        let isDashed = field.count >= 10 && field[4] == UInt8(ascii: "-")
        let times = isDashed ? Self.timeCandidates(of: field) : nil
        let marks = Self.marks(of: field, times: times)
        recent.note(field, marks)
        count(marks)
        guard marks.contains(.value) else { return }
        noteTruth(field)
        if isRefunds { isRefunds = Self.refundWords.contains(field.text.lowercased()) }
        if !formats.isEmpty { formats.removeAll { $0.read(field) == nil } }
        guard !candidates.isEmpty else { return }
        candidates.formIntersection(Self.candidates(of: field, times: times, among: candidates))
        guard candidates.contains(.isoTime), !hasLocalTime, field[field.count - 1] != UInt8(ascii: "Z") else { return }
        var parser = TimeText(format: nil, localTime: Self.zone)
        hasLocalTime = parser.parse(field) == .min
    }

    /// What a text is counted as each time that it comes.
    struct Marks: OptionSet {
        let rawValue: UInt8
        static let value = Marks(rawValue: 1)
        static let commaTail = Marks(rawValue: 2)
        static let pointTail = Marks(rawValue: 4)
        static let zero = Marks(rawValue: 8)
        static let isoTime = Marks(rawValue: 16)
        static let pipe = Marks(rawValue: 32)
    }

    private mutating func count(_ marks: Marks) {
        guard marks.contains(.value) else { return }
        values += 1
        guard marks != .value else { return }
        if marks.contains(.commaTail) { commaTails += 1 }
        if marks.contains(.pointTail) { pointTails += 1 }
        if marks.contains(.zero) { zeros += 1 }
        if marks.contains(.isoTime) { isoTimes += 1 }
        if marks.contains(.pipe) { pipes += 1 }
    }

    /// What a text is counted as; `times` are those that it can be, where it has dashes like one.
    private static func marks(of field: Field, times: Candidates?) -> Marks {
        guard !field.meansMissing else { return [] }
        var marks: Marks = .value
        if field.count == 1, field[0] == UInt8(ascii: "0") { marks.insert(.zero) }
        if let tail = tail(of: field) { marks.insert(tail) }
        if let times, !times.isDisjoint(with: [.isoDate, .isoTime]) { marks.insert(.isoTime) }
        for at in 1..<max(1, field.count - 1) where field[at] == UInt8(ascii: "|") { marks.insert(.pipe) }
        return marks
    }

    private mutating func noteTruth(_ field: Field) {
        guard candidates.contains(.word), let truth = TruthValue.words[field.text.lowercased()] else { return }
        truths.insert(truth != 0)
        if field.count > 1 { hasTruthWord = true }
    }

    /// Whether most values are ISO dates or times: the odd one is a fault of its row.
    var isMostlyTime: Bool { values > 0 && isoTimes * 2 > values }

    /// Whether one value in twenty, or more, joins several with a `|`.
    var joinsWithPipes: Bool { pipes > 0 && pipes * 20 >= values }

    /// Whether words of truth mean truth: a column of nothing but `F` may as well say a gender.
    var saysTruth: Bool { candidates.contains(.word) && (hasTruthWord || truths.count == 2) }

    /// Whether every value says that money went back.
    var saysRefund: Bool { values > 0 && isRefunds }

    private static let refundWords: Set<String> = [
        "refund", "refunds", "refunded", "return", "returns", "returned", "chargeback", "возврат", "возвраты",
        "повернення", "zwrot", "zwroty",
    ]

    private static func tail(of field: Field) -> Marks? {
        var at = field.count - 1
        while at >= 0, field[at] &- 0x30 < 10 { at -= 1 }
        let digits = field.count - 1 - at
        guard at > 0, digits > 0, digits != 3 else { return nil }
        return field[at] == UInt8(ascii: ",") ? .commaTail : field[at] == UInt8(ascii: ".") ? .pointTail : nil
    }

    private static func candidates(of field: Field, times: Candidates?, among left: Candidates) -> Candidates {
        var found: Candidates = []
        if !left.isDisjoint(with: [.word, .zeroOne]), field.count <= 12,
            TruthValue.words[field.text.lowercased()] != nil
        {
            found.insert(field[0] &- 0x30 < 10 ? .zeroOne : .word)
        }
        if !left.isDisjoint(with: .numbers) { found.formUnion(numberCandidates(of: field)) }
        if !left.isDisjoint(with: .times) { found.formUnion(times ?? timeCandidates(of: field)) }
        return found
    }

    private static func numberCandidates(of field: Field) -> Candidates {
        let sign = field[0] == UInt8(ascii: "-") ? 1 : 0
        let hasLeadingZero = field.count > sign + 1 && field[sign] == UInt8(ascii: "0") && field[sign + 1] &- 0x30 < 10
        guard field.count > sign, !hasLeadingZero, field[0] != UInt8(ascii: "+") else { return [] }
        if WholeNumber.digits(field.dropFirst(sign)) != nil { return .numbers }
        var found: Candidates = []
        if DecimalText(field, point: UInt8(ascii: ".")) != nil || isScientific(field) { found.insert(.number) }
        if DecimalText(field, point: UInt8(ascii: ",")) != nil { found.insert(.commaNumber) }
        return found
    }

    private static func timeCandidates(of field: Field) -> Candidates {
        var found: Candidates = []
        if DateText.isoDay(field) != nil { found.insert([.isoDate, .isoTime]) }
        if field.count >= 16, field[4] == UInt8(ascii: "-") {
            var parser = TimeText(format: nil, localTime: .utc)
            if parser.parse(field) != nil { found.insert(.isoTime) }
        }
        if let number = WholeNumber.canonical(field) {
            if field.count == 8, let date = compact.read(field), (-25_567...65_379).contains(date.day) {
                found.insert(.compactDate)
            }
            let seconds = field.count == 13 ? number / 1000 : number
            if field.count == 13 || field.count == 9 || field.count == 10, seconds > 300_000_000 {
                found.insert(.epoch)
            }
        }
        return found
    }

    /// Whether a number has an exponent, and a point or a sign with it, so that it is no code like `12e4`.
    private static func isScientific(_ field: Field) -> Bool {
        let hasMark = field.bytes.contains {
            $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
        }
        return hasMark && field.bytes.contains { $0 | 0x20 == UInt8(ascii: "e") }
            && DecimalNumber(hasDecimalComma: false).parse(field) != nil
    }

    static let compactPattern = "yyyyMMdd"
    private static let compact = DateFormat(compactPattern) ?? usualFormats[0]
}
