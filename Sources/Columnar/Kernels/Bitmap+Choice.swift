extension Bitmap {
    /// The rows of one set where this set holds them, and those of another where it does not.
    ///
    /// - Precondition: all cover the same number of rows.
    /// - Complexity: O(`rows` / 64)
    public func choosing(_ inside: Bitmap, else outside: Bitmap) -> Bitmap {
        precondition(rows == inside.rows && rows == outside.rows, "bitmaps of different tables")
        var result = self
        result.withWords { words in
            inside.words.withUnsafeBufferPointer { inside in
                outside.words.withUnsafeBufferPointer { outside in
                    for index in words.indices {
                        words[index] = outside[index] ^ ((inside[index] ^ outside[index]) & words[index])
                    }
                }
            }
        }
        return result
    }

    /// The number of rows that `choosing(_:else:)` would hold.
    ///
    /// - Precondition: all cover the same number of rows.
    /// - Complexity: O(`rows` / 64)
    public func countChoosing(_ inside: Bitmap, else outside: Bitmap) -> Int {
        precondition(rows == inside.rows && rows == outside.rows, "bitmaps of different tables")
        return words.withUnsafeBufferPointer { words in
            inside.words.withUnsafeBufferPointer { inside in
                outside.words.withUnsafeBufferPointer { outside in
                    var count = 0
                    for index in words.indices {
                        let chosen = outside[index] ^ ((inside[index] ^ outside[index]) & words[index])
                        count += chosen.nonzeroBitCount
                    }
                    return count
                }
            }
        }
    }
}
