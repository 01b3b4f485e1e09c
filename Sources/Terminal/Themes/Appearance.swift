/// What a style looks like; no colour means the terminal's own.
public struct Appearance: Hashable, Sendable {
    /// The colour of the text.
    public var foreground: Color?
    /// The colour behind it.
    public var background: Color?
    /// What is done to the text besides.
    public var emphasis: Emphasis

    /// An appearance, by default the terminal's own.
    public init(foreground: Color? = nil, background: Color? = nil, emphasis: Emphasis = []) {
        self.foreground = foreground
        self.background = background
        self.emphasis = emphasis
    }
}

extension Appearance {
    /// The appearance in colours that a terminal has; the foreground stays legible on the background.
    func matched(to depth: ColorDepth) -> Appearance {
        guard let background = background?.matched(to: depth) else { return self }
        var matched = Appearance(
            foreground: foreground?.matched(to: depth), background: background, emphasis: emphasis)
        guard depth <= .sixteen else { return matched }
        let ground = background.value
        if contrast(matched.foreground?.value ?? ground, ground) < legibleContrast {
            let isDark = contrast(0xFFFFFF, ground) > contrast(0x000000, ground)
            matched.foreground = .indexed(isDark ? (depth == .eight ? 7 : 15) : 0)
        }
        return matched
    }
}
