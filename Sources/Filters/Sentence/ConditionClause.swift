import Customers
import Phrases

extension Filter {
    /// What follows ‘people’ for a single condition.
    var conditionClause: Phrase {
        switch self {
        case .trait(let name, let test): traitClause(name, test)
        case .anniversary(let trait, let span):
            Phrase("sentence.anniversary", "whose %1 has its anniversary in the next %2", spoken(trait)).with(
                span.phrase)
        case .performed(let performance): performance.clause
        case .occurrence(let occurrence): occurrence.clause
        case .sequence(let sequence): sequence.clause
        case .habit(let habit): habit.clause
        case .change(let change): change.clause
        case .cart(let cart): cart.clause
        case .aggregate(let aggregate): aggregate.clause
        case .membership(let membership): membership.clause
        case .derived(let measure, let test):
            words(Phrase("sentence.whose", "whose %1").with(measure.phrase), test.phrase)
        case .lifecycle(let event, let period, let stage):
            Phrase(
                "sentence.lifecycle", "who are %1 in the lifecycle of %2 by %3", stage, spoken(event), period.rawValue)
        case .funnelStep(let condition): condition.clause
        case .cohort(let period, let event):
            Phrase("sentence.cohort", "whose first %1 was %2", spoken(event)).with(period.phrase)
        case .reachable(let channel): Phrase("sentence.reach", "who can be reached by %1").with(channel.phrase)
        case .consents(let channel, let purpose):
            Phrase("sentence.consents", "who agreed to %2 for %1", spoken(purpose)).with(channel.phrase)
        case .sample(let percent, let salt):
            Phrase("sentence.sample", "in the random sample ‘%1’ of %2 %", salt, "\(percent)")
        case .all, .any, .not, .asOf: clause
        }
    }

    /// Some traits have a shorter way to be said.
    private func traitClause(_ name: String, _ test: ValueTest) -> Phrase {
        switch (name, test) {
        case ("city", .compare(.equal, let value)), ("country", .compare(.equal, let value)):
            Phrase("sentence.in", "in %1").with(value.phrase)
        case ("city", .isIn(let values)), ("country", .isIn(let values)):
            Phrase("sentence.in", "in %1").with(values.listed(by: .or))
        case ("age", .compare(let comparison, let value)):
            Phrase("sentence.aged", "aged %1").with(comparison.phrase(value))
        case ("age", .between(let lower, let upper)):
            Phrase("sentence.aged.between", "aged %1 to %2").with(lower.phrase, upper.phrase)
        default: words(Phrase("sentence.whose", "whose %1", spoken(name)), test.phrase)
        }
    }
}

extension Membership {
    fileprivate var clause: Phrase {
        switch self {
        case .member(let segment): Phrase("sentence.segment", "in the segment ‘%1’", segment)
        case .entered(let segment, let time):
            Phrase("sentence.entered", "who entered the segment ‘%1’ %2", segment).with(time.phrase)
        case .left(let segment, let time):
            Phrase("sentence.left", "who left the segment ‘%1’ %2", segment).with(time.phrase)
        }
    }
}

extension Measure {
    fileprivate var phrase: Phrase {
        switch self {
        case .rfm(let figure, let variant): variant.phrase(of: figure)
        case .netRevenue: Phrase("sentence.revenue", "net revenue")
        case .lifetimeValue: Phrase("sentence.ltv", "lifetime value")
        case .probabilityAlive: Phrase("sentence.alive", "probability of still being a customer")
        case .score(let name): Phrase("sentence.score", "score ‘%1’", name)
        case .probability(let event, let span):
            Phrase("sentence.probability", "probability of %1 in the next %2", spoken(event)).with(span.phrase)
        case .expectedPurchases(let span):
            Phrase("sentence.expected", "expected number of purchases in the next %1").with(span.phrase)
        }
    }
}

extension CohortPeriod {
    fileprivate var phrase: Phrase {
        switch self {
        case .day(let date): Phrase("sentence.on", "on %1").with(date.phrase)
        case .week(let year, let week): Phrase("sentence.cohort.week", "in week %1 of %2", "\(week)", "\(year)")
        case .month(let year, let month): Phrase("sentence.cohort.month", "in %2 %1", "\(year)").with(monthName(month))
        }
    }
}

extension Channel {
    fileprivate var phrase: Phrase {
        switch self {
        case .email: Phrase("sentence.channel.email", "email")
        case .sms: Phrase("sentence.channel.sms", "SMS")
        case .push: Phrase("sentence.channel.push", "push message")
        }
    }
}
