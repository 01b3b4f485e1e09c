import Phrases
import Store
import Testing

/// What is wrong with a store is said in the language of the interface, with what was named.
struct StoreErrorTests {
    /// Each fault, with its English sentence and what must stand in the sentence of every language.
    private static let faults: [(fault: StoreError, english: String, shown: [String])] = [
        (
            .cannotOpen(path: "/s.patron", reason: Phrase(verbatim: "disk I/O error, 100%")),
            "The store /s.patron cannot be opened: disk I/O error, 100%.", ["/s.patron", "disk I/O error, 100%"]
        ),
        (
            .tooNew(path: "/s.patron"),
            "The store /s.patron was made by a later version of Patron; update the program to open it.", ["/s.patron"]
        ),
        (
            .notAStore(path: "/s.db"), "The file /s.db is not a store of Patron; name another with --store.",
            ["/s.db", "--store"]
        ),
        (
            .damagedBlock, "A block of the store is damaged; `patron check` names it, and a backup restores it.",
            ["`patron check`"]
        ),
        (.importRunning, "Another import into this store is running; try again when it has finished.", []),
        (
            .noImport(17), "There is no import 17; `patron import list` shows them.", ["17", "`patron import list`"]
        ),
        (
            .noSetting("colour"), "There is no setting ‘colour’; `patron settings` lists them.",
            ["‘colour’", "`patron settings`"]
        ),
        (
            .badSetting(key: "currency", reason: Phrase(verbatim: "it is no code")),
            "The setting ‘currency’ cannot take this value: it is no code.", ["‘currency’", "it is no code"]
        ),
        (
            .noSegment("Loyal"), "There is no segment ‘Loyal’; `patron segment list` shows them.",
            ["‘Loyal’", "`patron segment list`"]
        ),
        (
            .noFunnel("Checkout"), "There is no funnel ‘Checkout’; `patron funnel list` shows those there are.",
            ["‘Checkout’", "`patron funnel list`"]
        ),
        (.noTemporaryFolder, "The store refused: the folder for temporary files cannot be written.", []),
        (.database("UNIQUE constraint failed"), "The store refused: UNIQUE constraint failed.", ["UNIQUE constraint"]),
    ]

    @Test func `every fault has its English sentence`() {
        for (fault, english, _) in Self.faults { #expect(fault.description == english) }
    }

    @Test(arguments: [Language.polish, .russian])
    func `every fault has a sentence of its own in another language, with what was named`(language: Language) {
        let catalogue = Catalogue(of: language)
        for (fault, english, shown) in Self.faults {
            let sentence = catalogue.text(fault.phrase)
            #expect(sentence != english)
            #expect(sentence.hasSuffix("."), "\(sentence)")
            #expect(!sentence.contains(/%[1-9]/), "\(sentence)")
            for words in shown { #expect(sentence.contains(words), "\(sentence) lacks \(words)") }
        }
    }

    @Test func `a reason of ours is in the language of the sentence`() throws {
        let folder = TemporaryStore()
        _ = try folder.open()
        let path = folder.folder + "/shop.patron/within/other.patron"
        let error = try #require(throws: StoreError.self) { try StoreFile(path: path) }
        #expect(error.description == "The store \(path) cannot be opened: its folder cannot be made.")
        #expect(
            Catalogue.polish.text(error.phrase)
                == "Nie można otworzyć magazynu \(path): nie można utworzyć jego folderu.")
    }
}
