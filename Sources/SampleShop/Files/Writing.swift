extension Shop {
    /// Writes one file, in chunks of about 64 KiB.
    ///
    /// - Throws: what `sink` throws; the file is then incomplete.
    /// - Complexity: O(`profiles`) for the text, and again for every 250,000 profiles where rows are in the order of
    ///   time. Memory holds the rows of at most about 250,000 profiles.
    public func write<Failure>(
        _ file: ShopFile, to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        var rows = Rows(header: file.header)
        switch file {
        case .profiles: try writeProfiles(&rows, to: sink)
        case .events: try write(\.happenings, into: &rows, to: sink) { $0.append($1, number: $2) }
        case .orders: try write(\.purchases, into: &rows, to: sink) { $0.append($1, number: $2) }
        case .orderItems: try write(\.purchases, into: &rows, to: sink, append: append(linesOf:_:number:))
        case .products: writeProducts(&rows)
        case .consents:
            try write(\.consents, into: &rows, to: sink) { rows, change, _ in
                let person = person(change.moment.profile)
                rows.append(change, of: person, contact: contact(of: person))
            }
        }
        try rows.finish(to: sink)
    }

    private func writeProfiles<Failure>(
        _ rows: inout Rows, to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        for number in 0..<profiles {
            let life = Life(of: number + 1, in: self)
            rows.append(life, contact: contact(of: life.person))
            try rows.drain(to: sink)
        }
    }

    /// Appends what happened in the order of time, numbered from 1.
    private func write<Row: Timed, Failure>(
        _ happened: (Life) -> [Row], into rows: inout Rows,
        to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void, append: (inout Rows, Row, Int) -> Void
    ) throws(Failure) {
        var number = 0
        try inTimeOrder(happened) { (row) throws(Failure) in
            number += 1
            append(&rows, row, number)
            try rows.drain(to: sink)
        }
    }

    private func append(linesOf rows: inout Rows, _ purchase: Purchase, number: Int) {
        for line in purchase.lines {
            rows.append(line, of: catalogue.products[line.product], order: number)
        }
    }

    private func writeProducts(_ rows: inout Rows) {
        for (index, product) in catalogue.products.enumerated() {
            rows.append(product, number: index + 1)
        }
    }
}
