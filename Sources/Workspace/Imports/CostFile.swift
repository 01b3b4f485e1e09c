public import Customers
import Foundation
import Intake

/// What campaigns cost as a whole, from a file of campaigns and costs in whatever form the import reads.
public struct CostFile: Sendable {
    /// Minor units by campaign.
    public let costs: [String: Int64]

    /// A file that tells no costs.
    public enum Problem: Error, Equatable, CustomStringConvertible {
        case noColumns(path: String)
        case row(line: Int, reason: String)

        public var description: String {
            switch self {
            case .noColumns(let path): "The file \(path) has no columns campaign and cost."
            case .row(let line, let reason): "Line \(line) of the costs: \(reason)"
            }
        }
    }

    /// Reads a file with the columns `campaign` and `cost`, or with these two and no header.
    ///
    /// - Throws: `IntakeError`, `Problem`.
    public init(path: String, currency: Currency) throws {
        let plan = try Self.plan(of: path)
        let reader = try IntakeReader(
            path: path, plan: plan, conventions: Conventions(currencyDigits: currency.fractionDigits))
        let rows = TableRows(plan)
        var costs: [String: Int64] = [:]
        while let batch = try reader.next() {
            if let reject = batch.rejects.first {
                throw Problem.row(line: reject.line, reason: reject.reason.description)
            }
            for (number, row) in rows.texts(batch).enumerated() {
                guard let campaign = row["campaign"], let cost = row["cost"].flatMap({ Int64($0) }) else {
                    throw Problem.row(line: batch.lines[number], reason: "It names no campaign with its cost.")
                }
                costs[campaign] = cost
            }
        }
        self.costs = costs
    }

    private static func plan(of path: String) throws -> FilePlan {
        let guess = try FilePlan.draft(path, as: .products, mapping: Mapping()).plan
        let places = ["campaign", "cost"].compactMap { name in
            guess.columns.first { $0.header.lowercased() == name || $0.header.lowercased() == name + "_id" }
        }
        if places.count == 2 { return plan(guess, places[0], places[1]) }
        // Without names two columns can only be these.
        let bare = try FilePlan.draft(path, as: .products, mapping: Mapping(header: false)).plan
        guard bare.columns.count == 2, guess.columns[1].header.contains(where: \.isNumber) else {
            throw Problem.noColumns(path: path)
        }
        return plan(bare, bare.columns[0], bare.columns[1])
    }

    private static func plan(_ guess: FilePlan, _ campaign: ColumnPlan, _ cost: ColumnPlan) -> FilePlan {
        let columns = guess.columns.map { column in
            switch column.header {
            case campaign.header:
                ColumnPlan(source: column.source, header: column.header, target: "campaign")
            case cost.header:
                ColumnPlan(
                    source: column.source, header: column.header, target: "cost", type: .money,
                    conversion: Conversion(hasDecimalComma: column.conversion.hasDecimalComma))
            default:
                ColumnPlan(source: column.source, header: column.header, target: column.header, role: .ignored)
            }
        }
        return FilePlan(kind: .products, source: guess.source, format: guess.format, columns: columns)
    }
}
