import Filters

/// What filters may refer to by name beside the columns: saved segments, and purposes of consents.
struct SegmentReferences {
    /// The texts of the segments by name.
    let sources: [String: String]
    /// The saved funnels by name.
    let funnels: [String: Funnel]
    /// The purposes of which somebody may have given consent.
    let purposes: Set<String>

    /// Refuses references to segments and purposes that are not there, and circles.
    ///
    /// - Parameters:
    ///   - parsed: the filter that refers.
    ///   - names: the segments whose rules led here, the outermost first.
    /// - Throws: `FilterError`, with a place in the text where the filter itself is at fault.
    func check(_ parsed: ParsedFilter, inside names: [String]) throws {
        for use in parsed.names where use.role == .purpose && !purposes.contains(use.name.lowercased()) {
            throw FilterError(
                .unknownPurpose(use.name, nearest: nearestNames(to: use.name, among: purposes.sorted())), at: use.range)
        }
        try checkFunnels(of: parsed)
        for use in parsed.names where use.role == .segment {
            if let first = names.firstIndex(of: use.name) {
                throw FilterError(.cycle(Array(names[first...]) + [use.name]), at: use.range)
            }
            guard let source = sources[use.name] else {
                let nearest = nearestNames(to: use.name, among: sources.keys)
                throw FilterError(.unknownSegment(use.name, nearest: nearest), at: use.range)
            }
            do {
                try check(ParsedFilter(source), inside: names + [use.name])
            } catch let error as FilterError {
                throw FilterError(error.reason, at: use.range)
            }
        }
    }

    private func checkFunnels(of parsed: ParsedFilter) throws {
        for use in parsed.names where use.role == .funnel && funnels[use.name] == nil {
            let nearest = nearestNames(to: use.name, among: funnels.keys.sorted())
            throw FilterError(.unknownFunnel(use.name, nearest: nearest), at: use.range)
        }
        for node in parsed.filter.nodes {
            guard case .funnelStep(let condition) = node.filter, case .saved(let name) = condition.funnel,
                let steps = funnels[name]?.steps.count, condition.step > steps
            else { continue }
            throw FilterError(.stepBeyondFunnel(name, steps: steps), at: parsed.range(at: node.path))
        }
    }
}
