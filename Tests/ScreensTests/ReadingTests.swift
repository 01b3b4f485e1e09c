import Customers
import Screens
import Terminal
import Testing

struct ReadingTests {
    @Test func `profiles are read as sentences, the selected one marked`() {
        let sentences = Scene.profiles.bench(columns: 80, rows: 24).application.read()
        #expect(sentences[0] == "Profiles.")
        #expect(sentences[1] == "120 people in the list.")
        #expect(sentences[2] == "Анна Иванова, has not bought.")
        #expect(sentences[5] == "> Łukasz Nowak, bought 9 times for € 9 069.")
    }

    @Test func `the grid is read row by row, then the cell`() {
        let sentences = Scene.rfm.bench(columns: 80, rows: 24).application.read()
        #expect(
            sentences == [
                "RFM.", "900 buyers.", "R5 (0 to 14 days): F1 2.2%, F2 4.4%, F3 6.7%, F4 8.9%, > F5 11.1%.",
                "R4 (15 to 39 days): F1 1.8%, F2 3.6%, F3 5.3%, F4 7.1%, F5 8.9%.",
                "R3 (40 to 89 days): F1 1.3%, F2 2.7%, F3 4.0%, F4 5.3%, F5 6.7%.",
                "R2 (90 to 199 days): F1 0.9%, F2 1.8%, F3 2.7%, F4 3.6%, F5 4.4%.",
                "R1 (200 to 900 days): F1 0.4%, F2 0.9%, F3 1.3%, F4 1.8%, F5 2.2%.",
                "R5 F5: 100 people, 11.1% of buyers, revenue € 25 000, € 250 a person.",
            ])
    }

    @Test func `a rule is read with its count, its sentence, its reach and its conditions`() {
        let sentences = Scene.editor.bench(columns: 80, rows: 24).application.read()
        #expect(
            sentences == [
                "Segments, VIP.", "Segment VIP, editing.", "Filter: tier = \"vip\"", "52 of 120, 43.3%",
                "People whose tier is vip.", "0 ALL of.", "1 > tier = \"vip\": alone 60, after 60, without 90.",
                "reach email 26 sms 3 push 0", "value € 9 120 12 m € 3 000 order € 101",
                "city Москва 50% Kraków 33%", "age 25–34 67% 18–24 17%",
                "such as Анна Иванова, John Smith, 田中 美咲", "8 of them are in Lapsed.",
            ])
    }

    @Test func `a rule can be written in linear mode`() {
        var bench = Bench(first: .showSegments)
        bench.settle()
        for line in ["add", "age >", "age > 30"] {
            bench.send(.said(line))
            bench.settle()
        }
        #expect(bench.application.read().contains("Filter: age > 30"))
        bench.send(.said(":save"))
        bench.send(.said("Grown"))
        #expect(
            bench.requests.contains {
                $0.question == .saveSegment(name: "Grown", filter: "age > 30", replacing: "", over: nil)
            })
    }

    @Test func `what stands in front is read too`() {
        let sentences = Scene.confirm.bench(columns: 80, rows: 24).application.read()
        #expect(sentences.contains("Delete the segment?"))
        #expect(sentences.last == "y does it, Esc does not.")
    }

    @Test func `an import is read with its columns and its counts`() {
        let plan = Scene.importPlan.bench(columns: 80, rows: 24).application.read()
        #expect(plan.contains("E-mail becomes email, identifier email, text; first values a@b.pl, c@d.pl."))
        let done = Scene.importDone.bench(columns: 80, rows: 24).application.read()
        #expect(done.contains("rows 1 000, new 940, changed 20, known already 30, set aside 10."))
    }
}
