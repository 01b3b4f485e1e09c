extension Catalogue {
    /// Russian: lengths of time, by their number.
    static let russianLengths: [String: [String]] = [
        "span.calendar.days": ["%1 календарный день", "%1 календарных дня", "%1 календарных дней"],
        "span.calendar.months": ["%1 календарный месяц", "%1 календарных месяца", "%1 календарных месяцев"],
        "span.calendar.weeks": ["%1 календарная неделя", "%1 календарные недели", "%1 календарных недель"],
        "span.calendar.years": ["%1 календарный год", "%1 календарных года", "%1 календарных лет"],
        "span.days": ["%1 день", "%1 дня", "%1 дней"],
        "span.hours": ["%1 час", "%1 часа", "%1 часов"],
        "span.minutes": ["%1 минута", "%1 минуты", "%1 минут"],
        "span.weeks": ["%1 неделя", "%1 недели", "%1 недель"],
    ]
}
