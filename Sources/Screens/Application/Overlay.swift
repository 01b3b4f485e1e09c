import Analytics
import Customers
import Terminal

/// What stands in front of a screen and takes the keys.
enum Overlay: Sendable {
    case page(PageOverlay)
    case palette(Palette)
    case menu(Menu)
    case picker(Picker)
    case tour(Tour)
    case prompt(Prompt)
    case confirm(Confirm, Intent)
}

/// What an overlay was shown for.
enum Intent: Hashable, Sendable {
    /// Does what the keys after this one ask for.
    case goTo(Key)
    case asOf, scope, scopeChoice, quit
    case sort, columns, kind, source
    /// Changes the column under the cursor.
    case columnRole, columnIdentifier, columnName, columnType, columnForm
    case saveMapping, importIntoSample
    case undoImport(Int)
    case export
    /// Saves a filter's text under the name to be given.
    case nameSegment(filter: String)
    case deleteSegment(name: String)
    /// Versions of a segment: which one, what to do with it, and what to do where somebody saved another meanwhile.
    case version, versionUse, overtaken
    /// The segments to compare with.
    case compared
    /// A segment to say why of, and the events to show of a person.
    case why, timelineNames
    case setting(Int)
    case option(Options.Row)
    /// A new funnel, its name, a step of it, its groups, its terms, what it excludes.
    case funnelSteps, nameFunnel, funnelStep(place: Int, isNew: Bool), funnelSplit, funnelTerms, funnelExcluded
    case deleteFunnel(name: String)
    /// The report of RFM: what it is made of, its groups, its terms in words.
    case report, reportGroups, reportTerms
    /// What a report over periods is about: its parts, one of its events by number, and that event in words.
    case reportParts
    case reportEvent(Int)
    case reportEventText(Int)
    /// What a flow goes between: what kind of states, and which segments.
    case flowStates, flowSegments
    /// The dashboard: its measures, how many days, and the limit of one measure.
    case tiles, tileDays
    /// The trait by which customer value is added up.
    case valueTrait
    case tileLimit(Metric)
}

/// What was chosen in an overlay.
enum Choice: Hashable, Sendable {
    case text(String)
    case item(Int)
    case items([Int])
    case confirmed
}

/// A page of text with a title, to scroll and to copy.
struct PageOverlay: Hashable, Sendable {
    var title: String
    var page: TextPage
    /// What the copying key takes; none for the whole page.
    var copied: String?
}

/// A few choices, each on a key.
struct Menu: Hashable, Sendable {
    struct Item: Hashable, Sendable {
        var key: Key
        var label: String
        /// What stands right of the label, such as a sign for the present choice.
        var note = ""
    }

    var title: String
    var items: [Item]
    var intent: Intent
    var scroll: Scroll

    init(_ title: String, items: [Item], intent: Intent, selected: Int = 0) {
        self.title = title
        self.items = items
        self.intent = intent
        scroll = Scroll(count: items.count, selected: selected)
    }

    /// A menu whose choices are on the digits, from the tenth on on letters, and after those on capitals.
    init(_ title: String, labels: [String], intent: Intent, selected: Int = 0) {
        let keys = Array("123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        self.init(
            title, items: zip(keys, labels).map { Item(key: .character($0), label: $1) }, intent: intent,
            selected: selected)
    }
}

/// A question that is answered with a line of text.
struct Prompt: Hashable, Sendable {
    var title: String
    /// What to write, in a sentence.
    var note: String
    var field: TextField
    var intent: Intent
    /// Why the last try was not taken.
    var refusal = ""
    /// Whether the text is a proposal that the next letter replaces; a key that moves keeps it for editing.
    var isProposal: Bool

    /// - `isProposal`: whether typing replaces the text.
    init(_ title: String, note: String, text: String = "", intent: Intent, isProposal: Bool = false) {
        self.isProposal = isProposal && !text.isEmpty
        self.title = title
        self.note = note
        field = TextField(text)
        self.intent = intent
    }

    /// Asks for the path of a file for the people of something that has a name.
    init(exportOf name: String, _ context: Context) {
        let letters = name.trimmed.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
        self.init(
            context.say("export.title", "Export"),
            note: context.say("export.note", "The path of a CSV file. ! shows the command that does the same."),
            text: (letters.isEmpty ? "segment" : String(letters)) + ".csv", intent: .export)
    }

    /// Takes a key into the field.
    mutating func type(_ key: Key) {
        refusal = ""
        switch key {
        case .character where isProposal: field.replace(with: "")
        case .backspace where isProposal, .delete where isProposal:
            field.replace(with: "")
            isProposal = false
            return
        default: break
        }
        isProposal = false
        _ = field.update(key)
    }

    /// Takes pasted text into the field.
    mutating func insert(_ text: String) {
        if isProposal { field.replace(with: "") }
        isProposal = false
        field.insert(text)
    }
}
