import Analytics
import Terminal

/// The 25 squares of recency and frequency, and the named groups, summed up from the 125 cells.
struct RFMSquares: Hashable, Sendable {
    /// One recency with one frequency, over all monetary scores.
    struct Square: Hashable, Sendable {
        var profiles = 0
        var revenueMinor: Int64 = 0
        /// People by monetary score, from 1.
        var byMonetary = [0, 0, 0, 0, 0]
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

    private var squares = [Square](repeating: Square(), count: 25)
    /// The largest first.
    private(set) var groups: [Group] = []
    private(set) var buyers = 0
    private(set) var revenueMinor: Int64 = 0

    init() {}

    init(_ grid: RFMFigures) {
        buyers = grid.buyers
        var groups: [RFMGroup: Group] = [:]
        for cell in grid.cells {
            guard let index = Self.index(cell.recency, cell.frequency), (1...5).contains(cell.monetary) else {
                continue
            }
            squares[index].profiles += cell.profiles
            squares[index].revenueMinor += cell.revenueMinor
            squares[index].byMonetary[cell.monetary - 1] += cell.profiles
            squares[index].groups[cell.group, default: 0] += cell.profiles
            revenueMinor += cell.revenueMinor
            groups[cell.group, default: Group(group: cell.group)].profiles += cell.profiles
            groups[cell.group]?.revenueMinor += cell.revenueMinor
            groups[cell.group]?.places.insert(Self.place(cell.recency, cell.frequency))
        }
        self.groups = groups.values.sorted { ($1.profiles, $0.group.code) < ($0.profiles, $1.group.code) }
    }

    /// The square of two scores; an empty one beyond 1 to 5.
    subscript(recency: Int, frequency: Int) -> Square {
        Self.index(recency, frequency).map { squares[$0] } ?? Square()
    }

    /// Where the heat map shows two scores: the best recency on top, the best frequency right.
    static func place(_ recency: Int, _ frequency: Int) -> Position {
        Position(column: frequency - 1, row: 5 - recency)
    }

    private static func index(_ recency: Int, _ frequency: Int) -> Int? {
        guard (1...5).contains(recency), (1...5).contains(frequency) else { return nil }
        return (5 - recency) * 5 + frequency - 1
    }

    /// The people as rows of a sheet.
    var tabbed: String {
        let rows = (1...5).reversed().map { recency in
            (["R\(recency)"] + (1...5).map { "\(self[recency, $0].profiles)" }).joined(separator: "\t")
        }
        return ((["\tF1\tF2\tF3\tF4\tF5"]) + rows).joined(separator: "\n")
    }
}
