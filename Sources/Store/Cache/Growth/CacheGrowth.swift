import Columnar
import GRDB

/// Adds to derived columns what imports have brought since they were built.
///
/// Only what came is read; what the columns held before is shared with everybody who has them open.
struct CacheGrowth {
    let source: CacheSource
    /// The imports that came since.
    let imports: Set<Int>
    let sections: GrownSections
    /// Where scratch files go.
    let folder: String

    var catalogue: ColumnCatalogue { source.catalogue }

    /// - Throws: where an import was taken back since, or a trait that the columns know became an identifier.
    init(_ base: StoreCache, to source: CacheSource, version: Int, folder: String) throws {
        self.source = source
        self.folder = folder
        let finished = source.history.imports
        let covered = Set(base.directory.imports)
        guard base.directory.undone == source.undone, covered.isSubset(of: finished) else {
            throw GrowthRefusal("an import has been taken back")
        }
        let plain = Set(base.directory.plainTraits)
        guard
            !source.catalogue.properties(of: .traits).contains(where: { $0.identifier != nil && plain.contains($0.id) })
        else { throw GrowthRefusal("a trait has become an identifier") }
        imports = Set(finished).subtracting(covered)
        sections = GrownSections(base)
        sections.directory.version = version
        sections.directory.imports = finished
        sections.directory.records = source.records
    }

    /// Rows that came since, all families together.
    ///
    /// - Complexity: O(their blocks)
    func rows() throws -> Int {
        var rows = 0
        for family in Family.allCases { rows += try reader(of: family).rows }
        return rows
    }

    /// The columns with what came since.
    ///
    /// The rows are read by one thread; the tables then grow on two.
    /// - Throws: `GrowthRefusal` where they cannot hold it.
    func grown() throws -> StoreCache {
        var existence = ExistenceGrowth()
        try TraitGrowth(self).grow(&existence)
        let (orders, late) = try SharedGrowth(self, existence).grow(sections)
        growSets()
        try CoverageGrowth(growth: self, newKeys: orders.newKeys, grown: Set(late.keys)).mark()
        let keys = KeyGrowth(self)
        let identifiers = try keys.identifiers()
        return StoreCache(
            growing: sections.base, directory: sections.directory,
            growth: .init(
                file: sections.base.directory, sections: sections.sections, lateEvents: late, lateOrders: orders.late,
                identifiers: identifiers, orders: orders.hashes, keys: try keys.keys()))
    }

    /// Sets of records that nothing came into cover all records too.
    private func growSets() {
        let words = (sections.directory.records + 63) / 64
        for name in ["order/every", "order/every.purchase"] + sections.directory.tables.map({ $0.prefix + "#every" })
        where sections.lane(name, UInt64.self)?.count != words {
            sections.insert(EmptyCollection(), into: name, rows: sections.directory.records)
        }
    }

    /// Reads the rows of a family that came since.
    func reader(of family: Family) throws -> ArrivalReader {
        ArrivalReader(try ChunkReader(family, catalogue: catalogue, in: source.db, imports: imports))
    }
}
