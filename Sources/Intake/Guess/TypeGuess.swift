import Customers

/// The type of a column, as its header and its values in the sample suggest it.
struct TypeGuess {
    private(set) var type = ValueType.text
    private(set) var conversion = Conversion()
    private(set) var isAmbiguousDate = false

    /// Guesses; `isTime` says that the column holds the time of the rows.
    init(_ evidence: TypeEvidence, header: String, isTime: Bool = false) {
        guard evidence.values > 0 else { return }
        let candidates = evidence.candidates
        if isTime, !candidates.isDisjoint(with: [.isoTime, .epoch]) || evidence.isMostlyTime {
            type = .timestamp
        } else if isTime || HeaderWords.namesDate(header), candidates.contains(.compactDate) {
            takeFormat([TypeEvidence.compactPattern], evidence, isTime: isTime)
        } else if evidence.saysTruth || candidates.contains(.zeroOne) && HeaderWords.namesFlag(header) {
            type = .boolean
        } else if candidates.contains(.integer) {
            type = .integer
        } else if candidates.contains(.number) {
            type = .number
        } else if candidates.contains(.commaNumber), evidence.commaTails > 0 {
            type = .number
            conversion.hasDecimalComma = true
        } else if candidates.contains(.isoDate) {
            type = .date
        } else if candidates.contains(.isoTime) {
            type = .timestamp
        } else if !evidence.formats.isEmpty {
            takeFormat(evidence.formats.map(\.pattern), evidence, isTime: isTime)
        }
    }

    /// An amount of money with the marks that the sample has.
    static func money(_ evidence: TypeEvidence) -> TypeGuess {
        var guess = TypeGuess(evidence, header: "")
        guess.type = .money
        guess.conversion = Conversion(hasDecimalComma: evidence.commaTails > 0 && evidence.pointTails == 0)
        return guess
    }

    private mutating func takeFormat(_ patterns: [String], _ evidence: TypeEvidence, isTime: Bool) {
        guard let pattern = patterns.first, let format = DateFormat(pattern) else { return }
        type = isTime || format.hasTime ? .timestamp : .date
        conversion.format = format
        isAmbiguousDate = patterns.count > 1
    }
}
