extension Catalogue {
    /// Russian: what is wrong with the configuration, with settings, and with what is kept for a user.
    static let russianConfiguration: [String: [String]] = [
        "config.either": ["%2 или %1"],
        "config.wrong.key": ["В конфигурации %1 неизвестный ключ ‘%2’; известны %3."],
        "config.wrong.language": ["Нет языка интерфейса ‘%1’; можно: %2."],
        "config.wrong.preset": ["Нет раскладки клавиш ‘%1’; можно: standard и vim."],
        "config.wrong.refunds": ["Отчёты не считают возвраты по ‘%1’; можно: %2 и %3."],
        "config.wrong.theme": ["нет темы ‘%1’ в %2"],
        "config.wrong.unreadable": ["Конфигурацию %1 нельзя прочитать: %2."],
        "keep.damaged": ["Оставленное здесь не удалось прочитать; файл отложен под именем %1.damaged."],
        "keep.nowhere": ["В папке %1 ничего нельзя сохранить: %2."],
        "keys.wrong.action": ["Нет действия ‘%1’, чтобы дать ему клавишу; все они на странице помощи (?)."],
        "keys.wrong.action.near": ["Нет действия ‘%1’, чтобы дать ему клавишу; может быть, ‘%2’?"],
        "keys.wrong.conflict": ["‘%1’ дана двум действиям, ‘%2’ и ‘%3’; остаётся за ‘%2’."],
        "keys.wrong.key": ["‘%1’ для ‘%2’ — не клавиша; клавиши пишут так: a, ^S, F5, PgUp, g d."],
        "keys.wrong.reserved": [
            "‘%1’ для ‘%2’ занять нельзя: терминалы посылают то же самое за другую клавишу или не посылают ничего."
        ],
        "options.preset.standard": ["обычные"],
        "setting.wrong.calling": ["напишите цифры телефонного кода страны, например 48"],
        "setting.wrong.cost": ["стоимость не бывает меньше 0"],
        "setting.wrong.currency": ["‘%1’ — не код ISO 4217, такой как EUR"],
        "setting.wrong.empty": ["оно не может быть пустым"],
        "setting.wrong.groups": ["напишите число от 2 до 10"],
        "setting.wrong.machine": ["‘%1’ на этой машине неизвестен"],
        "setting.wrong.number": ["напишите число, например 0.4"],
        "setting.wrong.range": ["напишите число от %1 до %2"],
        "setting.wrong.rate": ["напишите, сколько стоит одна единица, например 0.92"],
        "setting.wrong.refund": ["заказы — не возвраты"],
        "setting.wrong.share": ["напишите долю больше 0, не больше 1"],
        "setting.wrong.truth": ["напишите true или false"],
        "setting.wrong.weekday": ["напишите день, например monday"],
        "setting.wrong.zone": ["‘%1’ — не пояс IANA, такой как Europe/Warsaw"],
        "store.shop": ["магазин обуви"],
        "terminal.unknown": ["Терминал ‘%1’ неизвестен; рисую как для %2."],
        "terminal.unset": ["Переменная TERM не задана; рисую как для %1."],
        "theme.wrong.background": [
            "У роли ‘%1’ есть фон, но нет цвета текста; укажите оба: цвет терминала может на нём пропасть."
        ],
        "theme.wrong.colour": ["Цвет ‘%1’ задан как ‘%2’; напишите #rrggbb или число от 0 до 255."],
        "theme.wrong.role": ["Тема называет роль ‘%1’, которой нет; роли: %2."],
        "theme.wrong.word": [
            "У роли ‘%1’ стоит слово ‘%2’: это не цвет темы и ни одно из bold, underline, reverse, dim."
        ],
    ]
}
