import Columnar

/// A share of all profiles, the same ones whenever it is asked for.
///
/// What decides is SHA-256 of the UTF-8 of the profile's smallest identifier (`kind:normal form`), one byte 0, and the
/// UTF-8 of the salt, in this order: its first eight bytes, the most significant first, modulo 10,000. A profile is in
/// `sample 12.5 % salt "x"` where that is below 1,250. The smallest identifier is the first of all its records' in the
/// order of UTF-8 bytes; a profile without one is taken by `#` and its number.
struct Sample {
    /// Of 10,000.
    let parts: Int
    let salt: String

    /// The profiles in the sample, by a column of their smallest identifiers.
    func profiles(identifiedBy column: Column) throws -> Bitmap {
        var members = Bitmap(rows: column.count)
        let end = [0] + Array(salt.utf8)
        try forEachBlock(of: 0..<column.count) { block in
            for profile in block {
                let identifier = identifier(of: profile, in: column)
                if SHA256(identifier + end).prefix % 10_000 < UInt64(parts) { members[profile] = true }
            }
        }
        return members
    }

    private func identifier(of profile: Int, in column: Column) -> [UInt8] {
        if case .texts(let bytes, let ends) = column {
            let start = profile == 0 ? 0 : Int(ends[profile - 1])
            let end = Int(ends[profile])
            if start < end { return bytes.withValues { Array($0[start..<end]) } }
        } else if case .text(let text)? = column[profile] {
            return Array(text.utf8)
        }
        return Array("#\(profile)".utf8)
    }
}
