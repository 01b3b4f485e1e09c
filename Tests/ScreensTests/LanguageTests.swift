import Phrases
import Screens
import Terminal
import Testing

struct LanguageTests {
    @Test(arguments: [
        (Language.english, [0: 1, 1: 0, 2: 1, 11: 1, 21: 1]),
        (.russian, [0: 2, 1: 0, 2: 1, 4: 1, 5: 2, 11: 2, 12: 2, 21: 0, 22: 1, 111: 2, 121: 0]),
        (.polish, [0: 2, 1: 0, 2: 1, 4: 1, 5: 2, 12: 2, 21: 2, 22: 1, 112: 2]),
    ])
    func `numbers pick the form that the language has for them`(language: Language, forms: [Int: Int]) {
        for (number, form) in forms { #expect(language.form(for: number) == form) }
    }

    @Test(arguments: [
        ("pl_PL.UTF-8", Language.polish), ("ru_RU", .russian), ("de_DE", .english), ("C", .english), ("", .english),
    ])
    func `a locale names a language, English where there is none`(locale: String, language: Language) {
        #expect(Language(locale: locale) == language)
    }

    @Test(arguments: [Language.russian, .polish])
    func `every text has one form, or one for each kind of number`(language: Language) {
        let catalogue = Catalogue(of: language)
        for key in catalogue.keys {
            #expect([1, language.formCount].contains(catalogue.forms(of: key)?.count))
        }
    }

    @Test func `the catalogues hold the same texts`() {
        #expect(Catalogue.russian.keys.symmetricDifference(Catalogue.polish.keys).isEmpty)
    }

    @Test func `a text takes the same arguments in every language`() {
        func arguments(_ catalogue: Catalogue, _ key: String) -> Set<String> {
            let text = catalogue.forms(of: key)?.first ?? ""
            return Set((1...9).map { "%\($0)" }.filter { text.contains($0) })
        }
        for key in Catalogue.russian.keys {
            #expect(arguments(.russian, key) == arguments(.polish, key), "\(key)")
        }
    }

    @Test func `the screens of segments and of RFM speak Polish`() {
        var bench = Bench(first: .showSegments, language: .polish)
        bench.settle()
        #expect(bench.lines[2].contains("nazwa"))
        bench.press("e")
        bench.settle()
        #expect(bench.text.contains("WSZYSTKIE z"))
        #expect(bench.text.contains("Osoby: u których tier to vip."))
        bench.press("4")
        bench.settle()
        #expect(bench.text.contains("Osoby wg R x F"))
        #expect(bench.text.contains("Mistrzowie"))
    }

    @Test func `the English stands where a catalogue lacks a text`() {
        let phrase = Phrase("no.such.key", "%1 of %2", "3", "4")
        #expect(Catalogue.polish.text(phrase) == "3 of 4")
    }

    @Test func `an argument with a percent sign stays as it is`() {
        #expect(Catalogue.english.text(Phrase("k", "%1 and %2", "%2", "x")) == "%2 and x")
    }

    @Test func `screens speak Russian`() {
        var bench = Bench(language: .russian)
        bench.settle()
        #expect(bench.lines[0].hasPrefix(" Профили"))
        #expect(bench.lines[22].hasPrefix(" / найти  f фильтр  s порядок  c колонки  Enter профиль"))
        #expect(bench.lines[23].contains("строка 1 из 120"))
        bench.press("7")
        #expect(bench.lines[23] == " ! Сценарии: этого экрана ещё нет.")
    }
}
