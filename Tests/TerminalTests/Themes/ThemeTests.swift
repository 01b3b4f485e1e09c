import Foundation
import Terminal
import Testing

struct ThemeTests {
    static let names = [
        "colorblind", "dark", "light", "high-contrast", "mono", "solarized-dark", "gruvbox", "nord", "dracula",
        "catppuccin-mocha",
    ]

    @Test(arguments: names, [ColorDepth.indexed, .direct])
    func `every role is legible on its background`(name: String, depth: ColorDepth) throws {
        let theme = try load(name)
        for role in Role.allCases {
            let appearance = theme.appearance(of: Style(role), at: depth)
            guard let foreground = appearance.foreground else { continue }
            let grounds = appearance.background.map { [$0.value] } ?? theme.ground.colors
            for ground in grounds {
                let ratio = contrast(foreground.value, ground)
                #expect(ratio >= 4.5, "\(role) of \(name) has a contrast of \(ratio)")
                if name == "high-contrast" { #expect(ratio >= 7, "\(role) has a contrast of \(ratio)") }
            }
        }
    }

    @Test(arguments: names, [ColorDepth.eight, .sixteen])
    func `few colours are still told from their background`(name: String, depth: ColorDepth) throws {
        let theme = try load(name)
        for role in Role.allCases {
            let appearance = theme.appearance(of: Style(role), at: depth)
            guard let foreground = appearance.foreground else { continue }
            let grounds = appearance.background.map { [$0.value] } ?? theme.ground.colors
            for ground in grounds { #expect(contrast(foreground.value, ground) >= 2, "\(role) of \(name) at \(depth)") }
            for case .indexed(let index) in [foreground, appearance.background].compactMap({ $0 }) {
                #expect(Int(index) < depth.rawValue)
            }
        }
    }

    @Test func `the theme compiled in is the file of its name`() throws {
        #expect(try load("colorblind") == Theme.standard)
    }

    @Test(arguments: names)
    func `without colour no state looks like another`(name: String) throws {
        let theme = try load(name)
        let states: [Role] = [.selection, .error, .warning, .match, .mark, .stale, .text, .header]
        let looks = states.map { theme.appearance(of: Style($0), at: .mono) }
        #expect(Set(looks).count == states.count)
        #expect(looks.allSatisfy { $0.foreground == nil && $0.background == nil })
    }

    @Test(arguments: names)
    func `with colour the selection differs from all else`(name: String) throws {
        let theme = try load(name)
        let selection = theme.appearance(of: .selection)
        #expect(Role.allCases.filter { theme.appearance(of: $0) == selection } == [.selection])
    }

    @Test func `emphasis of a style is added to its role's`() {
        let look = Theme.standard.appearance(of: Style(.error, .dim), at: .mono)
        #expect(look.emphasis == [.bold, .underline, .dim])
    }

    @Test func `heat grows lighter step by step`() throws {
        for name in Self.names where name != "mono" {
            let theme = try load(name)
            let steps: [Role] = [.heat0, .heat1, .heat2, .heat3, .heat4]
            let light = steps.compactMap { theme.appearance(of: $0).background.map { contrast($0.value, 0) } }
            #expect(light == light.sorted())
            #expect(Set(light).count == 5)
        }
    }

    @Test(arguments: [
        (Color.rgb(0xFF0000), ColorDepth.indexed, Color.indexed(196)), (.rgb(0x767676), .indexed, .indexed(243)),
        (.rgb(0x005FAF), .indexed, .indexed(25)), (.indexed(4), .indexed, .indexed(4)),
        (.rgb(0x123456), .direct, .rgb(0x123456)),
    ])
    func `colours are matched to the terminal`(color: Color, depth: ColorDepth, matched: Color) {
        let theme = Theme(name: "test", appearances: [.good: Appearance(foreground: color)])
        #expect(theme.appearance(of: Style(.good), at: depth).foreground == matched)
    }

    @Test func `a role reads colours, variables and emphasis`() throws {
        let theme = try Theme(
            name: "mine", ground: "night", colors: ["night": "#101010"],
            roles: ["good": "#00ff00 on night bold underline", "muted": "245", "text": "default"])
        #expect(
            theme.appearance(of: .good)
                == Appearance(foreground: .rgb(0x00FF00), background: .rgb(0x101010), emphasis: [.bold, .underline]))
        #expect(theme.appearance(of: .muted) == Appearance(foreground: .indexed(245)))
        #expect(theme.appearance(of: .text) == Appearance())
        #expect(theme.ground == .color(0x101010))
        #expect(theme.appearance(of: .error) == Theme.standard.appearance(of: .error))
    }

    @Test(arguments: [
        ([:], ["selektion": "bold"], ThemeError.unknownRole("selektion")),
        (["red": "ff0000"], [:], .badColor("ff0000", name: "red")),
        (["red": "#ff00zz"], [:], .badColor("#ff00zz", name: "red")),
        ([:], ["good": "grass"], .unknownWord("grass", role: "good")),
        ([:], ["good": "on 20"], .backgroundAlone(role: "good")),
    ])
    func `says what is wrong with a theme`(colors: [String: String], roles: [String: String], error: ThemeError) {
        #expect(throws: error) { try Theme(name: "x", colors: colors, roles: roles) }
    }

    @Test(arguments: [(0x000000, 0xFFFFFF, 21.0), (0x777777, 0xFFFFFF, 4.48), (0xFFFFFF, 0xFFFFFF, 1.0)])
    func `contrast is that of WCAG`(first: UInt32, second: UInt32, ratio: Double) {
        #expect(abs(contrast(first, second) - ratio) < 0.005)
    }

    /// Reads the few lines of TOML that a theme file has.
    private func load(_ name: String) throws -> Theme {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().resolvingSymlinksInPath()
        let file = folder.appending(path: "../../../Themes/\(name).toml").standardized
        var tables: [String: [String: String]] = [:]
        var table = ""
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("[") { table = line.trimmingCharacters(in: ["[", "]"]) }
            let parts = line.split(separator: " = ", maxSplits: 1).map { $0.trimmingCharacters(in: ["\""]) }
            if parts.count == 2, !line.hasPrefix("#") { tables[table, default: [:]][parts[0]] = parts[1] }
        }
        let head = try #require(tables[""])
        return try Theme(
            name: head["name"] ?? "", ground: head["ground"] ?? "", colors: tables["colors"] ?? [:],
            roles: tables["roles"] ?? [:])
    }
}
