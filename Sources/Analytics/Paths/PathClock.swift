import Columnar
public import Phrases

/// How the times of paths are counted in few bits: from the first event on, long stretches without any shortened.
///
/// The times of nearly every store lie within ``room`` and are counted as they are. But an event of the year 1, which
/// some programs write for a date that they do not know, would drive all others out of their bits. A stretch without
/// events is then counted as just so long that what lies on both sides of it has nothing to do with each other.
struct PathClock: Sendable {
    /// A stretch of time that is counted as it is.
    struct Era {
        /// In milliseconds since 1970.
        let span: Range<Int64>
        /// The instant that would be counted as 0, in milliseconds since 1970.
        let origin: Int64
    }

    /// What is counted stays below so many milliseconds, which are 557 years.
    static let room: Int64 = 1 << 44
    private static let year: Int64 = 366 * 86_400_000

    /// The stretches that are counted, in order; what lies between them holds no events.
    let eras: [Era]
    private let origin: Int64
    private let isWhole: Bool

    /// A clock for the events of some tables.
    ///
    /// - Parameters:
    ///   - tables: times that rise.
    ///   - span: all that is counted, in milliseconds since 1970.
    ///   - reach: events of one profile that lie further apart than this have nothing to do with each other, in
    ///     milliseconds.
    /// - Throws: `PathLengthError` where what is left is longer than ``room``.
    /// - Complexity: O(tables x years with events x log events) where the span is longer than ``room``
    init(of tables: [TimeLane], in span: Range<Int64>, reach: Int64) throws(PathLengthError) {
        origin = span.lowerBound
        guard span.upperBound - span.lowerBound > Self.room else {
            eras = [Era(span: span, origin: origin)]
            isWhole = true
            return
        }
        guard reach < Self.room else { throw PathLengthError(isEndless: true) }
        eras = try Self.eras(of: tables, in: span, cell: max(reach, Self.year) + 1)
        isWhole = false
    }

    /// Cuts time into cells, and leaves out those without events but for one between others.
    private static func eras(
        of tables: [TimeLane], in span: Range<Int64>, cell: Int64
    ) throws(PathLengthError) -> [Era] {
        var eras: [Era] = []
        var counted: Int64 = 0
        var start = span.lowerBound
        while true {
            var end = start + cell
            var next = first(of: tables, from: end, before: span.upperBound)
            while let time = next, time - end < cell {
                end += cell
                next = first(of: tables, from: end, before: span.upperBound)
            }
            eras.append(Era(span: start..<min(end, span.upperBound), origin: start - counted))
            counted += end - start + cell
            guard counted <= room else { throw PathLengthError(isEndless: false) }
            guard let next else { return eras }
            start = next
        }
    }

    /// The first event in a stretch of time.
    private static func first(of tables: [TimeLane], from start: Int64, before end: Int64) -> Int64? {
        tables.compactMap { times in
            let row = times.lowerBound(start)
            return row < times.count && times[row] < end ? times[row] : nil
        }.min()
    }

    /// The instant of a counted time, in milliseconds since 1970.
    @inline(__always)
    func instant(of counted: Int64) -> Int64 {
        isWhole ? counted + origin : laterInstant(of: counted)
    }

    private func laterInstant(of counted: Int64) -> Int64 {
        let era = eras.last { $0.span.lowerBound - $0.origin <= counted } ?? eras[0]
        return counted + era.origin
    }

    /// How an instant is counted; one before the first event as 0, one after a stretch as the end of that.
    func counted(_ instant: Int64) -> Int64 {
        guard let era = eras.last(where: { $0.span.lowerBound <= instant }) else { return 0 }
        return min(instant, era.span.upperBound) - era.origin
    }
}

/// Events that are followed person by person lie too far apart.
public struct PathLengthError: Phrased, Hashable, CustomStringConvertible {
    /// Whether events at any distance belong together.
    public let isEndless: Bool

    public var description: String { phrase.description }

    public var phrase: Phrase {
        isEndless
            ? Phrase(
                "paths.endless",
                """
                The events lie in more than 557 years, too many to follow a person for any length of time; write how long \
                with ‘within’, or ask about a period.
                """)
            : Phrase("paths.toolong", "The events lie in more than 557 years; ask about a period.")
    }
}
