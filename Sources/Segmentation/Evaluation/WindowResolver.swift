import Columnar
import Customers

/// Finds the ends of stretches of time that traits bound.
struct WindowResolver {
    let population: Population
    let local: LocalTime
    /// In milliseconds since 1970.
    let now: Int64

    /// A stretch of instants.
    func instants(_ window: Window) -> ResolvedWindow {
        if let fixed = window.fixed { return ResolvedWindow(fixed) }
        return ResolvedWindow(
            ProfileEdges(
                lower: values(of: window.lower, open: .min, missing: .max, rounded: instant),
                upper: values(of: window.upper, open: .max, missing: .min, rounded: instant)))
    }

    /// A stretch of dates.
    func days(_ window: Window) -> ProfileEdges {
        ProfileEdges(
            lower: values(of: window.lower, open: .min, missing: .max, rounded: day),
            upper: values(of: window.upper, open: .max, missing: .min, rounded: day))
    }

    /// Each profile's own stretch of instants, or of days.
    func edges(of window: Window, inDays: Bool) -> ProfileEdges {
        guard !inDays else { return days(window) }
        let stretch = instants(window)
        guard let edges = stretch.edges else {
            return ProfileEdges(
                lower: Array(repeating: stretch.span.lowerBound, count: population.profiles.count),
                upper: Array(repeating: stretch.span.upperBound, count: population.profiles.count))
        }
        return edges
    }

    /// A number a profile; of several records the earliest value counts.
    private func values(
        of edge: Edge?, open: Int64, missing: Int64, rounded: (Int64, Meaning, TraitEdge.Rounding) -> Int64
    ) -> [Int64] {
        let profiles = population.profiles
        guard case .trait(let edge) = edge else {
            let constant = if case .at(let value) = edge { value } else { open }
            return Array(repeating: constant, count: profiles.count)
        }
        var earliest = [Int64](repeating: .max, count: profiles.count)
        guard let trait = population.traits[edge.trait], case .integers(_, let meaning, _) = trait.current else {
            return Array(repeating: missing, count: profiles.count)
        }
        TraitIntegers(trait: trait, now: now).forEach { record, value in
            let profile = profiles.profile(of: record)
            earliest[profile] = min(earliest[profile], value)
        }
        return earliest.map { $0 == .max ? missing : rounded($0, meaning, edge.rounding) }
    }

    private func instant(_ value: Int64, _ meaning: Meaning, _ rounding: TraitEdge.Rounding) -> Int64 {
        let isDate = meaning == .date
        switch rounding {
        case .exact: return value
        case .next: return value + 1
        case .day: return local.midnight(of: isDate ? Int(value) : local.day(of: value))
        case .nextDay: return local.midnight(of: (isDate ? Int(value) : local.day(of: value)) + 1)
        }
    }

    private func day(_ value: Int64, _ meaning: Meaning, _ rounding: TraitEdge.Rounding) -> Int64 {
        let day = meaning == .date ? value : Int64(local.day(of: value))
        return rounding == .next || rounding == .nextDay ? day + 1 : day
    }
}
