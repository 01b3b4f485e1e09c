/// The shapes that widgets are drawn with, each one column wide.
public struct Glyphs: Hashable, Sendable {
    /// The sides of a border.
    public let horizontal, vertical: Character
    /// The corners of a border.
    public let topLeft, topRight, bottomLeft, bottomRight: Character
    /// Shows that text was cut.
    public let ellipsis: Character
    /// Stands before the selected row, a marked row, and between the parts of a breadcrumb.
    public let selected, marked, separator: Character
    /// Stand before a branch of a tree that hides its parts, and one that shows them.
    public let folded, unfolded: Character
    /// Show that more lies left and right.
    public let moreLeft, moreRight: Character
    /// Stands between short facts in one line.
    public let dot: Character
    /// More and less, ascending and descending.
    public let up, down: Character
    /// Marks what is live, what needs attention, and the line of several that narrows the most.
    public let live, warning, tightest: Character
    /// Parts of a bar's last cell, from the thinnest to the full one.
    public let bars: [Character]
    /// Heights of a sparkline, from the lowest.
    public let sparks: [Character]
    /// Fillings of a heat map, from empty to full; 5.
    public let heat: [Character]
    /// Phases of a spinner.
    public let spinner: [Character]
    /// Marks for a stale and an estimated number.
    public let stale, estimate: Character
    /// Stands before how far an estimate may be off.
    public let offBy: String

    /// Lines, blocks and braille.
    public static let unicode = Glyphs(
        horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
        ellipsis: "…", selected: "›", marked: "●", separator: "▸", folded: "▸", unfolded: "▾",
        moreLeft: "‹", moreRight: "›", dot: "·", up: "▲", down: "▼",
        live: "●", warning: "!", tightest: "◂", bars: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
        sparks: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], heat: [" ", "░", "▒", "▓", "█"],
        spinner: ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧"], stale: "~", estimate: "≈",
        offBy: "±")

    /// Plain characters, for where those are missing or too wide.
    public static let ascii = Glyphs(
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        ellipsis: "~", selected: ">", marked: "*", separator: ">", folded: "+", unfolded: "-",
        moreLeft: "<", moreRight: ">", dot: ",", up: "^", down: "v",
        live: "*", warning: "!", tightest: "<", bars: ["#"],
        sparks: ["_", ".", "-", "=", "+", "*", "%", "#"], heat: [" ", ".", ":", "%", "#"],
        spinner: ["|", "/", "-", "\\"], stale: "~", estimate: "?", offBy: "+-")
}
