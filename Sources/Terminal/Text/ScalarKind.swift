/// What a Unicode scalar does to a line of cells.
enum ScalarKind: UInt32 {
    case narrow, wide, ambiguous
    /// Takes no column and sits on the scalar before it.
    case mark
    /// Takes no column and shows nothing: variation selectors and their kind.
    case invisible
    /// Never sent to a terminal: controls, formats, private and unassigned scalars.
    case unsafe
}

/// The entry of the generated table that covers a scalar.
struct ScalarRun {
    let kind: ScalarKind
    /// Whether a joiner after the scalar makes an emoji sequence.
    let isPictographic: Bool

    /// Looks a scalar up.
    ///
    /// - Complexity: O(log *n*) in the number of runs; O(1) for ASCII.
    init(of scalar: Unicode.Scalar) {
        let packed = (0x20..<0x7F).contains(scalar.value) ? 0 : Self.entry(covering: scalar.value)
        kind = ScalarKind(rawValue: packed & 7) ?? .unsafe
        isPictographic = packed & 8 != 0
    }

    private static func entry(covering value: UInt32) -> UInt32 {
        var low = 0
        var high = scalarRuns.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if scalarRuns[middle] >> 4 <= value { low = middle } else { high = middle }
        }
        return scalarRuns[low]
    }
}
