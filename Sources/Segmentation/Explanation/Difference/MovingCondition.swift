import Customers
import Filters

/// A condition of a filter that is asked at another date when the filter is.
struct MovingCondition: Hashable {
    let condition: Filter
    /// The dates at which it is asked when the filter is asked at the earlier and at the later of two dates.
    let earlier: Instant
    let later: Instant
}

extension Filter {
    /// The conditions whose answers may differ, in reading order with all places of each; equal ones at equal dates are one.
    func movingConditions(
        _ earlier: Plan, _ later: Plan
    ) -> [(condition: MovingCondition, paths: Set<[Int]>)] {
        var found: [(condition: MovingCondition, paths: Set<[Int]>)] = []
        func collect(_ filter: Filter, _ path: [Int], _ node: Plan.Node, _ before: Instant, _ after: Instant) {
            switch (filter, node) {
            case (.asOf(_, let operand), .asOf(let other, let part)):
                guard case .asOf(let date, _)? = later.root[path] else { return }
                collect(operand, path + [0], part, other, date)
            case (.all(let operands), .all(let parts)), (.any(let operands), .any(let parts)):
                for (number, operand) in operands.enumerated() {
                    collect(operand, path + [number], parts[number], before, after)
                }
            case (.not(let operand), .not(let part)): collect(operand, path + [0], part, before, after)
            default:
                guard before != after else { return }
                let condition = MovingCondition(condition: filter, earlier: before, later: after)
                if let known = found.firstIndex(where: { $0.condition == condition }) {
                    found[known].paths.insert(path)
                } else {
                    found.append((condition, [path]))
                }
            }
        }
        collect(self, [], earlier.root, earlier.asOf, later.asOf)
        return found
    }

    /// The filter with other filters in some places.
    func replacing(_ paths: Set<[Int]>, by replacement: Filter) -> Filter {
        replacing(paths, by: replacement, at: [])
    }

    private func replacing(_ paths: Set<[Int]>, by replacement: Filter, at path: [Int]) -> Filter {
        if paths.contains(path) { return replacement }
        let operands = operands.enumerated().map { $1.replacing(paths, by: replacement, at: path + [$0]) }
        switch self {
        case .all: return .all(operands)
        case .any: return .any(operands)
        case .not: return operands.first.map(Filter.not) ?? self
        case .asOf(let point, _): return operands.first.map { .asOf(point, $0) } ?? self
        default: return self
        }
    }
}

extension Plan.Node {
    /// What stands at a path.
    fileprivate subscript(path: [Int]) -> Plan.Node? {
        var node = self
        for step in path {
            switch node {
            case .all(let parts), .any(let parts):
                guard parts.indices.contains(step) else { return nil }
                node = parts[step]
            case .not(let part), .asOf(_, let part): node = part
            case .leaf: return nil
            }
        }
        return node
    }
}
