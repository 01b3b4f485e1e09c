import Customers
import Terminal

/// Who entered, left and stayed, as JSON; every count has the filter that gives its people at the second date.
struct DifferenceJSON: Encodable {
    /// The dates or versions that are compared.
    struct Stretch {
        let from: Instant?
        let to: Instant
        let versions: [Int]?
    }

    struct People: Encodable {
        let count: Int
        let filter: String

        init(_ people: CountedFilter) { (count, filter) = (people.count, people.filter) }
    }

    struct Cause: Encodable {
        let text: String
        let needed, alone: People

        init(_ cause: SegmentDifference.Cause) {
            text = cause.text
            (needed, alone) = (People(cause.needed), People(cause.alone))
        }
    }

    struct Because: Encodable {
        let appeared, several, anyway: People
        let conditions: [Cause]

        init(_ move: SegmentDifference.Move) {
            (appeared, several, anyway) = (People(move.appeared), People(move.several), People(move.anyway))
            conditions = move.causes.map(Cause.init)
        }
    }

    let from: String?
    let to: String
    let versions: [Int]?
    let entered, left, stayed: Int
    let enteredFilter, leftFilter, stayedFilter: String
    let enteredBecause, leftBecause: Because?

    init(_ difference: SegmentDifference, _ stretch: Stretch) {
        from = stretch.from?.description
        to = stretch.to.description
        versions = stretch.versions
        (entered, enteredFilter) = (difference.entered.all.count, difference.entered.all.filter)
        (left, leftFilter) = (difference.left.all.count, difference.left.all.filter)
        (stayed, stayedFilter) = (difference.stayed.count, difference.stayed.filter)
        enteredBecause = stretch.versions == nil ? Because(difference.entered) : nil
        leftBecause = stretch.versions == nil ? Because(difference.left) : nil
    }
}

/// Who entered, left and stayed, for people.
struct DifferenceText {
    let difference: SegmentDifference

    static let header = ["what", "because", "people", "alone", "filter"]

    /// A row a figure.
    var rows: [[String]] {
        moves.flatMap { name, move in
            [[name, "", "\(move.all.count)", "", move.all.filter]]
                + (move.appeared.count > 0
                    ? [[name, "new people", "\(move.appeared.count)", "", move.appeared.filter]] : [])
                + move.causes.map { [name, $0.text, "\($0.needed.count)", "\($0.alone.count)", $0.needed.filter] }
                + (move.causes.isEmpty
                    ? []
                    : [
                        [name, "several conditions at once", "\(move.several.count)", "", move.several.filter],
                        [name, "no single condition", "\(move.anyway.count)", "", move.anyway.filter],
                    ])
        } + [["stayed", "", "\(difference.stayed.count)", "", difference.stayed.filter]]
    }

    private var moves: [(String, SegmentDifference.Move)] {
        [("entered", difference.entered), ("left", difference.left)]
    }

    func print(_ stretch: DifferenceJSON.Stretch) {
        if let versions = stretch.versions {
            Printer.line("From version \(versions[0]) to version \(versions[1]), as of \(stretch.to)")
        } else if let from = stretch.from {
            Printer.line("From \(from) to \(stretch.to)")
        }
        var table = TextTable([("what", .left), ("people", .right), ("by this alone", .right)])
        for row in rows {
            let isCause = !row[1].isEmpty
            table.append([
                isCause ? "  " + row[1] : row[0], Numbers.grouped(Int(row[2]) ?? 0),
                Int(row[3]).map { Numbers.grouped($0) } ?? "",
            ])
        }
        table.print()
        for (name, filter) in [
            ("entered", difference.entered.all.filter), ("left", difference.left.all.filter),
            ("stayed", difference.stayed.filter),
        ] { Printer.line("\(name): \(Drawing.unicode.safe(filter))") }
        Printer.note("The filters give these people as of \(stretch.to); --format json has one for every figure.")
    }
}
