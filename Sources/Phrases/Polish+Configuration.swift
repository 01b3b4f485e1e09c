extension Catalogue {
    /// Polish: what is wrong with the configuration, with settings, and with what is kept for a user.
    static let polishConfiguration: [String: [String]] = [
        "config.either": ["%2 lub %1"],
        "config.wrong.key": ["Konfiguracja %1 ma nieznany klucz ‘%2’; znane są %3."],
        "config.wrong.language": ["Nie ma języka interfejsu ‘%1’; możliwe: %2."],
        "config.wrong.preset": ["Nie ma układu klawiszy ‘%1’; możliwe: standard i vim."],
        "config.wrong.refunds": ["Raporty nie liczą zwrotów według ‘%1’; możliwe: %2 i %3."],
        "config.wrong.theme": ["nie ma motywu ‘%1’ w %2"],
        "config.wrong.unreadable": ["Nie można odczytać konfiguracji %1: %2."],
        "keep.damaged": ["Nie udało się odczytać tego, co tu zostawiono; plik odłożono jako %1.damaged."],
        "keep.nowhere": ["W folderze %1 nie można niczego zapisać: %2."],
        "keys.wrong.action": ["Nie ma działania ‘%1’, któremu można dać klawisz; wszystkie są na stronie pomocy (?)."],
        "keys.wrong.action.near": ["Nie ma działania ‘%1’, któremu można dać klawisz; może ma być ‘%2’?"],
        "keys.wrong.conflict": ["‘%1’ dostały dwa działania, ‘%2’ i ‘%3’; zostaje przy ‘%2’."],
        "keys.wrong.key": ["‘%1’, podane dla ‘%2’, to nie klawisz; klawisze pisze się tak: a, ^S, F5, PgUp, g d."],
        "keys.wrong.reserved": [
            "‘%1’, podanego dla ‘%2’, nie można użyć: terminale wysyłają to samo dla innego klawisza albo nic."
        ],
        "options.preset.standard": ["standardowe"],
        "setting.wrong.calling": ["napisz cyfry numeru kierunkowego kraju, np. 48"],
        "setting.wrong.cost": ["koszt nie może być mniejszy od 0"],
        "setting.wrong.currency": ["‘%1’ to nie kod ISO 4217 taki jak EUR"],
        "setting.wrong.empty": ["nie może być puste"],
        "setting.wrong.groups": ["napisz liczbę od 2 do 10"],
        "setting.wrong.machine": ["‘%1’ nie jest znana na tej maszynie"],
        "setting.wrong.number": ["napisz liczbę, np. 0.4"],
        "setting.wrong.range": ["napisz liczbę od %1 do %2"],
        "setting.wrong.rate": ["napisz, ile warta jest jedna jednostka, np. 0.92"],
        "setting.wrong.refund": ["zamówienia to nie zwroty"],
        "setting.wrong.share": ["napisz udział większy od 0, najwyżej 1"],
        "setting.wrong.truth": ["napisz true lub false"],
        "setting.wrong.weekday": ["napisz dzień, np. monday"],
        "setting.wrong.zone": ["‘%1’ to nie strefa IANA taka jak Europe/Warsaw"],
        "store.shop": ["sklep z butami"],
        "terminal.unknown": ["Terminal ‘%1’ jest nieznany; rysuję jak dla %2."],
        "terminal.unset": ["Zmienna TERM nie jest ustawiona; rysuję jak dla %1."],
        "theme.wrong.background": [
            "Rola ‘%1’ ma tło, a nie ma koloru tekstu; podaj oba, bo kolor terminala może na nim zniknąć."
        ],
        "theme.wrong.colour": ["Kolor ‘%1’ podano jako ‘%2’; napisz #rrggbb lub liczbę od 0 do 255."],
        "theme.wrong.role": ["Motyw wymienia rolę ‘%1’, której nie ma; role to %2."],
        "theme.wrong.word": [
            "Rola ‘%1’ ma słowo ‘%2’, które nie jest kolorem motywu ani żadnym z: bold, underline, reverse, dim."
        ],
    ]
}
