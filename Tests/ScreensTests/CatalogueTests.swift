import Analytics
import Filters
import Foundation
import Phrases
import Terminal
import Testing

@testable import Screens

/// Every text of the interface stands in every catalogue.
struct CatalogueTests {
    /// The English of a key as it stands in the code; empty where it is put together elsewhere.
    private struct Text: Hashable {
        let key: String
        let english: String
    }

    private static let sources = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources")

    /// The texts that are written where they are said.
    private static func written() throws -> Set<Text> {
        let call = /\b(?:say|Phrase)\(\s*"([^"\\]+)",\s*(?:one:\s*"[^"]*",\s*other:\s*)?"((?:[^"\\]|\\.)*)"/
            .wordBoundaryKind(.simple)
        var texts: Set<Text> = []
        let modules = [
            "Filters", "Intake", "Segmentation", "Analytics", "Store", "Workspace", "Screens", "Terminal", "patron",
        ]
        for module in modules {
            let folder = sources.appending(path: module).resolvingSymlinksInPath()
            let files = FileManager.default.enumerator(atPath: folder.path())
            while let path = files?.nextObject() as? String {
                guard path.hasSuffix(".swift") else { continue }
                let code = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                let prefix = path.hasSuffix("EvidenceText.swift") ? "evidence." : ""
                for match in code.matches(of: call) {
                    texts.insert(Text(key: prefix + match.1, english: String(match.2)))
                }
            }
        }
        return texts
    }

    /// The texts that come from tables.
    private static var tabled: Set<Text> {
        var phrases = Action.allCases.flatMap { [$0.hint, $0.title] }
        phrases += Metric.allCases.flatMap { [$0.phrase, $0.meaning] }
        phrases += Glossary.terms.flatMap { [$0.name, $0.meaning] }
        phrases += Tour.cards.flatMap { [$0.title] + $0.lines }
        phrases += RFMGroup.allCases.map(\.phrase)
        phrases += SyntaxError.Expectation.allCases.map(\.phrase)
        phrases += Slot.allCases.map { SharedPhrases.work(in: $0) }
        let event = Vocabulary.Event(count: 1, properties: [:])
        let names = [
            "session_start", "product_view", "add_to_cart", "checkout_started", "email_sent", "email_open",
            "email_click",
        ]
        let everything = Vocabulary(events: Dictionary(uniqueKeysWithValues: names.map { ($0, event) }))
        phrases += ReadySegment.everything.map { Phrase("segment.ready.\($0.key)", $0.name) }
        phrases += ReadyFunnel.all(for: everything).map { Phrase("funnel.ready.\($0.key)", $0.name) }
        return Set(phrases.map { Text(key: $0.key, english: $0.english) })
    }

    private static func all() throws -> Set<Text> { try written().union(tabled) }

    @Test(arguments: [Language.russian, .polish])
    func `every text has its words in every language`(language: Language) throws {
        let texts = try Self.all()
        #expect(texts.count > 900)
        let catalogue = Catalogue(of: language)
        let missing = Set(texts.map(\.key)).subtracting(catalogue.keys).sorted()
        #expect(missing.isEmpty, "\(missing.joined(separator: ", "))")
    }

    @Test(arguments: [Language.russian, .polish])
    func `no catalogue has words that nothing says`(language: Language) throws {
        let unsaid = try Catalogue(of: language).keys.subtracting(Self.all().map(\.key)).sorted()
        #expect(unsaid.isEmpty, "\(unsaid.joined(separator: ", "))")
    }

    @Test(arguments: [Language.russian, .polish])
    func `every form takes the arguments of the English one`(language: Language) throws {
        func arguments(of text: String) -> Set<Substring> { Set(text.matches(of: /%[1-9]/).map { $0.0 }) }
        let catalogue = Catalogue(of: language)
        for text in try Self.all() where !text.english.isEmpty {
            for form in catalogue.forms(of: text.key) ?? [] {
                #expect(arguments(of: form) == arguments(of: text.english), "\(text.key)")
            }
        }
    }
}
