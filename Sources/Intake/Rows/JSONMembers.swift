/// The names of the members of a file's objects, nested ones with dots between, and the column of each.
final class JSONMembers {
    private(set) var names: [String] = []
    /// Columns in which arrays were seen.
    private(set) var lists: Set<Int> = []
    /// Names met that have no column, once columns are fixed.
    private(set) var unplanned: [String] = []
    private var paths: [[UInt8]] = []
    private var columns: [[UInt8]: Int] = [:]
    private var known: Set<[UInt8]> = []
    private let isOpen: Bool
    /// Members mostly come in one order, so the next is tried first.
    private var expected = 0

    /// - Parameter names: the columns; nil to make a column of every name that comes.
    init(_ names: [String]?) {
        isOpen = names == nil
        for name in names ?? [] { add(Array(name.utf8)) }
    }

    private func add(_ path: [UInt8]) {
        columns[path] = names.count
        names.append(String(decoding: path, as: UTF8.self))
        paths.append(path)
    }

    /// The column of a member, or nil if it has none.
    func column(of path: [UInt8]) -> Int? {
        if expected < paths.count, paths[expected] == path {
            expected += 1
            return expected - 1
        }
        if let column = columns[path] {
            expected = column + 1
            return column
        }
        if isOpen, names.count < 4096 {
            add(path)
            return names.count - 1
        }
        if known.count < 1024, known.insert(path).inserted { unplanned.append(String(decoding: path, as: UTF8.self)) }
        return nil
    }

    func noteList(in column: Int) {
        lists.insert(column)
    }

    /// The names met since the last call that have no column.
    func takeUnplanned() -> [String] {
        defer { unplanned = [] }
        return unplanned
    }

    func beginRow() { expected = 0 }
}
