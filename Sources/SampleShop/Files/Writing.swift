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
        case .events: try writeEvents(&rows, to: sink)
        case .orders: try writeOrders(&rows, to: sink)
        case .orderItems: try writeOrderItems(&rows, to: sink)
        case .products: writeProducts(&rows)
        case .consents: try writeConsents(&rows, to: sink)
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

    private func writeEvents<Failure>(
        _ rows: inout Rows, to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        var number = 0
        try inTimeOrder(\.happenings) { (happening) throws(Failure) in
            number += 1
            rows.append(happening, number: number)
            try rows.drain(to: sink)
        }
    }

    private func writeOrders<Failure>(
        _ rows: inout Rows, to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        var number = 0
        try inTimeOrder(\.purchases) { (purchase) throws(Failure) in
            number += 1
            rows.append(purchase, number: number)
            try rows.drain(to: sink)
        }
    }

    private func writeOrderItems<Failure>(
        _ rows: inout Rows, to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        var number = 0
        try inTimeOrder(\.purchases) { (purchase) throws(Failure) in
            number += 1
            for line in purchase.lines {
                rows.append(line, of: catalogue.products[line.product], order: number)
            }
            try rows.drain(to: sink)
        }
    }

    private func writeProducts(_ rows: inout Rows) {
        for (index, product) in catalogue.products.enumerated() {
            rows.append(product, number: index + 1)
        }
    }

    private func writeConsents<Failure>(
        _ rows: inout Rows, to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        try inTimeOrder(\.consents) { (change) throws(Failure) in
            let person = person(change.moment.profile)
            rows.append(change, of: person, contact: contact(of: person))
            try rows.drain(to: sink)
        }
    }
}
