import Analytics
import Customers
import Terminal

extension RFM {
    func read(_ context: Context) -> [String] {
        if let failure = grid.failure { return [context.say(failure)] }
        guard let value = grid.value else { return [] }
        var sentences = [context.say("rfm.read.buyers", "%1 buyers.", Numbers.grouped(value.buyers))]
        if group != nil {
            sentences += groups.enumerated().map { index, group in
                (index == self.group ? "> " : "")
                    + context.say(
                        "rfm.read.group", "%1, %2, %3.", context.say(group.group.phrase),
                        context.people(group.profiles),
                        share(group.profiles))
            }
            return sentences
        }
        let ranges = ScoreRanges(value.ranges, context)
        for recency in squares.best {
            let cells = (1...squares.scores).map { frequency in
                let sign = recency == self.recency && frequency == self.frequency ? "> " : ""
                return
                    "\(sign)F\(frequency) \(lines(of: squares[recency, frequency], earlierSquares[recency, frequency], context)[0])"
            }
            let days = ranges.full(.recency, recency).map { " (" + context.say("rfm.read.days", "%1 days", $0) + ")" }
            sentences.append("R\(recency)\(days ?? ""): \(cells.joined(separator: ", ")).")
        }
        let square = cell
        sentences.append(
            context.say(
                "rfm.read.cell", "R%1 F%2: %3, %4 of buyers, revenue %5, %6 a person.", "\(recency)", "\(frequency)",
                context.people(square.profiles), share(square.profiles), context.money(square.revenueMinor),
                context.money(square.averageMinor)))
        return sentences
    }
}
