import Columnar

/// Why derived columns cannot take what came since they were built, so that they are to be built anew.
struct GrowthRefusal: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

/// A section that is not where the cache's file has it: mostly in memory of our own.
struct GrownSection: Sendable {
    let region: Region
    var offset = 0
    let count: Int
    let width: Int

    func lane<Element: BitwiseCopyable & Sendable>(_: Element.Type = Element.self) -> Lane<Element>? {
        width == MemoryLayout<Element>.stride ? Lane(region, offset: offset, count: count) : nil
    }

    /// The bytes of the first elements.
    func bytes(ofFirst elements: Int) -> Range<Int> { offset..<offset + min(count, elements) * width }
}

/// The sections of a cache that are other than those in its file, because rows have come since.
final class GrownSections {
    let base: StoreCache
    var directory: CacheDirectory
    private(set) var sections: [String: GrownSection] = [:]
    private var dropped: Set<String> = []
    /// Values that may still be moved to make room.
    private var moves = GrownSections.mostMoves

    private static let mostMoves = 8_000_000

    init(_ base: StoreCache) {
        self.base = base
        directory = base.directory
    }

    /// What a thread of its own has grown beside these sections.
    struct Branch: Sendable {
        fileprivate let sections: [String: GrownSection]
        fileprivate let dropped: Set<String>
        fileprivate let moved: Int
        let directory: CacheDirectory
    }

    /// Sections that another thread may grow from the same file: those of other tables than everybody else grows.
    static func branch(of base: StoreCache, _ directory: CacheDirectory) -> GrownSections {
        let branch = GrownSections(base)
        branch.directory = directory
        return branch
    }

    /// What has been grown, to be handed to the thread that began it.
    var branch: Branch {
        Branch(sections: sections, dropped: dropped, moved: Self.mostMoves - moves, directory: directory)
    }

    /// Takes what another thread has grown; what its directory says of that is for the caller to take.
    ///
    /// - Throws: where building anew would have been less work.
    func merge(_ branch: Branch) throws(GrowthRefusal) {
        for name in branch.dropped { drop(name) }
        sections.merge(branch.sections) { $1 }
        try spend(branch.moved)
    }

    /// Whether there is a section.
    func has(_ name: String) -> Bool { section(name) != nil }

    /// A section as it is now.
    private func section(_ name: String) -> GrownSection? {
        if let grown = sections[name] { return grown }
        guard !dropped.contains(name), let section = base.directory.sections[name],
            section.offset + section.count * section.width <= base.region.byteCount
        else { return nil }
        return GrownSection(
            region: base.region, offset: section.offset, count: section.count, width: section.width)
    }

    /// Takes a section as it is in the file, zeroes where it is not there, with zeroes behind it, and lets `change` change it.
    ///
    /// - `count`: the elements after; fewer than before cuts the section.
    func grow<Element: BitwiseCopyable & Sendable>(
        _ name: String, to count: Int, _ change: (UnsafeMutableBufferPointer<Element>) -> Void
    ) {
        let width = MemoryLayout<Element>.stride
        let known = section(name).flatMap { $0.width == width ? $0 : nil }
        let region = Region(
            copying: known?.region ?? base.region, known?.bytes(ofFirst: count) ?? 0..<0, grownTo: count * width
        ) { change($0.bindMemory(to: Element.self)) }
        put(name, region, count: count, width: width)
    }

    /// Puts values in the place of a section.
    func write<Element: BitwiseCopyable & Sendable>(_ name: String, _ values: [Element]) {
        let width = MemoryLayout<Element>.stride
        let region = Region(byteCount: values.count * width) { memory in
            values.withUnsafeBytes { memory.copyMemory(from: $0) }
        }
        put(name, region, count: values.count, width: width)
    }

    private func put(_ name: String, _ region: Region, count: Int, width: Int) {
        sections[name] = GrownSection(region: region, count: count, width: width)
    }

    /// Leaves a section out.
    func drop(_ name: String) {
        sections[name] = nil
        directory.sections[name] = nil
        dropped.insert(name)
    }

    func lane<Element: BitwiseCopyable & Sendable>(_ name: String, _: Element.Type = Element.self) -> Lane<Element>? {
        section(name)?.lane()
    }

    /// Says that rows are going to be moved.
    ///
    /// - Throws: where building anew would be less work.
    func spend(_ splice: RowSplice, columns: Int) throws(GrowthRefusal) {
        try spend((splice.oldCount - splice.firstMoved) * columns)
    }

    private func spend(_ moved: Int) throws(GrowthRefusal) {
        moves -= moved
        guard moves >= 0 else { throw GrowthRefusal("rows came too late") }
    }

    /// A column as it is now.
    func column(_ entry: CacheDirectory.ColumnEntry) -> Column? {
        StoreCache(
            growing: base, directory: directory,
            growth: .init(
                file: base.directory, sections: sections, lateEvents: [:], lateOrders: nil, identifiers: [:],
                orders: nil, keys: [:])
        ).column(entry)
    }

    /// Lets a column have the codebook that another has.
    func shareBook(of prefix: String, with other: String) {
        for part in ["/book.bytes", "/book.ends"] { sections[other + part] = section(prefix + part) }
    }

    /// Sets bits of a set of rows, which covers more rows than before.
    func insert(_ rows: some Sequence<Int>, into name: String, rows count: Int) {
        grow(name, to: (count + 63) / 64) { (words: UnsafeMutableBufferPointer<UInt64>) in
            for row in rows { words[row >> 6] |= 1 << UInt64(row & 63) }
        }
    }
}
