import Analytics
import Phrases

extension Context {
    /// Whether reports of money count a refund with its order.
    var countsRefundsByOrder: Bool { options.refunds == .orderDate }

    /// Sets in which period all reports count a refund, and writes it down.
    mutating func date(refunds: RefundDating) {
        options.refunds = refunds
        commands.append(.configure(ConfigurationEntry("refunds", "\"\(refunds.rawValue)\"")))
    }
}

extension RefundDating {
    /// When refunds count, as screens say it.
    var phrase: Phrase {
        switch self {
        case .ownDate: Phrase("cohorts.refunds.own", "on their own dates")
        case .orderDate: Phrase("cohorts.refunds.order", "with their orders")
        }
    }
}

extension ShellText {
    /// Says the period in which refunds count, where it is not their own.
    mutating func add(_ refunds: RefundDating) {
        if refunds != .ownDate { add("--refunds", refunds.rawValue) }
    }
}
