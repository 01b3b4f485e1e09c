import Phrases

/// Phrases that several places share.
enum SharedPhrases {
    static let take = Phrase("hint.take", "take it")

    /// What goes on in a slot.
    static func work(in slot: Slot) -> Phrase {
        switch slot {
        case .count: Phrase("work.count", "counting people")
        case .conditions: Phrase("work.conditions", "counting each condition")
        case .sample: Phrase("work.sample", "drawing a sample")
        case .reasons: Phrase("work.reasons", "looking for the reasons")
        case .sizes: Phrase("work.sizes", "counting with neighbouring numbers")
        case .makeup: Phrase("work.makeup", "adding up who they are")
        case .contrast: Phrase("work.contrast", "looking for what sets them apart")
        case .overlaps: Phrase("work.overlaps", "comparing with the segments")
        case .history: Phrase("work.history", "counting day by day")
        case .versions: Phrase("work.versions", "reading the versions")
        case .page: Phrase("work.page", "reading the list")
        case .card: Phrase("work.card", "reading the profile")
        case .timeline: Phrase("work.timeline", "reading the timeline")
        case .segments: Phrase("work.segments", "reading the segments")
        case .writing: Phrase("work.writing", "saving")
        case .chart: Phrase("work.chart", "adding up the report")
        case .funnels: Phrase("work.funnels", "reading the funnels")
        case .cohorts: Phrase("work.cohorts", "counting who came back")
        case .lifecycle: Phrase("work.lifecycle", "counting period by period")
        case .flows: Phrase("work.flows", "counting who went where")
        case .flow: Phrase("work.flow", "following the people")
        case .measures: Phrase("work.measures", "adding up what happened")
        case .preview: Phrase("work.preview", "looking into the file")
        case .imports: Phrase("work.imports", "reading the imports")
        case .importing: Phrase("work.importing", "reading the file")
        case .summary: Phrase("work.summary", "asking the store")
        case .opening: Phrase("work.opening", "opening the store")
        case .exporting: Phrase("work.exporting", "writing the file")
        case .vocabulary: Phrase("work.vocabulary", "reading the names")
        case .values: Phrase("work.values", "looking values up")
        }
    }
}
