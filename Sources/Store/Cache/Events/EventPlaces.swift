/// Where each event goes in the cache: the tables end to end, one a name, each in time order.
struct EventPlaces {
    /// The places of each name.
    let ranges: [Range<Int>]
    /// The place of each row of arrival.
    let places: UnsafeMutableBufferPointer<UInt32>
    /// Where the events of each record end in `timeline`.
    let ends: [UInt32]
    /// The places of each record's events in time order, one record after the other.
    let timeline: UnsafeMutableBufferPointer<UInt32>

    init(_ arrivals: EventArrivals, records: Int, scratch: Scratch) throws(StoreError) {
        var counts = [Int](repeating: 0, count: arrivals.names.count)
        for type in arrivals.types { counts[Int(type)] += 1 }
        var ranges: [Range<Int>] = []
        for count in counts {
            let start = ranges.last?.upperBound ?? 0
            ranges.append(start..<start + count)
        }
        self.ranges = ranges
        var ends = [UInt32](repeating: 0, count: records)
        for record in arrivals.records { ends[Int(record)] += 1 }
        var next = [UInt32](repeating: 0, count: records)
        var total: UInt32 = 0
        for record in ends.indices {
            next[record] = total
            total += ends[record]
            ends[record] = total
        }
        self.ends = ends
        places = try scratch.lane(arrivals.rows)
        timeline = try scratch.lane(arrivals.rows)
        var nextPlace = ranges.map { UInt32($0.lowerBound) }
        let order = arrivals.isOrdered ? nil : try TimeOrder(arrivals.times, scratch: scratch)
        let (places, timeline, types, owners) = (places, timeline, arrivals.types, arrivals.records)
        nextPlace.withUnsafeMutableBufferPointer { nextPlace in
            next.withUnsafeMutableBufferPointer { next in
                @inline(__always) func put(_ row: Int) {
                    let (type, record) = (Int(types[row]), Int(owners[row]))
                    let place = nextPlace[type]
                    nextPlace[type] = place + 1
                    places[row] = place
                    timeline[Int(next[record])] = place
                    next[record] += 1
                }
                if let order {
                    for row in order.rows { put(Int(row)) }
                } else {
                    for row in types.indices { put(row) }
                }
            }
        }
        if let order { scratch.release(order.rows) }
    }
}
