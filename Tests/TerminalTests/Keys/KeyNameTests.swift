import Terminal
import Testing

struct KeyNameTests {
    @Test(arguments: [
        (Key.character("a"), "a"), (.character(" "), "Space"), (.control("s"), "^S"), (.pageUp, "PgUp"),
        (.function(12), "F12"),
        (.modified(.left, .control), "Ctrl-Left"), (.modified(.character("x"), .alt), "Alt-x"), (.backTab, "Shift-Tab"),
        (.modified(.up, [.control, .shift]), "Ctrl-Shift-Up"), (.character("-"), "-"), (.control("_"), "^_"),
        (.character("^"), "^"),
    ])
    func `a name reads back as its key`(key: Key, name: String) {
        #expect(key.name == name)
        #expect(Key(name: name) == key)
        #expect(Key(name: key.name.lowercased()) == key)
    }

    @Test(arguments: [
        ("ctrl-s", Key.control("s")), ("page-down", .pageDown), ("ESCAPE", .escape),
        ("shift-f5", .modified(.function(5), .shift)),
        ("return", .enter), ("shift-tab", .backTab),
    ])
    func `other spellings are read too`(name: String, key: Key) {
        #expect(Key(name: name) == key)
    }

    @Test(arguments: ["", "foo", "F0", "F99", "ctrl-", "-x", "shift-a", "super-x"])
    func `what is no key is refused`(name: String) {
        #expect(Key(name: name) == nil)
    }
}
