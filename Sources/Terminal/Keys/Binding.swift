/// Where a binding holds.
public enum Scope: String, Hashable, Sendable, CaseIterable {
    case everywhere, editor, rfm, journeys, duplicates
}

/// The keys of one action.
public struct Binding: Hashable, Sendable {
    /// What the keys ask for.
    public let action: Action
    /// Its keys, the preferred one first.
    public var sequences: [KeySequence]
    /// Where the keys hold.
    public let scope: Scope

    /// Binds keys to an action.
    public init(_ action: Action, _ sequences: [KeySequence], scope: Scope = .everywhere) {
        self.action = action
        self.sequences = sequences
        self.scope = scope
    }
}

extension Binding {
    /// The bindings that the program comes with, in the order of the help page.
    static let standard: [Binding] =
        table.map { Binding($0, $1.compactMap { KeySequence($0) }) }
        + local.map { Binding($0, $1.compactMap { KeySequence($0) }, scope: $2) }

    static let table: [(Action, [String])] = [
        (.up, ["Up", "k"]), (.down, ["Down", "j"]), (.left, ["Left"]), (.right, ["Right"]),
        (.pageUp, ["PgUp", "^B"]), (.pageDown, ["PgDn", "^F"]), (.first, ["Home", "g g"]), (.last, ["End", "G"]),
        (.open, ["Enter"]), (.cancel, ["Esc"]), (.back, ["Backspace"]),
        (.nextPane, ["Tab"]), (.previousPane, ["Shift-Tab"]),
        (.find, ["/", "."]), (.filter, ["f"]), (.sort, ["s"]), (.columns, ["c"]),
        (.mark, ["Space"]), (.markAll, ["*"]), (.add, ["a"]), (.delete, ["d", "Del"]), (.duplicate, ["D"]),
        (.segment, ["e"]), (.measure, ["m", "%"]), (.breakDown, ["b"]), (.compare, ["v"]), (.contrast, ["V"]),
        (.window, ["w"]),
        (.scope, ["S"]), (.asOf, ["t"]), (.earlier, ["["]), (.later, ["]"]),
        (.explain, ["i"]), (.commandLine, ["!"]), (.copy, ["y"]), (.export, ["x"]),
        (.undo, ["u"]), (.redo, ["U", "^R"]), (.save, ["^S"]), (.refresh, ["r", "F5"]), (.pause, ["p"]),
        (.zoom, ["z"]), (.mouse, ["M"]), (.plainPage, ["P"]), (.help, ["?", ",", "F1"]), (.palette, ["^P", ":"]),
        (.repaint, ["^L"]), (.suspend, ["^Z"]), (.quit, ["q"]), (.stop, ["^C"]),
        (.showDashboard, ["1", "g d"]), (.showProfiles, ["2", "g p"]), (.showSegments, ["3", "g s"]),
        (.showRFM, ["4", "g r"]), (.showFunnels, ["5", "g f"]), (.showCohorts, ["6", "g c"]),
        (.showJourneys, ["7", "g j"]), (.showLive, ["8", "g l"]), (.showData, ["9"]),
        (.showLifecycle, ["g y"]), (.showFlow, ["g w"]), (.showMailings, ["g m"]), (.showSessions, ["g e"]),
        (.showValue, ["g v"]),
        (.showImports, ["g i"]), (.showQuality, ["g q"]), (.showDuplicates, ["g u"]), (.showConsents, ["g k"]),
        (.showExperiments, ["g x"]), (.showOptions, ["g o"]), (.tour, ["g t"]),
    ]

    static let local: [(Action, [String], Scope)] = [
        (.addOr, ["o"], .editor), (.negate, ["n"], .editor), (.group, ["("], .editor), (.ungroup, [")"], .editor),
        (.moveUp, ["K"], .editor), (.moveDown, ["J"], .editor), (.toggle, ["-"], .editor),
        (.textOrTree, ["T"], .editor), (.overlap, ["O"], .editor),
        (.groupNames, ["n"], .rfm), (.testSend, ["T"], .journeys),
        (.samePerson, ["="], .duplicates), (.differentPerson, ["-"], .duplicates),
    ]
}
