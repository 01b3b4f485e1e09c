import Columnar
import Customers
import Filters

extension TurningPoints {
    /// When edges reach or pass events, and when the conditions on the events' own times turn.
    func turns(
        _ event: EventName, _ condition: Predicate?, _ edges: [MovingEdge], _ stretch: Range<Int64>
    ) throws -> [Int64] {
        let times = try times(of: event)
        let arrivals = try edges.flatMap {
            try $0.arrivals(at: times, after: stretch.lowerBound, upTo: stretch.upperBound)
        }
        return try arrivals + turns(of: condition, stretch)
    }

    /// When the conditions on the times that events hold as properties turn.
    func turns(of predicate: Predicate?, _ stretch: Range<Int64>) throws -> [Int64] {
        switch predicate {
        case .all(let parts), .any(let parts): try parts.flatMap { try turns(of: $0, stretch) }
        case .not(let part): try turns(of: part, stretch)
        case .property(let name, let test): try turns(of: test, over: values(ofProperty: name), stretch)
        case nil: []
        }
    }

    /// When the answer of a test of some times or dates turns.
    func turns(of test: ValueTest, over values: [Int64], _ stretch: Range<Int64>) throws -> [Int64] {
        try edges(of: test).flatMap {
            try $0.arrivals(at: values, after: stretch.lowerBound, upTo: stretch.upperBound)
        }
    }

    /// When a sequence may be gone through: an event comes into or out of the stretch of the first, or a wait is over.
    func turns(of sequence: EventSequence, _ stretch: Range<Int64>) throws -> [Int64] {
        var turns = try turns(.named(sequence.event), sequence.condition, edges(of: sequence.time), stretch)
        var points = Set(try times(of: .named(sequence.event)))
        for step in sequence.steps {
            turns += try self.turns(of: step.condition, stretch)
            if let within = step.within, step.isNegated {
                let deadline = Deadline(within, local)
                points = Set(points.map(deadline.instant))
                turns += points.map { $0 + 1 }
            } else {
                points = Set(try times(of: .named(step.event)))
            }
        }
        return turns
    }

    /// When the profile did something, whatever else is asked of it.
    func times(of event: EventName) throws -> [Int64] {
        try binder.events(event, where: nil, nil, binder.times(seenFrom: Instant(milliseconds: 0))).sources
            .flatMap(\.times.all)
    }

    /// The whole numbers that a property has in any table, times and dates among them.
    func values(ofProperty name: String) -> [Int64] {
        // Files call the product of a line by either name, but neither is a time.
        let columns =
            population.events.values.map { $0.properties[name] }
            + [
                population.orders.properties[name], population.orders.lines[name],
                population.refunds?.properties[name],
            ]
        return columns.compactMap(\.self).flatMap(\.wholeNumbers)
    }

    /// The whole numbers that a trait has or had, times and dates among them.
    func values(ofTrait name: String) -> [Int64] {
        guard let trait = population.traits[name] else { return [] }
        return trait.current.wholeNumbers + (trait.changes?.previous.wholeNumbers ?? [])
    }

    /// The edges of a test of a time or a date; both kinds, of which one moves among other numbers than the values.
    func edges(of test: ValueTest) -> [MovingEdge] {
        switch test {
        case .time(let range):
            edges(of: range) + [MovingEdge { try times(at: $0).days(range)?.start }]
                + [MovingEdge { try times(at: $0).days(range)?.end }]
        case .withinNext(let span):
            [
                MovingEdge { times(at: $0).instants(next: span).start },
                MovingEdge { times(at: $0).instants(next: span).end },
                MovingEdge { times(at: $0).days(next: span).start }, MovingEdge { times(at: $0).days(next: span).end },
            ]
        default: []
        }
    }

    /// The edges of a stretch of instants.
    func edges(of range: TimeRange?) -> [MovingEdge] {
        guard let range else { return [] }
        return [
            MovingEdge { try times(at: $0).instants(range).start },
            MovingEdge { try times(at: $0).instants(range).end },
        ]
    }

    private func times(at instant: Int64) -> TimeBinder { binder.times(seenFrom: Instant(milliseconds: instant)) }
}

extension Column {
    /// The values that are whole numbers.
    fileprivate var wholeNumbers: [Int64] {
        guard case .integers(let lane, _, let present) = self else { return [] }
        return (0..<count).filter { present?[$0] ?? true }.map { lane[$0] }
    }
}
