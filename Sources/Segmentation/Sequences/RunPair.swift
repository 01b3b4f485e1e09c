/// Two runs of the two steps of a sequence whose turn it is before all other runs for a while.
///
/// So it is most of the time, since of the tables of a step one holds nearly all events.
struct RunPair {
    private let late: Int
    private let early: Int
    /// The first event of each that is to be left to the others.
    private let lateEnd: Int
    private let earlyEnd: Int

    /// None where a third run comes in between at once.
    init?(in runs: [StepRun]) {
        func first(of step: Int) -> Int? {
            runs.indices.filter { runs[$0].step == step }.min { runs[$0].time < runs[$1].time }
        }
        guard let late = first(of: 1), let early = first(of: 0) else { return nil }
        let others = runs.indices.filter { $0 != late && $0 != early }
        let limit = others.map { runs[$0].time }.min() ?? .max
        (self.late, self.early) = (late, early)
        (lateEnd, earlyEnd) = (runs[late].end(before: limit), runs[early].end(before: limit))
        guard lateEnd > runs[late].place, earlyEnd > runs[early].place else { return nil }
    }

    /// Takes the events without a branch for which comes first, since no processor can foresee it.
    ///
    /// - Parameters:
    ///   - runs: the runs that the pair was found in.
    ///   - isNegated: whether the second step must not happen.
    ///   - slots: for each candidate the last instant at which the second step may follow the first; where it must not,
    ///     the earliest that no event has cut short.
    ///   - words: a bit a candidate, set where it followed, or where the wait was over in vain.
    func take(
        from runs: UnsafeMutableBufferPointer<StepRun>, isNegated: Bool, _ slots: UnsafeMutableBufferPointer<Int64>,
        _ words: UnsafeMutableBufferPointer<UInt64>
    ) {
        if isNegated {
            take(from: runs, slots, words) { time, known in
                known < time && known != .min
            } late: { _ in
                .min
            } early: { known, deadline in
                known == .min ? deadline : known
            }
        } else {
            take(from: runs, slots, words) { time, known in
                time <= known
            } late: { known in
                known
            } early: { _, deadline in
                // Later events give no less time; to ask which is the greater would be a branch again.
                deadline
            }
        }
    }

    @inline(__always)
    private func take(
        from runs: UnsafeMutableBufferPointer<StepRun>, _ slots: UnsafeMutableBufferPointer<Int64>,
        _ words: UnsafeMutableBufferPointer<UInt64>, isMember: (_ time: Int64, _ known: Int64) -> Bool,
        late lateSlot: (_ known: Int64) -> Int64, early earlySlot: (_ known: Int64, _ deadline: Int64) -> Int64
    ) {
        var (i, j) = (runs[late].place, runs[early].place)
        let (lateTimes, lateProfiles) = (runs[late].times, runs[late].profiles)
        let (earlyTimes, earlyProfiles, deadlines) = (runs[early].times, runs[early].profiles, runs[early].deadlines)
        while i < lateEnd, j < earlyEnd {
            // At the same instant the second step comes first.
            let (time, isLate) = (lateTimes[i], lateTimes[i] <= earlyTimes[j])
            let (lateProfile, earlyProfile, deadline) = (lateProfiles[i], earlyProfiles[j], deadlines[j])
            let profile = Int(isLate ? lateProfile : earlyProfile)
            let known = slots[profile]
            let next = earlySlot(known, deadline)
            slots[profile] = isLate ? lateSlot(known) : next
            let holds: UInt64 = isMember(time, known) ? 1 : 0
            words[profile >> 6] |= (isLate ? holds : 0) << UInt64(profile & 63)
            i += isLate ? 1 : 0
            j += isLate ? 0 : 1
        }
        (runs[late].place, runs[early].place) = (i, j)
    }
}

extension StepRun {
    /// The instant of the event that is next.
    var time: Int64 { times[place] }

    /// The end of the events before an instant.
    fileprivate func end(before instant: Int64) -> Int {
        var (low, high) = (place, end)
        while low < high {
            let middle = (low + high) / 2
            if times[middle] < instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
