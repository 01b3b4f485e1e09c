/// The short texts of a column that came lately, each with what it is counted as.
struct RecentTexts {
    private struct Slot {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var length = 0
        var marks: TypeEvidence.Marks = []
    }

    private var slots = [Slot](repeating: Slot(), count: 128)

    /// What a text is counted as; none where it did not come lately.
    ///
    /// - Precondition: the text is not empty.
    func marks(of field: Field) -> TypeEvidence.Marks? {
        guard field.count <= 16 else { return nil }
        let (low, high) = FieldHash.words(field)
        let slot = slots[place(of: field)]
        return slot.low == low && slot.high == high && slot.length == field.count ? slot.marks : nil
    }

    /// Remembers a text in the place of another.
    mutating func note(_ field: Field, _ marks: TypeEvidence.Marks) {
        guard field.count <= 16 else { return }
        let (low, high) = FieldHash.words(field)
        slots[place(of: field)] = Slot(low: low, high: high, length: field.count, marks: marks)
    }

    private func place(of field: Field) -> Int { Int(truncatingIfNeeded: FieldHash.hash(field) >> 20) & 127 }
}
