extension Bitmap {
    /// Adds the records of the events of a stretch of time.
    ///
    /// - Precondition: every record lies inside this set.
    /// - Complexity: O(events of the stretch), and where not all rows are meant those of the blocks that it cuts
    public mutating func insert(recordsOf run: EventRun, in span: Range<Int64>) {
        let wanted = run.times.rows(in: span)
        for block in run.blocks {
            switch block {
            case .range(let rows):
                let rows = rows.clamped(to: wanted)
                if !rows.isEmpty { insert(placesOf: rows, in: run.records) }
            case .mask(let mask):
                guard mask.rows.overlaps(wanted) else { continue }
                guard wanted.lowerBound > mask.rows.lowerBound || mask.rows.upperBound > wanted.upperBound else {
                    insert(placesOf: mask, in: run.records)
                    continue
                }
                mask.forEach(in: wanted) { self[Int(run.records[$0])] = true }
            }
        }
    }
}
