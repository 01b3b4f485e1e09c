import Testing

@testable import patron

struct ConfigurationFileTests {
    @Test(
        arguments: [
            ("", "theme = \"nord\"\n"),
            ("theme = \"dark\"", "theme = \"nord\"\n"),
            (
                "# mine\ntheme=\"dark\" # at night # always\nmouse = true\n",
                "# mine\ntheme = \"nord\"  # at night # always\nmouse = true\n"
            ),
            ("mouse = true\n\n[keys]\ntheme = \"x\"\n", "mouse = true\ntheme = \"nord\"\n\n[keys]\ntheme = \"x\"\n"),
            ("[keys]\nfind = \"/\"\n", "theme = \"nord\"\n[keys]\nfind = \"/\"\n"),
            ("theme = \"#1\"\n", "theme = \"nord\"\n"),
        ])
    func `one value is changed and all else stays`(before: String, after: String) {
        #expect(ConfigurationFile.setting("theme", to: "\"nord\"", in: before) == after)
        #expect(ConfigurationFile.setting("theme", to: "\"nord\"", in: after) == after)
    }
}
