import Columnar
import Customers
import Filters

extension ColumnValue {
    /// What holds of this value and of no other; none for one that a filter cannot write.
    ///
    /// `fractionDigits`: decimals of the workspace's currency.
    func test(fractionDigits: Int) -> ValueTest? {
        switch self {
        case .text(let text): .exactly(text)
        case .integer(let number, .boolean): .compare(.equal, .boolean(number != 0))
        case .integer(let number, .date): .compare(.equal, .date(CivilDate(dayNumber: Int32(clamping: number))))
        case .integer(let number, .timestamp):
            .compare(.equal, .instant(LocalInstant(Instant(milliseconds: number))))
        case .integer(let number, .money):
            .compare(.equal, .number(DecimalLiteral(coefficient: number, fractionDigits: fractionDigits)))
        case .integer(let number, .integer): .compare(.equal, .number(DecimalLiteral(coefficient: number)))
        case .number(let number): DecimalLiteral(written: "\(number)").map { .compare(.equal, .number($0)) }
        case .list: nil
        }
    }
}
