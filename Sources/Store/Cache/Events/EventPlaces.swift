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
        places = try scratch.lane(arrivals.rows)
        var timelines = try RecordTimelines(of: arrivals.records, records: records, scratch: scratch)
        var nextPlace = ranges.map { UInt32($0.lowerBound) }
        let order = arrivals.isOrdered ? nil : try TimeOrder(arrivals.times, scratch: scratch)
        let (places, types, owners) = (places, arrivals.types, arrivals.records)
        nextPlace.withUnsafeMutableBufferPointer { nextPlace in
            timelines.gather { put in
                @inline(__always) func take(_ row: Int) {
                    let type = Int(types[row])
                    let place = nextPlace[type]
                    nextPlace[type] = place + 1
                    places[row] = place
                    put(owners[row], place)
                }
                if let order {
                    for row in order.rows { take(Int(row)) }
                } else {
                    for row in types.indices { take(row) }
                }
            }
        }
        if let order { scratch.release(order.rows) }
        (ends, timeline) = (timelines.ends, try timelines.laidOut())
    }
}
