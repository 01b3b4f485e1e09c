import Customers

extension Filter {
    /// What follows ‘people’ for a single condition.
    var conditionClause: String {
        switch self {
        case .trait(let name, let test): traitClause(name, test)
        case .anniversary(let trait, let span):
            "whose \(spoken(trait)) has its anniversary in the next \(span.english)"
        case .performed(let performance): performance.clause
        case .occurrence(let occurrence): occurrence.clause
        case .sequence(let sequence): sequence.clause
        case .habit(let habit): habit.clause
        case .change(let change): change.clause
        case .aggregate(let aggregate): aggregate.clause
        case .membership(let membership): membership.clause
        case .derived(let measure, let test): "whose \(measure.english) \(test.english)"
        case .lifecycle(let event, let period, let stage):
            "who are \(stage) in the lifecycle of \(spoken(event)) by \(period.rawValue)"
        case .funnelStep(let condition): condition.english
        case .cohort(let period, let event): "whose first \(spoken(event)) was \(period.english)"
        case .reachable(let channel): "who can be reached by \(channel.english)"
        case .consents(let channel, let purpose): "who agreed to \(channel.english) for \(spoken(purpose))"
        case .sample(let percent, let salt): "in the random sample ‘\(salt)’ of \(percent) %"
        case .all, .any, .not, .asOf: clause
        }
    }

    /// Some traits have a shorter way to be said.
    private func traitClause(_ name: String, _ test: ValueTest) -> String {
        switch (name, test) {
        case ("city", .compare(.equal, let value)), ("country", .compare(.equal, let value)): "in \(value.english)"
        case ("city", .isIn(let values)), ("country", .isIn(let values)): "in \(values.english("or"))"
        case ("age", .compare(let comparison, let value)): "aged \(comparison.english(value))"
        case ("age", .between(let lower, let upper)): "aged \(lower.english) to \(upper.english)"
        default: "whose \(spoken(name)) \(test.english)"
        }
    }
}

extension Membership {
    fileprivate var clause: String {
        switch self {
        case .member(let segment): "in the segment ‘\(segment)’"
        case .entered(let segment, let time): "who entered the segment ‘\(segment)’ \(time.english)"
        case .left(let segment, let time): "who left the segment ‘\(segment)’ \(time.english)"
        }
    }
}

extension Measure {
    fileprivate var english: String {
        switch self {
        case .rfm(let figure, let variant): "RFM \(figure.english)\(variant.aside)"
        case .netRevenue: "net revenue"
        case .lifetimeValue: "lifetime value"
        case .probabilityAlive: "probability of still being a customer"
        case .score(let name): "score ‘\(name)’"
        case .probability(let event, let span): "probability of \(spoken(event)) in the next \(span.english)"
        case .expectedPurchases(let span): "expected number of purchases in the next \(span.english)"
        }
    }
}

extension CohortPeriod {
    fileprivate var english: String {
        switch self {
        case .day(let date): "on \(date.english)"
        case .week(let year, let week): "in week \(week) of \(year)"
        case .month(let year, let month): "in \(monthName(month)) \(year)"
        }
    }
}

extension Channel {
    fileprivate var english: String {
        switch self {
        case .email: "email"
        case .sms: "SMS"
        case .push: "push message"
        }
    }
}
