import Columnar
import Customers
import Intake
import Store

/// Turns the columns of a file into those that the store takes.
struct BatchAssembly {
    private let stored: [ColumnPlan]
    private let kind: FileKind
    /// The places of the columns that become traits or properties.
    private let properties: [Int]

    init(_ plan: FilePlan) {
        stored = plan.stored
        kind = plan.kind
        let kind = plan.kind
        properties = plan.stored.indices.filter { place in
            switch plan.stored[place].role {
            case .property: true
            case .identifier: kind == .profiles
            case .key, .eventName, .time, .ignored: false
            }
        }
    }

    /// The traits or properties, in the order in which batches bring them.
    var columns: [IncomingColumn] {
        properties.map { place in
            let plan = stored[place]
            guard case .identifier(let kind) = plan.role else {
                return IncomingColumn(name: plan.target, type: plan.type)
            }
            return IncomingColumn(name: plan.target, type: .text, identifier: kind)
        }
    }

    /// Where the file's rows go.
    var family: Family? {
        switch kind {
        case .profiles: .traits
        case .events: .events
        case .orders: .orders
        case .orderLines: .lines
        case .products, .consents: nil
        }
    }

    /// The rows of a batch as the store takes them.
    func incoming(_ batch: IntakeBatch) -> IncomingBatch {
        var incoming = IncomingBatch(
            rows: batch.rows, identifiers: [], time: nil, eventName: nil, key: nil, hashes: batch.rowHashes,
            properties: properties.map { batch.columns[$0] })
        for (plan, column) in zip(stored, batch.columns) {
            switch plan.role {
            case .identifier(let kind): incoming.identifiers.append((kind, column))
            case .key: incoming.key = column
            case .eventName: incoming.eventName = column
            case .time: incoming.time = column
            case .property, .ignored: continue
            }
        }
        incoming.identifiers = incoming.identifiers.enumerated()
            .sorted { (Self.rank($0.element.kind), $0.offset) < (Self.rank($1.element.kind), $1.offset) }.map(\.element)
        return incoming
    }

    /// Ids tell more than addresses, which people share.
    private static func rank(_ kind: String) -> Int {
        switch kind {
        case "email": 2
        case "phone": 3
        case let kind where kind.contains("device") || kind.contains("anonymous") || kind.contains("cookie"): 1
        default: 0
        }
    }
}
