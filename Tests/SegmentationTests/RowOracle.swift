import Customers
import Filters

/// An event or order with its properties.
struct RowOracle {
    let time: Int64
    let own: [String: Value]
    let lines: [[String: Value]]?
    let now: Int64
    /// Whether an instant lies in a stretch of time, as the person's own traits bound it.
    let contains: (TimeRange, Int64) -> Bool

    func satisfies(_ predicate: Predicate?) -> Bool {
        guard let predicate else { return true }
        guard let lines, isOfLines(predicate) else { return holds(predicate, [:]) }
        return lines.contains { holds(predicate, $0) }
    }

    /// The values of a property: one at most, or one a line that satisfies the condition.
    func values(of name: String, where predicate: Predicate?) -> [Value] {
        guard let lines, isOfLine(name) else { return [own[name] ?? own[twin(of: name)]].compactMap(\.self) }
        return lines.filter { line in
            guard let predicate, isOfLines(predicate) else { return true }
            return holds(predicate, line)
        }.compactMap { $0[name] ?? $0[twin(of: name)] }
    }

    private func twin(of name: String) -> String {
        switch name {
        case "product": "product_id"
        case "cart": "cart_id"
        default: name
        }
    }

    private func isOfLines(_ predicate: Predicate) -> Bool { predicate.mentions { isOfLine($0) } }

    private func isOfLine(_ name: String) -> Bool {
        Shop.propertyTypes["orders"]?[name] == nil
            && Shop.propertyTypes["lines"]?[name == "product" ? "product_id" : name] != nil
    }

    private func holds(_ predicate: Predicate, _ line: [String: Value]) -> Bool {
        switch predicate {
        case .all(let parts): return parts.allSatisfy { holds($0, line) }
        case .any(let parts): return parts.contains { holds($0, line) }
        case .not(let part): return !holds(part, line)
        case .property(let name, let test):
            let value = lines != nil && isOfLine(name) ? line[name == "product" ? "product_id" : name] : own[name]
            if let twin = test.positiveTwin { return !holds(.property(name, twin), line) }
            if case .time(let range) = test, case .timestamp(let instant)? = value {
                return contains(range, instant.milliseconds)
            }
            return value.map { ValueOracle(now: now).passes(test, $0) } ?? false
        }
    }
}

extension Predicate {
    fileprivate func mentions(where test: (String) -> Bool) -> Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains { $0.mentions(where: test) }
        case .not(let part): part.mentions(where: test)
        case .property(let name, _): test(name)
        }
    }
}
