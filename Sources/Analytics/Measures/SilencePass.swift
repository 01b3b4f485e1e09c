import Columnar

/// Counts people who get mails and open none: at the end of each period, over the days before it.
///
/// One window moves over the mails and over the opens, so that each is looked at twice however many periods there are.
struct SilencePass {
    private let sources: MeasureSources
    private let periods: CutPeriods
    private let mails, opens: EventTable
    /// In milliseconds.
    private let length: Int64

    /// None where the data does not tell of mails and of opens.
    init?(sources: MeasureSources, periods: CutPeriods) {
        guard let mails = sources.table(of: .delivered) ?? sources.table(of: .sent),
            let opens = sources.table(of: .opened)
        else { return nil }
        self.sources = sources
        self.periods = periods
        self.mails = mails
        self.opens = opens
        length = Int64(sources.vocabulary.silentDays) * 86_400_000
    }

    /// What each profile got and did in the window.
    private struct Window {
        var mails, opens: [Int32]
        var silent = 0
        let least: Int32

        mutating func add(_ change: Int32, mails isMail: Bool, of profile: Int) {
            let was = isSilent(profile)
            if isMail { mails[profile] += change } else { opens[profile] += change }
            let isNow = isSilent(profile)
            if was != isNow { silent += isNow ? 1 : -1 }
        }

        private func isSilent(_ profile: Int) -> Bool { mails[profile] >= least && opens[profile] == 0 }
    }

    /// The people of each period.
    func figures() -> [Int] {
        let nothing = [Int32](repeating: 0, count: sources.profiles.count)
        var window = Window(mails: nothing, opens: nothing, least: Int32(sources.vocabulary.silentMails))
        var (mailRows, openRows) = (0..<0, 0..<0)
        return (0..<periods.count).map { period in
            let end = periods.bounds[period + 1]
            let span = end - length..<end
            move(&mailRows, to: mails.times.rows(in: span), of: mails, isMail: true, &window)
            move(&openRows, to: opens.times.rows(in: span), of: opens, isMail: false, &window)
            return window.silent
        }
    }

    private func move(
        _ rows: inout Range<Int>, to next: Range<Int>, of table: EventTable, isMail: Bool, _ window: inout Window
    ) {
        let shared = rows.clamped(to: next)
        table.records.withValues { records in
            func add(_ change: Int32, _ range: Range<Int>) {
                for row in range {
                    let profile = sources.profiles.profile(of: Int(records[row]))
                    if sources.people[profile] { window.add(change, mails: isMail, of: profile) }
                }
            }
            if shared.isEmpty {
                add(-1, rows)
                add(1, next)
            } else {
                add(-1, rows.lowerBound..<shared.lowerBound)
                add(1, shared.upperBound..<next.upperBound)
            }
        }
        rows = next
    }
}
