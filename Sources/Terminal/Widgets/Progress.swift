/// Work under way: a sign of life, and a bar once its size is known.
public struct Progress: Hashable, Sendable {
    /// What is being done.
    public var title: String
    /// 0 to 1; none while the size of the work is not known.
    public var share: Double?
    /// How fast and how much longer, as text: `412/s`, `4 s left`.
    public var rate: String
    public var remaining: String
    /// Counts up with time; picks the picture of the spinner.
    public var phase: Int

    /// Makes a state of work.
    public init(_ title: String, share: Double? = nil, rate: String = "", remaining: String = "", phase: Int = 0) {
        self.title = title
        self.share = share
        self.rate = rate
        self.remaining = remaining
        self.phase = phase
    }

    /// Draws one line: spinner, title, bar, percent, rate, time left; the bar goes first where it is narrow.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let phases = canvas.glyphs.spinner
        let spinner = phases[((phase % phases.count) + phases.count) % phases.count]
        let percent = share.map { Numbers.percent($0, places: 0) } ?? ""
        let facts = [percent, rate, remaining].filter { !$0.isEmpty }.joined(separator: "  ")
        let used = canvas.write(Line(String(spinner), .accent) + Line(" \(title) "), in: rect)
        let room = rect.inset(left: used)
        let width = canvas.drawing.width(of: facts)
        guard room.columns >= width else { return }
        let bar = room.inset(right: width + 1)
        if let share, bar.columns >= 4 {
            canvas.drawBar(share, in: bar)
            canvas.write(facts, in: room, align: .right)
        } else {
            canvas.write(facts, in: room)
        }
    }
}
