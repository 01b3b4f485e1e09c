extension Catalogue {
    /// Russian: visits.
    static let russianVisits: [String: [String]] = [
        "visits.all": ["все"],
        "visits.conversion": ["купили"],
        "visits.conversion.meaning": ["Покупатели к людям с событием за период. Enter открывает покупателей."],
        "visits.detail.buyers": ["Купили: %1, это %2 людей с событием."],
        "visits.detail.length": ["Половина кончается не позже чем через %1; в среднем %2, событий за визит: %3."],
        "visits.detail.single": ["Визитов из одного события: %1 (%2)."],
        "visits.detail.visits": ["Визитов: %1, %2; больше всего у одного: %3."],
        "visits.events": ["событий"],
        "visits.gap": ["перерыв"],
        "visits.gaps": ["перерыв до %1"],
        "visits.mean": ["среднее"],
        "visits.meaning": ["Это число о визитах, не о людях: Enter открывает людей с событием за период."],
        "visits.median": ["медиана"],
        "visits.most": ["макс."],
        "visits.most.meaning": [
            "Больше всего визитов у одного человека. Enter открывает всех людей с событием за период."
        ],
        "visits.none": ["За эти дни событий нет, поэтому нет и визитов. w выберет другие дни."],
        "visits.single": ["одно соб."],
        "visits.visit": ["Визит — события человека без перерыва дольше %1; он считается там, где начинается."],
        "visits.visits": ["визиты"],
    ]
}
