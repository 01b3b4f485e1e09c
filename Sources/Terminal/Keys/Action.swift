/// What a key can ask for, on any screen.
///
/// The raw value names the action in the configuration.
public enum Action: String, Hashable, Sendable, CaseIterable {
    case up, down, left, right
    case pageUp = "page-up"
    case pageDown = "page-down"
    case first, last
    case open, cancel, back
    case nextPane = "next-pane"
    case previousPane = "previous-pane"

    case showDashboard = "show-dashboard"
    case showProfiles = "show-profiles"
    case showSegments = "show-segments"
    case showRFM = "show-rfm"
    case showFunnels = "show-funnels"
    case showCohorts = "show-cohorts"
    case showJourneys = "show-journeys"
    case showLive = "show-live"
    case showData = "show-data"
    case showLifecycle = "show-lifecycle"
    case showFlow = "show-flow"
    case showMailings = "show-mailings"
    case showSessions = "show-sessions"
    case showValue = "show-value"
    case showImports = "show-imports"
    case showQuality = "show-quality"
    case showDuplicates = "show-duplicates"
    case showConsents = "show-consents"
    case showExperiments = "show-experiments"
    case showOptions = "show-options"

    case find, filter, sort, columns
    case mark
    case markAll = "mark-all"
    case add, delete, duplicate, segment
    case measure, breakDown = "break-down", compare, contrast, window, scope
    case asOf = "as-of"
    case earlier, later
    case explain
    case commandLine = "command-line"
    case copy, export
    case undo, redo, save
    case refresh, pause, zoom
    case mouse, tour
    case plainPage = "plain-page"
    case help, palette, repaint, suspend, quit, stop

    case addOr = "add-or"
    case negate, group, ungroup
    case moveUp = "move-up"
    case moveDown = "move-down"
    case toggle
    case textOrTree = "text-or-tree"
    case overlap
    case groupNames = "group-names"
    case testSend = "test-send"
    case samePerson = "same-person"
    case differentPerson = "different-person"
}
