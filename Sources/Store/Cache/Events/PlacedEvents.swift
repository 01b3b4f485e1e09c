import GRDB

/// The events of a store with the place of each, for all who write a part of them.
///
/// Nothing of it changes once it is made, so that threads may share it; the memory lives as long as this does.
final class PlacedEvents: @unchecked Sendable {
    let arrivals: EventArrivals
    let places: EventPlaces
    /// The tables, one a name, without their properties.
    let tables: [CacheDirectory.TableEntry]
    private let scratch: Scratch

    /// Reads who did what and when, and writes the timeline of every record.
    init(_ builder: CacheBuilder) throws {
        let writer = builder.writer
        scratch = Scratch(in: writer.folder)
        let reader = try ArrivalReader(.events, catalogue: builder.catalogue, in: builder.db)
        arrivals = try EventArrivals(reader, catalogue: builder.catalogue, scratch: scratch)
        places = try EventPlaces(arrivals, records: builder.records, scratch: scratch)
        scratch.release(arrivals.types)
        let ranges = places.ranges
        tables = arrivals.names.enumerated().map { number, name in
            .init(name: name, prefix: "event/\(number)", rows: ranges[number].count)
        }
        writer.directory.events = arrivals.rows
        writer.directory.firstEvent = arrivals.first
        writer.directory.lastEvent = arrivals.last
        try writer.write("timeline/ends", places.ends)
        try writer.write("timeline/rows", places.timeline)
    }
}
