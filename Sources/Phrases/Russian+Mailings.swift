extension Catalogue {
    /// Russian: measures and mailings.
    static let russianMailings: [String: [String]] = [
        "action.contrast": ["Показать, чем эти люди отличаются"],
        "mailings.cost": ["цена"],
        "mailings.detail.answers": ["Открыли %1, нажали %2 (%3 открывших), отписались %4."],
        "mailings.detail.before": [
            "Ещё %1 письмо ушло до этих дней и не в счёт: w — больше дней.",
            "Ещё %1 письма ушли до этих дней и не в счёт: w — больше дней.",
            "Ещё %1 писем ушло до этих дней и не в счёт: w — больше дней.",
        ],
        "mailings.detail.cost": ["Цена %1, ROMI %2: (выручка × маржа − цена) / цена."],
        "mailings.detail.noclicks": ["О нажатиях данных нет, поэтому покупки не отнести к рассылке."],
        "mailings.detail.nocost": ["ROMI нет: цену задают patron settings mail_cost 0.002 и margin 0.4."],
        "mailings.detail.reach": ["Писем: %1, дошли до: %2."],
        "mailings.detail.sales": ["Купили за 5 дней после нажатия: %1 (%2), заказов %3, %4."],
        "mailings.detail.sent": ["Писем: %1, кому: %2; данные не говорят, какие дошли."],
        "mailings.detail.unknown": ["Данные не говорят, кому отправляли письма, поэтому долей нет."],
        "mailings.romi": ["ROMI"],
        "metric.base_loss": ["Выгорание базы"],
        "metric.lost_subscribers": ["Ушли подписчики"],
        "metric.meaning.base_loss": ["Отписавшиеся за период подписчики к подписчикам на его начало."],
        "metric.meaning.lost_subscribers": ["Из подписчиков начала периода — кто отписался за период."],
        "metric.meaning.silent": [
            "Кто получал письмо за письмом, 5 за 90 дней, если в настройках нет другого, и не открыл ни одного."
        ],
        "metric.meaning.subscribers": ["Кто подписался до конца периода и с тех пор не отписался."],
        "metric.note.carts": ["Считаются корзины, а не люди: Enter открывает людей с такими корзинами."],
        "metric.note.others": ["Это не число людей: Enter открывает людей, о которых оно."],
        "metric.silent": ["Молчащие"],
        "metric.subscribers": ["Подписчики"],
        "cohorts.rest": ["остальные: %1"],
        "contrast.against": ["против: %1"],
        "contrast.everyone": ["против всех остальных"],
        "contrast.facts": ["%1 против %2"],
        "contrast.meaning": [
            "Доля людей, для которых это верно, против доли других; показано лишь то, что разнится на три стандартные ошибки и больше, яснейшее сверху. Свойства и события, о которых спрашивают сами фильтры, опущены."
        ],
        "contrast.none": ["Ничто не отличает их явно."],
        "contrast.others": ["у других"],
        "contrast.read": ["%1 %2: у них %3, у других %4."],
        "contrast.share": ["доля"],
        "contrast.times": ["раз"],
        "contrast.title": ["Что их отличает"],
        "contrast.value": ["значение"],
        "contrast.what": ["что"],
        "dashboard.flow.brought": ["половина за %1, принесли %2"],
        "funnel.start.any": ["с любого события шага 1"],
        "funnel.start.first": ["с самого первого события"],
        "funnel.terms.start": ["попытка начинается"],
        "hint.contrast": ["отличия"],
        "work.contrast": ["ищу, что их отличает"],
    ]
}
