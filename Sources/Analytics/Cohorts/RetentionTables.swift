import Columnar

/// What is known of a profile while a retention report is counted.
struct RetentionMark {
    /// The cohort; below 0 while there is none, or where the profile does not count.
    var cohort = Self.none
    /// The period of the last return that was counted.
    var last: Int16 = -1

    static let none: Int16 = -1
    static let excluded: Int16 = -2
}

/// The figures that a pass adds to, where they lie.
struct RetentionTables {
    let cohorts, cells: Int
    let countsLater: Bool
    let marks: UnsafeMutableBufferPointer<RetentionMark>
    /// By cohort and cell.
    let people: UnsafeMutableBufferPointer<Int>
    let revenue: UnsafeMutableBufferPointer<Int64>

    /// What events are in a pass.
    struct Roles {
        let starts, returns: Bool
    }

    /// Adds the events of one period.
    ///
    /// `amounts`: what each row of the table brought; empty where the events bring nothing.
    func add(
        _ run: EventRun, in period: Int, _ span: Range<Int64>, of profiles: ProfileMap, as roles: Roles,
        bringing amounts: UnsafeBufferPointer<Int64>
    ) {
        if let map = profiles.profileOfRecord {
            map.withValues { map in
                run.forEach(in: span) { row, record, _ in
                    add(row, of: Int(map[record]), in: period, as: roles, bringing: amounts)
                }
            }
        } else {
            run.forEach(in: span) { row, record, _ in
                add(row, of: record, in: period, as: roles, bringing: amounts)
            }
        }
    }

    // What differs from event to event is chosen, not branched on: people come in no order.
    @inline(__always)
    private func add(
        _ row: Int, of profile: Int, in period: Int, as roles: Roles, bringing amounts: UnsafeBufferPointer<Int64>
    ) {
        let now = Int16(truncatingIfNeeded: period)
        let mark = marks[profile]
        let cohort = roles.starts && mark.cohort == RetentionMark.none ? now : mark.cohort
        marks[profile] = RetentionMark(cohort: cohort, last: roles.returns ? now : mark.last)
        guard cohort >= 0, cohort < cohorts, cohort <= now else { return }
        let cell = period - Int(cohort)
        if roles.returns, !countsLater, cell < cells {
            people[Int(cohort) * cells + cell] += mark.last == now ? 0 : 1
        }
        guard !amounts.isEmpty else { return }
        let paid = countsLater ? min(cell, cells - 1) : cell
        if paid < cells { revenue[Int(cohort) * cells + paid] += amounts[row] }
    }
}
