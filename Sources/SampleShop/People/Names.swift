/// A name and its spelling in plain Latin letters, for e-mail addresses.
struct Name {
    let text: String
    let latin: String

    /// Reads `Łukasz:lukasz Anna:anna`.
    fileprivate static func list(_ source: String) -> [Name] {
        source.split(separator: " ").map { pair in
            let halves = pair.split(separator: ":")
            return Name(text: String(halves[0]), latin: String(halves[1]))
        }
    }
}

/// The names that people who speak a language go by: the commonest ones, combined by chance.
struct Names {
    let women: [Name]
    let men: [Name]
    let womensFamilies: [Name]
    let mensFamilies: [Name]

    static func of(_ language: Language) -> Names {
        switch language {
        case .polish: polish
        case .russian: russian
        case .english: english
        }
    }

    private static let polish = Names(
        women: Name.list(
            """
            Anna:anna Katarzyna:katarzyna Małgorzata:malgorzata Agnieszka:agnieszka Zofia:zofia \
            Łucja:lucja Żaneta:zaneta Magdalena:magdalena Joanna:joanna Ewa:ewa Jadwiga:jadwiga \
            Bożena:bozena Hanna:hanna Julia:julia Maja:maja Lena:lena Oliwia:oliwia Grażyna:grazyna
            """),
        men: Name.list(
            """
            Piotr:piotr Krzysztof:krzysztof Paweł:pawel Łukasz:lukasz Michał:michal Stanisław:stanislaw \
            Wojciech:wojciech Tomasz:tomasz Marcin:marcin Jakub:jakub Zbigniew:zbigniew \
            Grzegorz:grzegorz Rafał:rafal
            """),
        womensFamilies: Name.list(
            """
            Nowak:nowak Kowalska:kowalska Wiśniewska:wisniewska Wójcik:wojcik Kamińska:kaminska \
            Lewandowska:lewandowska Zielińska:zielinska Szymańska:szymanska Woźniak:wozniak \
            Dąbrowska:dabrowska Kozłowska:kozlowska Mazur:mazur Jankowska:jankowska \
            Kwiatkowska:kwiatkowska Krawczyk:krawczyk Grabowska:grabowska Pawłowska:pawlowska \
            Michalska:michalska Król:krol Wróbel:wrobel Jabłońska:jablonska Żak:zak Głowacka:glowacka \
            Sikora:sikora
            """),
        mensFamilies: Name.list(
            """
            Nowak:nowak Kowalski:kowalski Wiśniewski:wisniewski Wójcik:wojcik Kamiński:kaminski \
            Lewandowski:lewandowski Zieliński:zielinski Szymański:szymanski Woźniak:wozniak \
            Dąbrowski:dabrowski Kozłowski:kozlowski Mazur:mazur Jankowski:jankowski \
            Kwiatkowski:kwiatkowski Krawczyk:krawczyk Grabowski:grabowski Pawłowski:pawlowski \
            Michalski:michalski Król:krol Wróbel:wrobel Jabłoński:jablonski Żak:zak Głowacki:glowacki \
            Sikora:sikora
            """))

    private static let russian = Names(
        women: Name.list(
            """
            Анна:anna Мария:maria Елена:elena Ольга:olga Наталья:natalya Татьяна:tatyana Ирина:irina \
            Светлана:svetlana Юлия:yulia Екатерина:ekaterina Дарья:darya Ксения:ksenia Полина:polina \
            Алёна:alyona Софья:sofya Валентина:valentina Евгения:evgenia Вера:vera
            """),
        men: Name.list(
            """
            Александр:aleksandr Дмитрий:dmitry Сергей:sergey Андрей:andrey Алексей:aleksey Иван:ivan \
            Михаил:mikhail Артём:artyom Никита:nikita Егор:egor Фёдор:fyodor Юрий:yury Тимур:timur
            """),
        womensFamilies: Name.list(
            """
            Иванова:ivanova Смирнова:smirnova Кузнецова:kuznetsova Попова:popova Васильева:vasilyeva \
            Петрова:petrova Соколова:sokolova Михайлова:mikhaylova Новикова:novikova Фёдорова:fyodorova \
            Морозова:morozova Волкова:volkova Алексеева:alekseeva Лебедева:lebedeva Семёнова:semyonova \
            Егорова:egorova Павлова:pavlova Козлова:kozlova Степанова:stepanova Николаева:nikolaeva \
            Орлова:orlova Щербакова:shcherbakova Ким:kim Ахметова:akhmetova
            """),
        mensFamilies: Name.list(
            """
            Иванов:ivanov Смирнов:smirnov Кузнецов:kuznetsov Попов:popov Васильев:vasilyev Петров:petrov \
            Соколов:sokolov Михайлов:mikhaylov Новиков:novikov Фёдоров:fyodorov Морозов:morozov \
            Волков:volkov Алексеев:alekseev Лебедев:lebedev Семёнов:semyonov Егоров:egorov Павлов:pavlov \
            Козлов:kozlov Степанов:stepanov Николаев:nikolaev Орлов:orlov Щербаков:shcherbakov Ким:kim \
            Ахметов:akhmetov
            """))

    private static let english = Names(
        women: Name.list(
            """
            Emma:emma Olivia:olivia Grace:grace Zoë:zoe Sophie:sophie Charlotte:charlotte Amelia:amelia \
            Emily:emily Chloé:chloe Hannah:hannah Lucy:lucy Alice:alice Ruby:ruby Megan:megan \
            Abigail:abigail
            """),
        men: Name.list(
            """
            James:james Oliver:oliver Harry:harry Liam:liam Jack:jack George:george Noah:noah \
            Thomas:thomas William:william Daniel:daniel Seán:sean Ethan:ethan
            """),
        womensFamilies: families,
        mensFamilies: families)

    private static let families = Name.list(
        """
        Smith:smith Jones:jones Taylor:taylor Brown:brown O'Connor:oconnor Wilson:wilson Evans:evans \
        Walker:walker White:white Roberts:roberts Green:green Hall:hall Wood:wood Clarke:clarke \
        Patel:patel Hughes:hughes Murphy:murphy Kelly:kelly Byrne:byrne Miller:miller Davis:davis \
        Garcia:garcia Nguyen:nguyen Campbell:campbell
        """)
}
