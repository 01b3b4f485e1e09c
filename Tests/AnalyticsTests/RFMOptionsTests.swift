import Analytics
import Testing

struct RFMOptionsTests {
    @Test(arguments: [-1, 0, 1, 11])
    func `refuses too few or too many groups`(groups: Int) {
        #expect(throws: RFMError.groups(groups)) { try RFMOptions(groups: groups) }
    }

    @Test func `fixed borders must fit the number of groups and rise`() {
        let borders = RFMFixedBorders(recencyDays: [1, 2], frequency: [2, 2], monetary: [5])
        #expect(throws: RFMError.borderCount(.recency, found: 2, expected: 3)) {
            try RFMOptions(groups: 4, fixedBorders: borders)
        }
        #expect(throws: RFMError.bordersNotRising(.frequency)) {
            try RFMOptions(groups: 3, fixedBorders: borders)
        }
    }

    @Test(arguments: [
        (RFMError.groups(1), "RFM takes 2 to 10 groups, not 1."),
        (
            .borderCount(.monetary, found: 1, expected: 4),
            "The monetary axis has 1 borders and needs 4, one fewer than there are groups."
        ),
        (
            .bordersNotRising(.recency),
            "The borders of the recency axis do not rise; write them from the smallest to the largest."
        ),
    ])
    func `an error says what is wrong and what to do`(error: RFMError, text: String) {
        #expect(error.description == text)
    }

    @Test func `the options of filters are those without a change`() throws {
        #expect(try RFMOptions() == .standard)
    }
}
