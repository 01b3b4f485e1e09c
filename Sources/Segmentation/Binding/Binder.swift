import Columnar
import Customers
import Filters
import Phrases

/// Finds what the names of a filter mean in a population, and fixes its times.
struct Binder {
    let population: Population
    let options: Evaluator.Options
    let derived: DerivedColumns
    let local: LocalTime

    /// Binds a filter that stands at a path of the whole, as it is asked at an instant.
    func bind(_ filter: Filter, asOf instant: Instant, path: [Int]) throws(BindingError) -> Plan.Node {
        switch filter {
        case .all(let operands): return .all(try bind(operands, asOf: instant, path: path))
        case .any(let operands): return .any(try bind(operands, asOf: instant, path: path))
        case .not(let operand): return .not(try bind(operand, asOf: instant, path: path + [0]))
        case .asOf(let point, let operand):
            let other = try at(path) { () throws(BindingError.Reason) -> Instant in
                try self.instant(point, seenFrom: instant)
            }
            return .asOf(other, try bind(operand, asOf: other, path: path + [0]))
        default:
            let condition = try at(path) { () throws(BindingError.Reason) -> Plan.Condition in
                try self.condition(filter, times: times(seenFrom: instant))
            }
            return .leaf(Plan.Leaf(filter: filter, condition: condition))
        }
    }

    private func bind(_ operands: [Filter], asOf instant: Instant, path: [Int]) throws(BindingError) -> [Plan.Node] {
        var nodes: [Plan.Node] = []
        for (number, operand) in operands.enumerated() {
            nodes.append(try bind(operand, asOf: instant, path: path + [number]))
        }
        return nodes
    }

    private func at<Result>(
        _ path: [Int], _ body: () throws(BindingError.Reason) -> Result
    ) throws(BindingError) -> Result {
        do throws(BindingError.Reason) {
            return try body()
        } catch {
            throw BindingError(error, at: path)
        }
    }

    private func condition(_ filter: Filter, times: TimeBinder) throws(BindingError.Reason) -> Plan.Condition {
        switch filter {
        case .trait(let name, let test): return try trait(name, test, times)
        case .anniversary(let trait, let span): return try anniversary(of: trait, next: span, times)
        case .performed(let performance): return try performed(performance, times)
        case .occurrence(let occurrence): return try self.occurrence(occurrence, times)
        case .sequence(let sequence): return try self.sequence(sequence, times)
        case .habit(let habit): return try self.habit(habit, times)
        case .change(let change): return try self.change(change, times)
        case .cart(let cart): return try self.cart(cart, times)
        case .lifecycle(let event, let period, let stage): return try lifecycle(of: event, by: period, stage, times)
        case .cohort(let period, let event): return try cohort(period, of: event, times)
        case .aggregate(let aggregate): return try self.aggregate(aggregate, times)
        case .derived(let measure, let test):
            return try self.derived(.measure(try times.dated(measure)), measure.words, test, times)
        case .membership(let membership): return try self.membership(membership, times)
        case .reachable(let channel): return try self.derived(.reachable(channel), "reachable by", times)
        case .consents(let channel, let purpose):
            return try self.derived(.consents(channel, purpose: purpose), "consents to", times)
        case .funnelStep(let condition): return try funnelStep(condition, times)
        case .sample(let percent, let salt) where derived.type(.identifier) != nil:
            return .sample(parts: Int(percent.minorUnits(digits: 2) ?? 0), salt: salt)
        default: throw .notYet(filter.unevaluated)
        }
    }

    /// Reads times as they are meant at an instant.
    func times(seenFrom instant: Instant) -> TimeBinder {
        TimeBinder(local: local, now: instant.milliseconds) { [self] name throws(BindingError.Reason) in
            let type = try trait(named: name).current.type
            guard type == .date || type == .timestamp else {
                throw .name(.unfitTest(name: name, type: type, instead: "before 2026-01-31"))
            }
            return type
        }
    }

    private func instant(_ point: TimePoint, seenFrom instant: Instant) throws(BindingError.Reason) -> Instant {
        let window = try times(seenFrom: instant).instants(.before(point))
        guard case .at(let milliseconds) = window.upper else {
            throw .notYet(Phrase("fault.notyet.asof", "‘as of’ a trait’s time"))
        }
        return Instant(milliseconds: milliseconds)
    }

    private func membership(
        _ membership: Membership, _ times: TimeBinder
    ) throws(BindingError.Reason) -> Plan.Condition {
        switch membership {
        case .member(let name): return try self.derived(.member(of: name), "in segment", times)
        case .entered(let name, let time): return try movement(name, isLeaving: false, time, times)
        case .left(let name, let time): return try movement(name, isLeaving: true, time, times)
        }
    }

    private func movement(
        _ segment: String, isLeaving: Bool, _ time: TimeRange, _ times: TimeBinder
    ) throws(BindingError.Reason) -> Plan.Condition {
        guard derived.type(.member(of: segment)) != nil else {
            throw .notYet(.quoting(isLeaving ? "left segment" : "entered segment"))
        }
        return .movement(Movement(segment: segment, isLeaving: isLeaving, window: try window(time, times)))
    }

    func derived(
        _ derivation: Derivation, _ words: String, _ times: TimeBinder
    ) throws(BindingError.Reason) -> Plan.Condition {
        try self.derived(derivation, words, .compare(.equal, .boolean(true)), times)
    }

    private func derived(
        _ derivation: Derivation, _ words: String, _ test: ValueTest, _ times: TimeBinder
    ) throws(BindingError.Reason) -> Plan.Condition {
        guard let type = derived.type(derivation) else { throw .notYet(.quoting(words)) }
        let values = ValueBinder(name: words, type: type, times: times, fractionDigits: options.fractionDigits)
        return .derived(derivation, try values.bind(test))
    }
}
