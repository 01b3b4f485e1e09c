import Analytics
import Columnar
import Customers
import Filters
import Segmentation

extension WorkspaceState {
    /// The campaigns that some people opened or clicked in a period, the most people first, at most five.
    ///
    /// `rule`: the filter of these people.
    func campaigns(
        touchedBy people: Bitmap, _ rule: Filter, in period: FlowPeriod, asOf: Instant
    ) throws -> [FlowReport.Campaign] {
        guard !people.isEmpty else { return [] }
        let events = touchEvents
        var touches: [ColumnValue: Set<Int>] = [:]
        for event in events {
            for run in try evaluator.runs(of: .named(event), asOf: asOf) {
                guard let campaigns = run.properties[Self.campaign] else { continue }
                run.forEach(in: period.start.milliseconds..<period.end.milliseconds) { row, record, _ in
                    let profile = population.profiles.profile(of: record)
                    guard people[profile], let campaign = campaigns[row] else { return }
                    touches[campaign, default: []].insert(profile)
                }
            }
        }
        let named = touches.compactMap { campaign, people in
            campaign.literal.map { (name: $0.words, literal: $0, people: people.count) }
        }
        return named.sorted { ($1.people, $0.name) < ($0.people, $1.name) }.prefix(5).map { campaign in
            let touched = events.map { event in
                ReportEvent(.named(event), where: .property(Self.campaign, .compare(.equal, campaign.literal)))
                    .happened(.days(period.days))
            }
            return FlowReport.Campaign(
                name: campaign.name, people: campaign.people,
                filter: .joining([rule, touched.count == 1 ? touched[0] : .any(touched)]))
        }
    }

    private static let campaign = "campaign_id"

    /// The events that are an opened or clicked message of a campaign.
    private var touchEvents: [String] {
        population.events.keys.sorted().filter { name in
            (name.hasSuffix("_open") || name.hasSuffix("_click"))
                && population.events[name]?.properties[Self.campaign] != nil
        }
    }
}

extension ColumnValue {
    /// The value as a filter compares it.
    fileprivate var literal: Literal? {
        switch self {
        case .text(let text): .text(text)
        case .integer(let number, .integer): .number(DecimalLiteral(coefficient: number))
        default: nil
        }
    }
}

extension Literal {
    /// The value as people read it.
    fileprivate var words: String {
        switch self {
        case .text(let text): text
        case .number(let number): number.description
        default: ""
        }
    }
}
