extension Drawing {
    /// A text in which nothing can move the terminal or hide: what a canvas would show of it.
    ///
    /// - Complexity: O(*n*) in its scalars.
    public func safe(_ text: some StringProtocol) -> String {
        var result = ""
        for cluster in text { safeText.glyphs(of: cluster) { glyph, _ in result.append(glyph) } }
        return result
    }
}
