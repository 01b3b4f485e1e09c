import Phrases
import Terminal
import Testing

struct KeyMapTests {
    @Test(arguments: [
        ("j", Action.down), ("Up", .up), ("Enter", .open), ("Esc", .cancel), ("^S", .save), ("4", .showRFM),
        ("/", .find),
        (".", .find), ("?", .help), (",", .help), ("Shift-Tab", .previousPane), ("Space", .mark), ("^R", .redo),
        ("G", .last),
        ("g g", .first), ("g y", .showLifecycle), ("[", .earlier), (":", .palette), ("F5", .refresh),
    ])
    func `finds the action of a key`(name: String, action: Action) {
        #expect(KeyMap.standard.match(KeySequence(name)?.keys ?? []) == .action(action))
    }

    @Test func `a prefix waits for its second key and shows what there is`() {
        let map = KeyMap.standard
        #expect(map.match([.character("g")]) == .prefix)
        #expect(map.match([.character("g"), .character("я")]) == .nothing)
        #expect(map.menu(after: .character("g")).contains { $0.key == .character("w") && $0.action == .showFlow })
        #expect(map.match([.character("п"), .character("к")]) == .action(.showRFM))
    }

    @Test func `what belongs to a screen holds there alone`() {
        let map = KeyMap.standard
        #expect(map.match([.character("n")], in: .editor) == .action(.negate))
        #expect(map.match([.character("n")], in: .rfm) == .action(.groupNames))
        #expect(map.match([.character("n")]) == .nothing)
        #expect(map.match([.character("-")], in: .duplicates) == .action(.differentPerson))
        #expect(map.match([.character("f")], in: .editor) == .action(.filter))
    }

    @Test(arguments: ["a", "Space", "/", "я", "Backspace", "Left", "Home", "Del", "^A", "^W", "^R", "Ctrl-Left", "g g"])
    func `a text field with the focus keeps its keys`(name: String) {
        #expect(KeyMap.standard.match(KeySequence(name)?.keys ?? [], isTyping: true) == .nothing)
    }

    @Test(arguments: [
        ("Esc", Action.cancel), ("Enter", .open), ("Up", .up), ("PgDn", .pageDown), ("Tab", .nextPane), ("^S", .save),
        ("^P", .palette), ("^C", .stop), ("F1", .help),
    ])
    func `other keys act while typing`(name: String, action: Action) {
        #expect(KeyMap.standard.match(KeySequence(name)?.keys ?? [], isTyping: true) == .action(action))
    }

    @Test(arguments: [
        (KeyboardLayout.jcuken, "о", Action.down), (.jcuken, "л", .up), (.jcuken, "х", .earlier),
        (.jcuken, "ъ", .later),
        (.jcuken, "Ж", .palette), (.jcuken, "і", .sort), (.jcuken, "ї", .later), (.jcuken, "В", .duplicate),
        (.jcuken, "ы", .sort), (.jcuken, "П", .last), (.bulgarian, "н", .up), (.bulgarian, "т", .down),
        (.bulgarianPhonetic, "й", .down), (.bulgarianPhonetic, "я", .quit), (.greek, "ξ", .down), (.greek, "Γ", .last),
    ])
    func `letters of other layouts act as the Latin ones on the same keys`(
        layout: KeyboardLayout, letter: String, action: Action
    ) {
        var map = KeyMap.standard
        map.layout = layout
        #expect(map.match([.character(Character(letter))]) == .action(action))
    }

    @Test(arguments: [KeyMap.standard, .vim])
    func `the maps that come with the program have no conflicts`(map: KeyMap) {
        #expect(map.conflicts == [])
    }

    @Test func `every action has a key and its own words`() {
        for action in Action.allCases {
            #expect(!KeyMap.standard.sequences(for: action).isEmpty, "\(action) has no key")
            #expect(action.title.english != action.rawValue, "\(action) has no words")
        }
        #expect(Set(Action.allCases.map(\.title.english)).count == Action.allCases.count)
    }

    @Test func `the vim preset makes letters arrows`() {
        #expect(KeyMap.vim.match([.character("h")]) == .action(.left))
        #expect(KeyMap.standard.match([.character("h")]) == .nothing)
    }

    @Test func `a configuration changes and unbinds keys`() {
        let (map, problems) = KeyMap.standard.overriding([
            "refresh": ["F6"], "suspend": ["none"], "up": ["j"], "down": ["k"],
        ])
        #expect(problems == [])
        #expect(map.match([.function(6)]) == .action(.refresh))
        #expect(map.match([.character("r")]) == .nothing)
        #expect(map.match([.control("z")]) == .nothing)
        #expect(map.match([.character("j")]) == .action(.up))
        #expect(map.match([.character("k")]) == .action(.down))
    }

    @Test func `an override takes a key from its old owner, who is told`() throws {
        let (map, problems) = KeyMap.standard.overriding(["zoom": ["f"]])
        let f = try #require(KeySequence("f"))
        #expect(problems == [.conflict(f, kept: .zoom, lost: .filter)])
        #expect(map.match([.character("f")]) == .action(.zoom))
        #expect(map.conflicts == [])
        #expect(problems.first?.description == "‘f’ is bound to both ‘zoom’ and ‘filter’; ‘zoom’ has it.")
    }

    @Test func `a key cannot be both an action and a prefix, nor global and local`() throws {
        let g = try #require(KeySequence("g"))
        let (map, problems) = KeyMap.standard.overriding(["zoom": ["g"], "add-or": ["f"]])
        #expect(problems.contains { if case .conflict(_, kept: .zoom, _) = $0 { true } else { false } })
        #expect(problems.contains { if case .conflict(_, kept: .addOr, lost: .filter) = $0 { true } else { false } })
        #expect(map.match(g.keys) == .action(.zoom))
    }

    @Test(arguments: [
        (["zom": ["z"]], KeyMapProblem.unknownAction("zom", suggestion: nil)),
        (["pag": ["z"]], .unknownAction("pag", suggestion: "page-up")),
        (["zoom": ["Hyper-z"]], .unknownKey("Hyper-z", action: "zoom")),
        (["zoom": ["^H"]], .reservedKey("^H", action: "zoom")),
        (["zoom": ["ctrl-i"]], .reservedKey("ctrl-i", action: "zoom")),
        (["zoom": ["^Q"]], .reservedKey("^Q", action: "zoom")),
        (["zoom": ["Alt-z"]], .reservedKey("Alt-z", action: "zoom")),
    ])
    func `says what is wrong with a configuration`(overrides: [String: [String]], problem: KeyMapProblem) {
        #expect(KeyMap.standard.overriding(overrides).problems == [problem])
    }

    @Test func `hints and help come from the same table`() {
        let (map, _) = KeyMap.standard.overriding(["open": ["F2"], "zoom": ["none"]])
        let people = Phrase("hint.people", "people")
        let hints = map.hints([.open, .zoom, .help], words: [.open: people])
        #expect(hints.map { "\($0.keys) \($0.words)" } == ["F2 people", "? help"])
        let help = map.help(in: .editor, actions: [.negate, .redo, .zoom])
        #expect(help.map(\.keys) == ["n", "U  ^R"])
        #expect(help.map(\.words.description) == ["Turn into its opposite", "Redo"])
    }
}
