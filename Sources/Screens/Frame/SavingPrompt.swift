import Analytics
import Filters
import Terminal

extension Context {
    /// Asks for a name under which a filter is saved as a segment, within what all screens are limited to: a segment
    /// knows no limit of a screen, and must hold those who were counted.
    mutating func askToSave(_ filter: String, as name: String) {
        let filter = scoped(filter)
        let prompt = Prompt(
            say("rfm.save", "Save as a segment"), note: filter, text: name, intent: .nameSegment(filter: filter))
        steps.append(.show(.prompt(prompt)))
    }
}

extension Context {
    /// A filter within what all screens are limited to.
    func scoped(_ filter: String) -> String {
        do {
            let parts = try [scope, filter].filter { !$0.isEmpty }.map { try Filter(parsing: $0) }
            return Filter.joining(parts).text
        } catch {
            return query(filter).text
        }
    }
}
