import Analytics
import Terminal

/// The squares of recency and frequency, and the named groups, summed up from the cells.
struct RFMSquares: Hashable, Sendable {
    /// One recency with one frequency, over all monetary scores.
    struct Square: Hashable, Sendable {
        var profiles = 0
        var revenueMinor: Int64 = 0
        /// People by monetary score, from 1.
        var byMonetary: [Int] = []
        /// Named groups within, with their people.
        var groups: [RFMGroup: Int] = [:]

        /// Revenue a person; 0 where there is nobody.
        var averageMinor: Int64 { profiles == 0 ? 0 : revenueMinor / Int64(profiles) }
    }

    /// A named group over all squares.
    struct Group: Hashable, Sendable {
        let group: RFMGroup
        var profiles = 0
        var revenueMinor: Int64 = 0
        /// The squares that hold some of its people, as columns and rows of the heat map.
        var places: Set<Position> = []
    }

    /// Scores on every axis.
    private(set) var scores = 5
    private var squares: [Square] = []
    /// The largest first.
    private(set) var groups: [Group] = []
    private(set) var buyers = 0
    private(set) var revenueMinor: Int64 = 0

    init() {}

    init(_ grid: RFMFigures) {
        buyers = grid.buyers
        scores = grid.groups
        squares = Array(repeating: Square(byMonetary: Array(repeating: 0, count: scores)), count: scores * scores)
        var groups: [RFMGroup: Group] = [:]
        for cell in grid.cells {
            guard let index = index(cell.recency, cell.frequency), (1...scores).contains(cell.monetary) else {
                continue
            }
            squares[index].profiles += cell.profiles
            squares[index].revenueMinor += cell.revenueMinor
            squares[index].byMonetary[cell.monetary - 1] += cell.profiles
            squares[index].groups[cell.group, default: 0] += cell.profiles
            revenueMinor += cell.revenueMinor
            groups[cell.group, default: Group(group: cell.group)].profiles += cell.profiles
            groups[cell.group]?.revenueMinor += cell.revenueMinor
            groups[cell.group]?.places.insert(place(cell.recency, cell.frequency))
        }
        self.groups = groups.values.sorted { ($1.profiles, $0.group.code) < ($0.profiles, $1.group.code) }
    }

    /// The square of two scores; an empty one beyond those there are.
    subscript(recency: Int, frequency: Int) -> Square {
        index(recency, frequency).map { squares[$0] } ?? Square()
    }

    /// Where the heat map shows two scores: the best recency on top, the best frequency right.
    func place(_ recency: Int, _ frequency: Int) -> Position {
        Position(column: frequency - 1, row: scores - recency)
    }

    private func index(_ recency: Int, _ frequency: Int) -> Int? {
        guard !squares.isEmpty, (1...scores).contains(recency), (1...scores).contains(frequency) else { return nil }
        return (scores - recency) * scores + frequency - 1
    }

    /// The scores from the best to the worst, as rows stand.
    var best: ReversedCollection<ClosedRange<Int>> { (1...scores).reversed() }

    /// The people as rows of a sheet.
    var tabbed: String {
        let header = ([""] + (1...scores).map { "F\($0)" }).joined(separator: "\t")
        let rows = best.map { recency in
            (["R\(recency)"] + (1...scores).map { "\(self[recency, $0].profiles)" }).joined(separator: "\t")
        }
        return ([header] + rows).joined(separator: "\n")
    }
}
