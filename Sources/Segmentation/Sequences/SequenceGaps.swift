import Columnar
import Filters

/// How soon after one event another followed, for every profile the shortest such time there was.
///
/// It answers a sequence of two steps for every length of time, at once.
enum SequenceGaps {
    /// In milliseconds; the greatest number where the second step never followed the first.
    static func figures(of sequence: SequenceCondition, with scan: EventScan) throws -> Figures {
        let candidates = scan.candidates(of: sequence)
        let first = scan.resolver.instants(sequence.steps[0].events.window)
        let windows = [first, ResolvedWindow(first.span.lowerBound..<max(first.span.lowerBound, scan.now))]
        let open = scan.cursors(of: sequence, in: windows, deadlines: [nil, nil], candidates)
        var cursors = open.sorted { $0.step > $1.step }
        // The last instant of the first step, of no candidate yet.
        var lasts = [Int64](repeating: .min, count: candidates.count)
        var gaps = [Int64](repeating: .max, count: candidates.count)
        while true {
            cursors = try cursors.filter { try $0.fill() }
            guard !cursors.isEmpty else { break }
            take(cursors, &lasts, &gaps)
        }
        return .integers(candidates.values(numbered: gaps, others: .max), present: nil)
    }

    private static func take(_ cursors: [StepCursor], _ lasts: inout [Int64], _ gaps: inout [Int64]) {
        var runs = cursors.map(\.run)
        runs.withUnsafeMutableBufferPointer { runs in
            lasts.withUnsafeMutableBufferPointer { lasts in
                gaps.withUnsafeMutableBufferPointer { gaps in
                    takeAll(runs) { step, profile, time, _ in
                        guard step == 1 else { return lasts[profile] = time }
                        let last = lasts[profile]
                        if last != .min, time - last < gaps[profile] { gaps[profile] = time - last }
                    }
                }
            }
        }
        for (cursor, run) in zip(cursors, runs) { cursor.place = run.place }
    }
}

extension SequenceCondition {
    /// The longest time from the first event to the second, where shorter times are all that the sequence asks for.
    func longestGap(_ local: LocalTime) -> Int64? {
        guard steps.count == 2, isPlain, !steps[1].isNegated, let within = steps[1].within,
            case .after(let length) = Deadline(within, local)
        else { return nil }
        return length
    }
}
