/// A filter whose names are found and whose times are fixed, ready to be evaluated.
public struct Plan: Sendable {
    let count: Int
}
