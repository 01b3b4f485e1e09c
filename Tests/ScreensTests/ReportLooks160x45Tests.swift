import Terminal
import Testing

/// What the reports of people over time have more of where there is room.
struct ReportLooks160x45Tests {
    private func shows(_ scene: Scene, _ parts: [String]) -> [String] {
        let text = scene.bench(columns: 160, rows: 45).text
        return parts.filter { !text.contains($0) }
    }

    @Test func `cohorts have a row between, a decimal, and curves`() {
        let missing = shows(
            .cohorts,
            [
                "│ 2026-06    922  100.0█  38.9█  35.9█[ 33.0]  29.9▓",
                "│ average         100.0   38.2   35.3   32.5   29.2   26.1   23.2   20.5   17.0   13.5   10.0",
                "Curves", "from +1 on", "They brought € 15 838, € 17.18 a person of the cohort.",
            ])
        #expect(missing == [])
        let lines = Scene.cohorts.bench(columns: 160, rows: 45).lines
        let first = lines.firstIndex { $0.contains("2025-12") } ?? 0
        #expect(lines[first + 2].contains("2026-01"))
        #expect(lines.contains { $0.contains("⣿") && $0.contains("2026-06") })
    }

    @Test func `the lifecycle shows all periods with broad bars`() {
        let missing = shows(.lifecycle, ["2026-06-29", "2026-11-23…", "[80]", "resurrected ▆▆▆▇▇███▆▆▆▇▇███▆▆▆▇▇█"])
        #expect(missing == [])
    }

    @Test func `the flow has every state in full, with the arrow beside it`() {
        let missing = shows(
            .flow,
            [
                "│ Hibernating          9    ░26░░ ▒43▒▒", "(none)", "Champions ▸ Potential loyalists",
                "campaigns opened or clicked meanwhile", "c24 17", "median time        46.0 d",
            ])
        #expect(missing == [])
    }
}
