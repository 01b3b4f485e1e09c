import Customers
import Intake
import Phrases
import Testing

/// Why a row is set aside is said in the language of the interface; files of rejects and scripts have the English.
struct RejectTests {
    private typealias Case = (reason: Reject.Reason, english: String, shown: [String])

    private static let rows: [Case] = [
        (.tooFewFields(1, expected: 5), "The row has 1 fields where 5 were expected.", ["1", "5"]),
        (.tooManyFields(7, expected: 5), "The row has 7 fields where 5 were expected.", ["7", "5"]),
        (.unclosedQuote(line: 12), "A quote opened on line 12 is never closed.", ["12"]),
        (.textAfterQuote(line: 12), "Text follows the closing quote of a field that opened on line 12.", ["12"]),
        (.rowTooLong(limit: 1024), "The row is longer than 1024 bytes.", ["1024"]),
        (.zeroByte, "The row holds a zero byte.", []),
        (.invalidUTF8(byte: 0xFF, offset: 1), "Byte 2 of the row, 0xFF, is not valid UTF-8.", ["2", "0xFF", "UTF-8"]),
        (.noIdentifier, "The row names no customer.", []),
        (
            .missing(.rate(of: "USD", on: CivilDate(dayNumber: 20_090))),
            "The row has no rate of USD for 2025-01-02.", ["USD", "2025-01-02"]
        ),
    ]

    private static let lacks: [RowLack: String] = [
        .eventName: "event name", .time: "time", .orderDate: "order date", .orderID: "order id",
        .productID: "product id", .identifier: "identifier", .channel: "channel", .state: "state",
    ]

    private static let types: [ValueType: String] = [
        .text: "a text", .number: "a number", .integer: "a whole number", .boolean: "true or false", .date: "a date",
        .timestamp: "a time", .money: "an amount of money", .list: "a list",
    ]

    private static let faults: [JSONFault: String] = [
        .notAnObject: "a line must be one object", .unexpected: "this is not JSON",
        .badString: "a text is not well formed", .badNumber: "a number is not well formed",
        .trailing: "something follows the object", .tooDeep: "objects are nested more than 32 deep",
        .duplicate: "a member stands twice", .arrayOfObjects: "arrays of objects are not supported",
        .mixedArray: "arrays in arrays are not supported",
    ]

    private typealias Parted = (reason: Reject.Reason, english: String, part: String)

    /// The reasons that hold a part in words, with that part in English.
    private static let parted: [Parted] = {
        var all: [Parted] = []
        for (lack, words) in lacks { all.append((.missing(lack), "The row has no \(words).", words)) }
        for (type, words) in types { all.append((.misfit(type), "The value is not \(words).", words)) }
        for (fault, words) in faults { all.append((.json(fault, column: 8), "At byte 8 \(words).", words)) }
        return all
    }()

    @Test func `every reason has its English sentence`() {
        #expect(Self.types.count == ValueType.allCases.count)
        #expect(Self.faults.count == JSONFault.allCases.count)
        for (reason, english, _) in Self.rows { #expect(reason.description == english) }
        for (reason, english, _) in Self.parted { #expect(reason.description == english) }
    }

    @Test(arguments: [Language.polish, .russian])
    func `every reason has a sentence of its own in another language, with what was found`(language: Language) {
        let catalogue = Catalogue(of: language)
        for (reason, english, shown) in Self.rows {
            let sentence = catalogue.text(reason.phrase)
            #expect(sentence != english)
            #expect(sentence.hasSuffix("."), "\(sentence)")
            #expect(!sentence.contains(/%[1-9]/), "\(sentence)")
            for words in shown { #expect(sentence.contains(words), "\(sentence) lacks \(words)") }
        }
    }

    @Test(arguments: [Language.polish, .russian])
    func `what is lacking, of another type or no JSON is said in the language too`(language: Language) {
        let catalogue = Catalogue(of: language)
        var sentences: Set<String> = []
        for (reason, english, part) in Self.parted {
            let sentence = catalogue.text(reason.phrase)
            #expect(sentence != english)
            #expect(!sentence.contains(part), "\(sentence)")
            #expect(!sentence.contains(/%[1-9]/), "\(sentence)")
            sentences.insert(sentence)
        }
        #expect(sentences.count == Self.parted.count)
    }

    @Test func `the place stands before the reason`() {
        let cell = Reject(line: 5, column: "when", reason: .misfit(.timestamp), raw: "x")
        #expect(cell.phrase.description == "Line 5, ‘when’: The value is not a time.")
        #expect(Catalogue.polish.text(cell.phrase) == "Linia 5, ‘when’: Wartość nie pasuje do typu: czas.")
        let row = Reject(line: 9, column: nil, reason: .noIdentifier, raw: "x")
        #expect(row.phrase.description == "Line 9: The row names no customer.")
        #expect(Catalogue.russian.text(row.phrase) == "Строка 9: В строке не назван клиент.")
    }

    @Test func `a column's name keeps what looks like the place of an argument`() {
        let reject = Reject(line: 5, column: "%1 %3", reason: .zeroByte, raw: "x")
        #expect(reject.phrase.description == "Line 5, ‘%1 %3’: The row holds a zero byte.")
    }
}
