extension Parser {
    /// Whether a cart is asked for at the place.
    ///
    /// Its words are no reserved ones: `ordered`, `abandoned` and `cart` stay free as names.
    var startsCart: Bool {
        token.spoken.flatMap(Cart.State.init(rawValue:)) != nil && ["cart", "carts"].contains(token(1).spoken)
            && !isLongName
    }

    /// Whether the words at the place run on to a comparison, as those of a name with blanks: `abandoned cart rate = 5`.
    private var isLongName: Bool {
        var ahead = 2
        while ahead < 6, token(ahead).plainWord != nil { ahead += 1 }
        return isComparison(token(ahead))
    }

    /// Reads `abandoned cart of add_to_cart where price >= 100 within last 7 days`.
    mutating func cart() throws(SyntaxError) -> Cart {
        let start = position
        guard let state = token.spoken.flatMap(Cart.State.init(rawValue:)) else { throw unexpected(.condition) }
        advance()
        if token.spoken == "carts" { throw replacing(position, position + 1, by: "cart") }
        advance()
        try expect(.of, then: startsName ? "" : " add_to_cart")
        let event = try oneEvent()
        let clauses = try clauses(of: .named(event))
        let cart = Cart(state, of: event, where: clauses.condition, time: clauses.time)
        if let countRange = clauses.countRange {
            let whole = range(from: start)
            throw wording(.countOfCarts, at: countRange, fixes: [Fix(whole, Filter.cart(cart).text)])
        }
        if let answer = clauseAnswer(from: start + 2) { throw answer }
        if let misplaced = clauses.misplaced {
            throw wording(.clauseOrder, at: misplaced, fixes: [Fix(range(from: start), Filter.cart(cart).text)])
        }
        return cart
    }

    private var startsName: Bool {
        switch token.kind {
        case .name, .text: true
        default: token.plainWord != nil
        }
    }

    /// Answers `did abandoned cart of add_to_cart`, `did not open cart of add_to_cart`; `start` is `did`.
    func cartAnswer(from start: Int, isNegated: Bool) -> SyntaxError? {
        guard startsCart, token(2).keyword == .of else { return nil }
        if isNegated { return replacing(start, position, by: "not") }
        let range = range(from: start, to: position)
        return SyntaxError(
            .unneeded(slice(range)), at: range, fixes: [Fix(range.lowerBound..<token.range.lowerBound, "")])
    }
}
