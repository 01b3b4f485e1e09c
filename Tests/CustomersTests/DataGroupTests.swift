import Customers
import Testing

struct DataGroupTests {
    @Test(arguments: [
        ("first_name", ValueType.text, false, DataGroup.identification), ("loyalty", .text, true, .identification),
        ("email", .text, false, .identification), ("birth_date", .date, false, .socioDemographic),
        ("city", .text, false, .socioDemographic), ("Miasto", .text, false, .socioDemographic),
        ("пол", .text, false, .socioDemographic), ("shoe_size", .number, false, .quantitative),
        ("subscribed_at", .timestamp, false, .quantitative), ("bonus", .money, false, .quantitative),
        ("interests", .list, false, .qualitative), ("favourite_colour", .text, false, .qualitative),
        ("capacity", .text, false, .qualitative), ("email_consent", .boolean, false, .quantitative),
    ])
    func `a trait falls into one of four groups`(name: String, type: ValueType, isIdentifier: Bool, group: DataGroup) {
        #expect(DataGroup(trait: name, type: type, isIdentifier: isIdentifier) == group)
    }
}
