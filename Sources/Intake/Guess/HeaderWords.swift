/// Headers as words that can be compared, whatever their spelling.
enum HeaderWords {
    /// Lower case, with one underscore for any run of blanks, dashes, dots and underscores, and before the capitals of
    /// `userId` and `OrderDate`.
    static func normal(_ header: String) -> String {
        var word = ""
        var previous: Character = "_"
        for sign in header {
            if sign.isLetter || sign.isNumber {
                if sign.isUppercase, previous.isLowercase { word.append("_") }
                word += sign.lowercased()
            } else if !word.hasSuffix("_"), !word.isEmpty {
                word.append("_")
            }
            previous = sign
        }
        while word.hasSuffix("_") { word.removeLast() }
        return word
    }

    /// What a header says about its column, if it is one of the usual words.
    static func meaning(of header: String) -> HeaderMeaning? {
        let word = normal(header)
        return table[word] ?? table[word.replacing("_", with: "")]
    }

    /// Whether a header speaks of a date.
    static func namesDate(_ header: String) -> Bool {
        let word = normal(header)
        let parts = word.split(separator: "_")
        return parts.contains {
            ["date", "dob", "birth", "birthday", "dt", "day", "дата", "data", "dzień"].contains($0)
        }
            || word.hasSuffix("date")
    }

    /// Whether a column of zeroes and ones with this header says yes and no.
    static func namesFlag(_ header: String) -> Bool {
        let word = normal(header)
        return word == "consent" || word.hasSuffix("_consent") || word.hasPrefix("is_") || word.hasPrefix("has_")
            || word.hasPrefix("consent_") || word.hasSuffix("_opt_in") || word.hasSuffix("_optin")
    }

    private static let table: [String: HeaderMeaning] = {
        var table: [String: HeaderMeaning] = [:]
        for (meaning, words) in spellings {
            for word in words.split(separator: " ") { table[String(word)] = meaning }
        }
        // `userid` is `user_id`, unless it is a word of its own.
        for (word, meaning) in table where word.contains("_") {
            let joined = word.replacing("_", with: "")
            if table[joined] == nil { table[joined] = meaning }
        }
        return table
    }()

    private static let spellings: [(HeaderMeaning, String)] = [
        (
            .customer,
            """
            identifier customer_id customer client_id client user_id user uid profile_id profile person_id contact_id member_id \
            subscriber_id visitor_id account_id unique_id rec_id record_id crm_id loyalty_id card_number customer_no \
            customer_number cust_id shopper_id buyer_id external_id клиент id_клиента клиент_id код_клиента \
            номер_клиента покупатель id_покупателя пользователь id_пользователя клієнт id_клієнта покупець klient \
            klient_id id_klienta nr_klienta numer_klienta kod_klienta użytkownik id_użytkownika uzytkownik
            """
        ),
        (
            .email,
            """
            email e_mail mail email_address e_mail_address emailaddress почта эл_почта электронная_почта имейл \
            емейл пошта adres_email adres_e_mail poczta
            """
        ),
        (
            .phone,
            """
            phone phone_number phone_no tel telephone telephone_number mobile mobile_phone mobile_number cell \
            cell_phone msisdn телефон тел мобильный мобильный_телефон номер_телефона telefon nr_telefonu \
            numer_telefonu komórka komorka tel_kom
            """
        ),
        (.device, "device_id cookie cookie_id anonymous_id visitor_cookie advertising_id idfa gaid"),
        (.bareID, "id ид nr № no"),
        (.eventID, "event_id hit_id message_id id_события id_zdarzenia id_події"),
        (
            .refundID,
            """
            refund_id refund_no refund_number return_id return_no return_number rma rma_id rma_no credit_note_id \
            id_возврата номер_возврата id_повернення id_zwrotu nr_zwrotu numer_zwrotu
            """
        ),
        (
            .refundTime,
            "refund_date refund_time refunded_at return_date returned_at дата_возврата дата_повернення data_zwrotu"
        ),
        (.eventName, "event event_name event_type событие тип_события имя_события zdarzenie typ_zdarzenia подія"),
        (.weakEventName, "type action activity name действие тип akcja typ"),
        (
            .time,
            """
            timestamp time datetime date_time event_time event_timestamp event_date occurred_at happened_at ts \
            created_at created date order_date order_time ordered_at purchase_date purchased_at transaction_date \
            invoice_date sale_date дата время дата_время дата_события дата_заказа дата_покупки дата_продажи час \
            дата_замовлення data czas data_czas data_zdarzenia data_zamówienia data_zamowienia data_zakupu \
            data_sprzedaży data_transakcji
            """
        ),
        (.observed, "updated_at observed_at modified_at last_updated last_modified дата_обновления data_aktualizacji"),
        (
            .orderID,
            """
            order_id order order_no order_number order_nr transaction_id transaction invoice invoice_id invoice_no \
            invoice_number receipt receipt_id receipt_no purchase_id заказ номер_заказа id_заказа заказ_id чек \
            номер_чека замовлення номер_замовлення zamówienie zamowienie zamówienie_id nr_zamówienia nr_zamowienia \
            numer_zamówienia numer_zamowienia id_zamówienia id_zamowienia paragon nr_paragonu faktura nr_faktury
            """
        ),
        (
            .canonical("revenue"),
            """
            revenue amount total order_total sum total_price grand_total value order_value order_amount price_total \
            total_amount sales spend net_amount gross_amount сумма сумма_заказа сумма_покупки итого выручка стоимость \
            сума kwota suma kwota_zamówienia wartość wartosc wartość_zamówienia razem
            """
        ),
        (.canonical("discount"), "discount discount_amount rebate скидка знижка rabat zniżka znizka"),
        (.canonical("cost"), "cost cogs cost_price себестоимость собівартість koszt"),
        (.canonical("tax"), "tax vat tax_amount налог ндс пдв podatek"),
        (
            .canonical("delivery"),
            "delivery shipping shipping_cost delivery_cost freight доставка dostawa wysyłka wysylka"
        ),
        (.canonical("currency"), "currency currency_code валюта waluta"),
        (.canonical("status"), "status order_status state статус stan"),
        (.canonical("channel"), "channel sales_channel канал канал_продаж kanał kanal kanał_sprzedaży"),
        (
            .product,
            """
            product_id product sku item item_id article article_id product_code stock_code stockcode product_sku \
            товар артикул код_товара id_товара produkt produkt_id id_produktu towar kod_produktu
            """
        ),
        (.canonical("category"), "category product_category категория категорія kategoria"),
        (.canonical("size"), "size размер розмір rozmiar"),
        (.canonical("colour"), "colour color цвет колір kolor"),
        (.canonical("quantity"), "quantity qty units pieces количество кол_во кількість ilość ilosc liczba sztuk"),
        (.canonical("price"), "price unit_price item_price цена ціна cena cena_jednostkowa"),
        (.purpose, "purpose цель cel"),
        (.consent, "consent consent_state granted opt_in optin согласие згода zgoda"),
    ]
}

/// What the word over a column says of it.
enum HeaderMeaning: Hashable {
    case customer, email, phone, device
    /// An id that says not of what.
    case bareID
    case eventID, eventName, weakEventName
    /// The id of a refund, and when the money went back.
    case refundID, refundTime
    case time, observed
    case orderID, product
    /// One of the properties that orders or lines are known to have.
    case canonical(String)
    case purpose, consent
}
