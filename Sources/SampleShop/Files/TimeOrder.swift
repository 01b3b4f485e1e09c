extension Shop {
    /// Goes through rows of all lives in the order of time.
    ///
    /// Lives are told again for every slice of the window, and only the rows of that slice are kept: memory holds the
    /// rows of about `livesAtOnce` whole lives, however many there are.
    func inTimeOrder<Row: Timed, Failure>(
        _ rows: (Life) -> [Row], body: (Row) throws(Failure) -> Void
    ) throws(Failure) {
        let slices = max(1, (profiles + livesAtOnce - 1) / livesAtOnce)
        for slice in 0..<slices {
            let times = Window.seconds * slice / slices..<Window.seconds * (slice + 1) / slices
            var kept: [Row] = []
            for number in 0..<profiles {
                for row in rows(Life(of: number + 1, in: self)) where times.contains(row.moment.time) {
                    kept.append(row)
                }
            }
            kept.sort { $0.moment < $1.moment }
            for row in kept { try body(row) }
        }
    }
}
