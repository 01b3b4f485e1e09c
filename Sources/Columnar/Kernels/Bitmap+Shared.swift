extension Bitmap {
    /// The number of rows in both.
    ///
    /// - Precondition: both cover the same number of rows.
    /// - Complexity: O(`rows` / 64)
    public func countShared(with other: Bitmap) -> Int {
        precondition(rows == other.rows, "bitmaps of different tables")
        return words.withUnsafeBufferPointer { mine in
            other.words.withUnsafeBufferPointer { others in
                var count = 0
                for index in mine.indices { count += (mine[index] & others[index]).nonzeroBitCount }
                return count
            }
        }
    }
}
