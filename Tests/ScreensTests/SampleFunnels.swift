import Analytics
import Customers
import Filters
import Screens

/// Made-up reports on funnels that add up.
enum SampleFunnels {
    static let saved = SavedFunnel(
        name: "Checkout", source: "(session_start then add_to_cart then purchase within 7 days)", author: "olga",
        saved: Instant(seconds: 1_795_000_000), version: 2)

    static func answer(to question: Question) -> [SavedFunnel] {
        switch question {
        case .saveFunnel(let name, let text):
            [saved, SavedFunnel(name: name, source: text, author: "olga", saved: saved.saved, version: 1)]
        case .deleteFunnel(let name): [saved].filter { $0.name != name }
        default: [saved]
        }
    }

    static func figures(_ query: Query, _ wish: FunnelWish) -> FunnelFigures {
        let question = FunnelQuestion(
            wish.funnel, entry: .min..<(.max), asOf: Instant(seconds: 1_795_348_800),
            unit: wish.countsAttempts ? .attempts : .profiles)
        let days = wish.days ?? CivilDate(dayNumber: 20_700)...CivilDate(dayNumber: 20_729)
        let whole = part(wish.funnel, entered: query.scope.isEmpty ? 4000 : 900)
        return FunnelFigures(
            FunnelReport(
                question: question, whole: whole, groups: wish.split == nil ? [] : groups(wish.funnel),
                split: wish.split.map { FunnelSplit(by: $0, groups: names) },
                trend: (days.lowerBound.dayNumber...days.upperBound.dayNumber).map { day in
                    FunnelReport.TrendPoint(
                        start: CivilDate(dayNumber: day), entered: 100 + Int(day % 7) * 20,
                        converted: 10 + Int(day % 5),
                        open: 0)
                },
                timeToConvert: DurationHistogram(
                    Array(repeating: 40_000, count: 30) + Array(repeating: 2_000_000, count: 90)
                        + Array(repeating: 90_000_000, count: 40)), events: 120_000), milliseconds: 42)
    }

    private static let names = [
        FunnelSplit.Group(name: "mobile", kind: .value(.exactly("mobile"))),
        FunnelSplit.Group(name: "desktop", kind: .value(.exactly("desktop"))),
        FunnelSplit.Group(name: nil, kind: .missing),
    ]

    private static func groups(_ funnel: Funnel) -> [FunnelReport.Part] {
        [part(funnel, entered: 2600), part(funnel, entered: 1300), part(funnel, entered: 100)]
    }

    /// Each step keeps half of those before; a tenth of the lost ones are still open.
    private static func part(_ funnel: Funnel, entered: Int) -> FunnelReport.Part {
        var reached = entered
        let steps = funnel.steps.indices.map { place in
            let next = place == funnel.steps.count - 1 ? reached : reached / 2
            defer { reached = next }
            let lost = reached - next
            return FunnelReport.Step(
                name: funnel.steps[place].text, profiles: reached, converted: next, dropped: lost - lost / 10,
                open: lost / 10, medianSeconds: place == 0 ? nil : Double(place) * 240, medianSecondsOfConverted: nil)
        }
        return FunnelReport.Part(steps: steps, medianSeconds: 5400)
    }
}
