import Analytics
import Customers
import Phrases
import Terminal

extension Mailings {
    func read(_ context: Context) -> [String] {
        if let failure = mailings.failure { return [context.say(failure)] }
        let titles = titles(context).dropFirst()
        return rows.enumerated().map { index, row in
            let facts = zip(titles, cells(of: row, context)).map { "\($0) \($1)" }.joined(separator: ", ")
            return (index == scroll.selected ? "> " : "") + "\(name(of: row)): \(facts)."
        } + (row.map { details(of: $0, context) } ?? [])
    }

    func headline(_ context: Context) -> String {
        guard let row else { return title(context) }
        return "\(row.campaign) \(cells(of: row, context)[figure.rawValue])"
    }

    func facts(_ context: Context) -> String {
        let count = mailings.value?.count ?? 0
        return context.say(
            Phrase(
                "mailings.facts", one: "%1 campaign, last click within 5 days",
                other: "%1 campaigns, last click within 5 days", count: count, "\(count)"))
    }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["mailings"], in: context)
        if let days = stretch.days(context) {
            shell.add("--from", days.lowerBound.description)
            shell.add("--to", days.upperBound.description)
        }
        return shell.text
    }

    func explanation(_ context: Context) -> Explanation? {
        guard let row else { return nil }
        let definition =
            figure == .bought
            ? context.say(
                "mailings.bought.meaning",
                """
                People whom mails of these days reached, with a purchase at most five days after their last click, which was in \
                this campaign.
                """)
            : context.say(
                "mailings.meaning",
                """
                Different people whom this campaign's mails of these days reached, and what they did since the first of the \
                days. Rates are of the people who were reached.
                """)
        let count = count(of: figure, in: row).map { context.people($0) } ?? "-"
        return Explanation(
            title: "\(name(context)): \(count)", definition: definition, filter: filter ?? "",
            isFresh: mailings.isFresh)
    }
}
