// What people write for figures over events, and the form that works.
extension Parser {
    /// `sum of purchase.revenue`, `count purchase`, after the function.
    func aggregateAnswer(from start: Int) -> SyntaxError? {
        let index = keyword == .of ? position + 1 : position
        guard index < tokens.count, let word = token(at: index).plainWord else { return nil }
        let subject = word.contains(".") ? word : meantEvent(word)
        let function = slice(token(at: start).range).lowercased()
        let needsProperty = function != "count" && !word.contains(".")
        return replacing(start, index + 1, by: "\(function)(\(subject)\(needsProperty ? ".revenue" : ""))")
    }

    /// Answers `sum(purchase)`.
    func missingProperty(_ function: Aggregate.Function) -> SyntaxError {
        guard token.kind == .sign(.closeBracket) || token.kind == .end else { return unexpected(.closeBracket) }
        let name = names.last?.name ?? ""
        if orderProperties.contains(name) {
            let place = token(at: position - 1).range.lowerBound
            return wording(
                .missingProperty(function.rawValue), at: token(at: position - 1).range,
                fixes: [Fix(place..<place, "purchase.")])
        }
        let property = function == .distinct ? ".product" : ".revenue"
        return wording(
            .missingProperty(function.rawValue), at: token(at: position - 1).range,
            fixes: [Fix(lastEnd..<lastEnd, property)])
    }

    /// Answers `sum(cart.add.price)`.
    func dottedEvent(_ parts: [String]) -> SyntaxError {
        guard let property = parts.last else { return unexpected(.event) }
        let event = parts.dropLast().joined(separator: ".")
        return wording(
            .dottedEvent, at: token.range, fixes: [Fix(token.range, "`\(event)`.\(printed(part: property))")])
    }
}

/// Properties that every purchase has, which are often named without it.
private let orderProperties: Set<String> = [
    "revenue", "discount", "price", "quantity", "product", "category", "channel",
]
