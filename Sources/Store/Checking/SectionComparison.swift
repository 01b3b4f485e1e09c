import Columnar

/// Compares the files of two caches of one store section by section.
struct SectionComparison {
    private let known: StoreCache
    private let fresh: StoreCache

    init(_ known: StoreCache, _ fresh: StoreCache) {
        self.known = known
        self.fresh = fresh
    }

    /// The names of the sections that are not the same in both, in order.
    var differences: [String] {
        Set(fresh.directory.sections.keys).union(known.directory.sections.keys).sorted().filter { name in
            guard let mine = known.bytes(of: name), let others = fresh.bytes(of: name), mine.count == others.count
            else { return true }
            return !mine.withValues { mine in others.withValues { mine.elementsEqual($0) } }
        }
    }
}

extension StoreCache {
    fileprivate func bytes(of name: String) -> Lane<UInt8>? {
        guard let section = directory.sections[name], section.offset <= region.byteCount,
            section.count * section.width <= region.byteCount - section.offset
        else { return nil }
        return Lane(region, offset: section.offset, count: section.count * section.width)
    }
}
