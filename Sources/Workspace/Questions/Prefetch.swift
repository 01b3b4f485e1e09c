import Filters
import Store
import Synchronization

extension WorkspaceState {
    /// Asks the system for the columns of the traits that a filter names, once each; from a cold store they come in one
    /// piece then, and while other work is done.
    func prefetch(_ filter: Filter) {
        for trait in filter.traits { prefetch(trait: trait) }
    }

    /// Asks the system for the column of a trait, once.
    func prefetch(trait: String) {
        if prefetched.withLock({ $0.insert(trait).inserted }) { cache.prefetch(trait: trait) }
    }
}

extension Filter {
    /// The traits that conditions on people name.
    var traits: Set<String> {
        switch self {
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.traits) }
        case .not(let part), .asOf(_, let part): part.traits
        case .trait(let name, _), .anniversary(let name, _): [name]
        default: []
        }
    }
}
