/// What the rows of a file are, as its headers suggest it.
enum KindGuess {
    /// The kind, or nil if nothing tells; `meanings` are those of the headers, `hasTime` whether some column holds times,
    /// `saysRefund` whether every value of the column that may name events is a word for a refund.
    static func kind(
        _ meanings: [HeaderMeaning?], headers: [String], hasTime: Bool, saysRefund: Bool = false
    ) -> FileKind? {
        let present = Set(meanings.compactMap { $0 })
        let hasCustomer = !present.isDisjoint(with: [.customer, .email, .phone, .device])
        let hasLine = present.contains(.canonical("price")) || present.contains(.canonical("quantity"))
        let hasAmount = present.contains(.canonical("revenue"))
        if hasCustomer, saysRefund || isLog(meanings, hasTime: hasTime) { return .events }
        if present.contains(.orderID), !present.contains(.eventName) {
            if hasCustomer, hasTime || hasAmount { return .orders }
            if present.contains(.product) { return .orderLines }
        }
        if hasCustomer, hasTime {
            if present.contains(.eventName) || present.contains(.eventID) || present.contains(.weakEventName),
                !hasAmount || present.contains(.eventName)
            {
                return .events
            }
            if hasAmount { return .orders }
        }
        if hasCustomer, present.contains(.consent) || present.contains(.purpose), !isProfiles(present) {
            return .consents
        }
        if present.contains(.product), !hasCustomer { return hasLine || headers.count > 1 ? .products : nil }
        let hasID = present.contains(.bareID) || headers.contains { HeaderWords.normal($0).hasSuffix("_id") }
        return hasCustomer || hasID ? .profiles : nil
    }

    /// Whether rows have an id of their own, so that an order which they name is the one that they tell of.
    ///
    /// That of a refund says enough; with another a name and a time must tell too.
    private static func isLog(_ meanings: [HeaderMeaning?], hasTime: Bool) -> Bool {
        let hasName = meanings.contains(.eventName) || meanings.contains(.weakEventName)
        return isRefunds(meanings) || ownID(meanings) == .eventID && hasName && hasTime
    }

    /// Whether every row is a refund of an order.
    static func isRefunds(_ meanings: [HeaderMeaning?]) -> Bool {
        ownID(meanings) == .refundID && meanings.contains(.orderID)
    }

    /// What the rows' own ids are of: those that come first.
    private static func ownID(_ meanings: [HeaderMeaning?]) -> HeaderMeaning? {
        meanings.compactMap { $0 }.first { [.eventID, .refundID, .orderID].contains($0) }
    }

    /// Whether a file that speaks of consent says more of a customer than that.
    private static func isProfiles(_ present: Set<HeaderMeaning>) -> Bool {
        present.contains(.purpose) ? false : !present.contains(.canonical("channel"))
    }
}
