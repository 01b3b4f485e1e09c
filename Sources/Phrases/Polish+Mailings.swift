extension Catalogue {
    /// Polish: measures and mailings.
    static let polishMailings: [String: [String]] = [
        "action.contrast": ["Pokaż, co wyróżnia te osoby"],
        "mailings.cost": ["koszt"],
        "mailings.detail.answers": ["Otworzyło %1, kliknęło %2 (%3 otwierających), wypisało się %4."],
        "mailings.detail.before": [
            "Jeszcze %1 mejl wyszedł przed tymi dniami i nie liczy się: w więcej dni.",
            "Jeszcze %1 mejle wyszły przed tymi dniami i nie liczą się: w więcej dni.",
            "Jeszcze %1 mejli wyszło przed tymi dniami i nie liczy się: w więcej dni.",
        ],
        "mailings.detail.cost": ["Koszt %1, ROMI %2: (przychód × marża − koszt) / koszt."],
        "mailings.detail.noclicks": ["Dane nie mówią o kliknięciach, więc żaden zakup nie jest przypisany."],
        "mailings.detail.nocost": ["Nie ma ROMI: koszt podają patron settings mail_cost 0.002 i margin 0.4."],
        "mailings.detail.reach": ["Wysłano %1, dotarło do: %2."],
        "mailings.detail.sales": ["Kupili w 5 dni po kliknięciu: %1 (%2), zamówień %3, %4."],
        "mailings.detail.sent": ["Wysłano %1, do: %2; dane nie mówią, które dotarły."],
        "mailings.detail.unknown": ["Dane nie mówią, do kogo wysłano mejle, więc nie ma udziałów."],
        "mailings.romi": ["ROMI"],
        "metric.base_loss": ["Wypalenie bazy"],
        "metric.lost_subscribers": ["Utraceni subskrybenci"],
        "metric.meaning.base_loss": [
            "Subskrybenci, którzy wypisali się w okresie, przez subskrybentów na jego początku."
        ],
        "metric.meaning.lost_subscribers": ["Z subskrybentów na początku okresu ci, którzy się w nim wypisali."],
        "metric.meaning.silent": [
            "Kto dostawał mejl za mejlem, 5 w 90 dni, jeśli ustawienia nie mówią inaczej, i nie otworzył żadnego."
        ],
        "metric.meaning.subscribers": ["Kto zapisał się do końca okresu i od tego czasu się nie wypisał."],
        "metric.note.carts": ["Liczą się koszyki, nie osoby: Enter otwiera osoby z takimi koszykami."],
        "metric.note.others": ["To nie liczba osób: Enter otwiera osoby, których dotyczy."],
        "metric.silent": ["Milczący"],
        "metric.subscribers": ["Subskrybenci"],
        "cohorts.rest": ["pozostali: %1"],
        "contrast.against": ["wobec: %1"],
        "contrast.everyone": ["wobec wszystkich innych"],
        "contrast.facts": ["%1 wobec %2"],
        "contrast.meaning": [
            "Udział osób, których to dotyczy, wobec udziału u innych; pokazano tylko to, co różni się o trzy błędy standardowe lub więcej, najwyraźniejsze na górze. Cechy i zdarzenia, o które pytają oba filtry, są pominięte."
        ],
        "contrast.none": ["Nic ich wyraźnie nie wyróżnia."],
        "contrast.others": ["u innych"],
        "contrast.read": ["%1 %2: u nich %3, u innych %4."],
        "contrast.share": ["udział"],
        "contrast.times": ["razy"],
        "contrast.title": ["Co ich wyróżnia"],
        "contrast.value": ["wartość"],
        "contrast.what": ["co"],
        "dashboard.flow.brought": ["połowa w %1, przynieśli %2"],
        "funnel.start.any": ["od każdego zdarzenia kroku 1"],
        "funnel.start.first": ["od pierwszego zdarzenia w ogóle"],
        "funnel.terms.start": ["próba zaczyna się"],
        "hint.contrast": ["różnice"],
        "work.contrast": ["szukam, co ich wyróżnia"],
    ]
}
