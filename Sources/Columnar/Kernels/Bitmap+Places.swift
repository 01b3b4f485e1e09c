extension Bitmap {
    /// Adds the place of every row of a mask.
    ///
    /// - Precondition: every place lies inside this set; the mask lies inside the lane.
    @inlinable
    public mutating func insert(placesOf rows: Mask, in places: Lane<UInt32>) {
        precondition(rows.rows.upperBound <= places.count, "a mask outside its lane")
        let count = self.rows
        places.withValues { places in
            withWords { words in
                rows.forEach { row in
                    let place = Int(places[row])
                    precondition(place < count, "a place outside the set")
                    words[place >> 6] |= 1 << UInt64(place & 63)
                }
            }
        }
    }

    /// Adds the place of every row of another set.
    ///
    /// - Precondition: every place lies inside this set; the other set lies inside the lane.
    public mutating func insert(placesOf rows: Bitmap, in places: Lane<UInt32>) {
        precondition(rows.rows <= places.count, "a set outside its lane")
        let count = self.rows
        places.withValues { places in
            withWords { words in
                for (index, word) in rows.words.enumerated() {
                    var rest = word
                    while rest != 0 {
                        let place = Int(places[index << 6 | rest.trailingZeroBitCount])
                        precondition(place < count, "a place outside the set")
                        words[place >> 6] |= 1 << UInt64(place & 63)
                        rest &= rest - 1
                    }
                }
            }
        }
    }

    /// Adds the place of every row of a range.
    ///
    /// - Precondition: every place lies inside this set; the range lies inside the lane.
    @inlinable
    public mutating func insert(placesOf rows: Range<Int>, in places: Lane<UInt32>) {
        precondition(rows.upperBound <= places.count, "a range outside its lane")
        let count = self.rows
        places.withValues { places in
            withWords { words in
                for row in rows {
                    let place = Int(places[row])
                    precondition(place < count, "a place outside the set")
                    words[place >> 6] |= 1 << UInt64(place & 63)
                }
            }
        }
    }
}
