extension Catalogue {
    /// Polish: visits.
    static let polishVisits: [String: [String]] = [
        "visits.all": ["razem"],
        "visits.conversion": ["kupiło"],
        "visits.conversion.meaning": ["Kupujący do osób ze zdarzeniem w okresie. Enter otwiera kupujących."],
        "visits.detail.buyers": ["Kupili: %1, czyli %2 osób ze zdarzeniem."],
        "visits.detail.length": ["Połowa kończy się najpóźniej po %1; średnio %2, zdarzeń na wizytę: %3."],
        "visits.detail.single": ["Wizyt z jednego zdarzenia: %1 (%2)."],
        "visits.detail.visits": ["Wizyt: %1, %2; najwięcej u jednej osoby: %3."],
        "visits.events": ["zdarzeń"],
        "visits.gap": ["przerwa"],
        "visits.gaps": ["przerwy do %1"],
        "visits.mean": ["średnia"],
        "visits.meaning": ["To liczba o wizytach, nie o osobach: Enter otwiera osoby ze zdarzeniem w okresie."],
        "visits.median": ["mediana"],
        "visits.most": ["maks."],
        "visits.most.meaning": ["Najwięcej wizyt jednej osoby. Enter otwiera wszystkie osoby ze zdarzeniem w okresie."],
        "visits.none": ["W tych dniach nie ma zdarzeń, więc nie ma wizyt. w wybierze inne dni."],
        "visits.single": ["jedno zd."],
        "visits.visit": [
            "Wizyta to zdarzenia osoby bez przerwy dłuższej niż %1; liczy się tam, gdzie się zaczyna."
        ],
        "visits.visits": ["wizyty"],
    ]
}
