extension Catalogue {
    /// Polish: lengths of time, by their number.
    static let polishLengths: [String: [String]] = [
        "span.calendar.days": ["%1 dzień kalendarzowy", "%1 dni kalendarzowe", "%1 dni kalendarzowych"],
        "span.calendar.months": ["%1 miesiąc kalendarzowy", "%1 miesiące kalendarzowe", "%1 miesięcy kalendarzowych"],
        "span.calendar.weeks": ["%1 tydzień kalendarzowy", "%1 tygodnie kalendarzowe", "%1 tygodni kalendarzowych"],
        "span.calendar.years": ["%1 rok kalendarzowy", "%1 lata kalendarzowe", "%1 lat kalendarzowych"],
        "span.days": ["%1 dzień", "%1 dni", "%1 dni"],
        "span.hours": ["%1 godzina", "%1 godziny", "%1 godzin"],
        "span.minutes": ["%1 minuta", "%1 minuty", "%1 minut"],
        "span.weeks": ["%1 tydzień", "%1 tygodnie", "%1 tygodni"],
    ]
}
