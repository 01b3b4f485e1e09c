extension Catalogue {
    /// Polish: why a question has no answer.
    static let polishFailures: [String: [String]] = [
        "cohorts.days": ["%1 dzień", "%1 dni", "%1 dni"],
        "cohorts.months": ["%1 miesiąc", "%1 miesiące", "%1 miesięcy"],
        "cohorts.toomany": [
            "Od pierwszej kohorty do dnia pytania: %1, za dużo na jeden raport; zacznij później, weź dłuższe okresy albo mniej pól."
        ],
        "cohorts.weeks": ["%1 tydzień", "%1 tygodnie", "%1 tygodni"],
        "copy.done": ["Skopiowano, bajtów: %1."],
        "copy.toolong": ["Schowek nie pomieści tylu bajtów: %1; zamiast tego eksportuj."],
        "copy.unsupported": ["Ten terminal nie przyjmuje kopii; P pokazuje zwykłą stronę do zaznaczania."],
        "failure.kind": ["‘%1’ nie jest rodzajem pliku."],
        "failure.missing": ["Nie ma pliku %1."],
        "failure.store": ["Żaden magazyn nie jest otwarty."],
        "failure.taken": ["Plik %1 już jest; podaj inną nazwę."],
        "failure.unknown": ["Coś poszło nie tak: %1."],
        "failure.unwritable": ["Nie można zapisać pliku %1."],
        "flow.nostates": ["Macierz potrzebuje choć jednego segmentu; podaj kilka po przecinku."],
        "flow.notbegun": ["Okres zaczyna się %1, a ten dzień nie minął w dniu pytania; zacznij wcześniej."],
        "funnel.wrong.each": [
            "W dowolnej kolejności wartości pierwszego kroku nie mają własnych prób: weź wartość pierwszego lub ostatniego kontaktu albo ogranicz pierwszy krok do wartości."
        ],
        "funnel.wrong.attempts": ["W dowolnej kolejności liczy się tylko osoby, nie próby."],
        "funnel.wrong.list": [
            "‘%1’ ma kilka wartości na osobę, więc grupy by się nie sumowały; ogranicz raport filtrem."
        ],
        "funnel.wrong.name": ["Lejek potrzebuje nazwy."],
        "paths.endless": [
            "Zdarzenia leżą w ponad 557 latach, za wielu, by śledzić osobę bez granicy czasu; napisz granicę słowem ‘within’ albo zapytaj o okres."
        ],
        "paths.toolong": ["Zdarzenia leżą w ponad 557 latach; zapytaj o okres."],
        "rfm.axis.frequency": ["częstość"],
        "rfm.axis.monetary": ["wydatki"],
        "rfm.axis.recency": ["ostatni zakup"],
        "rfm.wrong.count": ["Oś (%3) ma granic: %1, a potrzebuje %2, o jedną mniej niż grup."],
        "rfm.wrong.groups": ["RFM ma od 2 do 10 grup, nie %1."],
        "rfm.wrong.order": ["Granice osi (%1) nie rosną; pisz od najmniejszej do największej."],
        "rfm.wrong.rule": ["Stałe granice nie zostawiają wyboru reguły; pomiń jedno z nich."],
        "segment.wrong.changed": ["Ktoś zapisał ‘%1’, odkąd go otwarto; otwórz ponownie albo zapisz pod inną nazwą."],
        "segment.wrong.name": ["Segment potrzebuje nazwy."],
        "segment.wrong.taken": ["Segment ‘%1’ już jest; otwórz go, by zmienić, albo wybierz inną nazwę."],
        "segment.wrong.used": ["Nie można usunąć ‘%1’, dopóki odwołuje się do niego %2."],
        "suspend.nowhere": ["Nie ma powłoki, która mogłaby przywrócić program."],
    ]
}
