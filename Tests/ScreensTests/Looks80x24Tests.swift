import Terminal
import Testing

/// What screens look like at 80 x 24, row by row.
struct Looks80x24Tests {
    @Test func `the first screen of all`() {
        #expect(
            Scene.firstRun.bench(columns: 80, rows: 24).text == """
                 Welcome
                ┌─ Patron: who are your customers? ────────────────────────────────────────────┐
                │ There is no store yet. Everything stays in one file on this machine.         │
                │                                                                              │
                │›Look around in a made-up shop                                                │
                │ Begin with my own files                                                      │
                │ Open another store                                                           │
                │ Quit                                                                         │
                │ Time zone: Europe/Warsaw                                                     │
                │ Currency: EUR                                                                │
                │ Weeks begin on Monday                                                        │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                └──────────────────────────────────────────────────────────────────────────────┘
                 Enter open  q quit  ? help
                 up to date
                """)
    }

    @Test func `the profiles, with a mark`() {
        #expect(
            Scene.profiles.bench(columns: 80, rows: 24).text == """
                 Profiles                            demo-shop sample · data to 2026-11-22 09:33
                ┌─ Profiles ───────────────────────── 120 ─┐┌─ Łukasz Nowak ─────── Champions ─┐
                │ name                   revenue   last buy││ email       s.rossi@example.com  │
                │ Анна Иванова                          4 d││ profile_id  100203               │
                │ John Smith             € 9 103        5 d││ reach       +email -sms -push    │
                │●田中 美咲              € 9 086        6 d││ value       € 9 069, purchases: 9│
                │›Łukasz Nowak           € 9 069        7 d││ last buy    2026-11-15 (7 d)     │
                │ Мария Петрова          € 9 052        8 d││ RFM         5 4 5 Champions      │
                │ José García                           9 d││ in          VIP                  │
                │ Zoë Müller             € 9 018       10 d││ sources     crm, shop            │
                │ Пётр Сидоров           € 9 001       11 d│└──────────────────────────────────┘
                │ 李 明                  € 8 984       12 d│┌─ Timeline ───────────────── 211 ─┐
                │ Olga Berg              € 8 967       13 d││ 2026-11-22 09:33 ● order  total …│
                │ Иван Кузнецов                        14 d││            01:13 · visit  pages 1│
                │ Sara Rossi             € 8 933       15 d││ 2026-11-21 16:53 · visit  pages 2│
                │ Анна Иванова           € 8 916       17 d││            08:33 · visit  pages 3│
                │ John Smith             € 8 899       18 d││            00:13 ● order  total …│
                │ 田中 美咲              € 8 882       19 d││ 2026-11-20 15:53 · visit  pages 5│
                │ Łukasz Nowak                         20 d││            07:33 · visit  pages 6│
                │ Мария Петрова          € 8 848       21 d││ 2026-11-19 23:13 · visit  pages 7│
                │ José García            € 8 831       22 d││            14:53 ● order  total …│
                └──────────────────────────────────────────┘└──────────────────────────────────┘
                 / find  f filter  s sort  c columns  Enter profile  Space mark  ? help
                 up to date                                              row 4 of 120 · 1 marked
                """)
    }

    @Test func `a filter with a fault over the profiles`() {
        #expect(
            Scene.profilesFilter.bench(columns: 80, rows: 24).text == """
                 Profiles                            demo-shop sample · data to 2026-11-22 09:33
                ┌─ Profiles ───────────────────────── 120 ─┐┌─ Анна Иванова ─────── Champions ─┐
                │city = Krakow                             ││ email       s.rossi@example.com  │
                │       ^^^^^^                             ││ profile_id  100200               │
                │Text stands in double quotes.             ││ reach       +email -sms -push    │
                │Tab offers: "Krakow"                      ││ last buy    2026-11-18 (4 d)     │
                │ name                   revenue   last buy││ RFM         5 4 5 Champions      │
                │›Анна Иванова                          4 d││ in          VIP                  │
                │ John Smith             € 9 103        5 d││ sources     crm, shop            │
                │ 田中 美咲              € 9 086        6 d││                                  │
                │ Łukasz Nowak           € 9 069        7 d│└──────────────────────────────────┘
                │ Мария Петрова          € 9 052        8 d│┌─ Timeline ───────────────── 211 ─┐
                │ José García                           9 d││ 2026-11-22 09:33 ● order  total …│
                │ Zoë Müller             € 9 018       10 d││            01:13 · visit  pages 1│
                │ Пётр Сидоров           € 9 001       11 d││ 2026-11-21 16:53 · visit  pages 2│
                │ 李 明                  € 8 984       12 d││            08:33 · visit  pages 3│
                │ Olga Berg              € 8 967       13 d││            00:13 ● order  total …│
                │ Иван Кузнецов                        14 d││ 2026-11-20 15:53 · visit  pages 5│
                │ Sara Rossi             € 8 933       15 d││            07:33 · visit  pages 6│
                │ Анна Иванова           € 8 916       17 d││ 2026-11-19 23:13 · visit  pages 7│
                │ John Smith             € 8 899       18 d││            14:53 ● order  total …│
                └──────────────────────────────────────────┘└──────────────────────────────────┘
                 Enter apply  Esc leave as it was  Tab complete
                 up to date                                                         row 1 of 120
                """)
    }

    @Test func `one profile in full`() {
        #expect(
            Scene.profile.bench(columns: 80, rows: 24).text == """
                 Profiles ▸ John Smith               demo-shop sample · data to 2026-11-22 09:33
                ┌─ John Smith ───── Champions ─┐┌─ Timeline ───────────────────────────── 211 ─┐
                │ email       s.rossi@example.…││›2026-11-22 09:33 ● order  total € 84.00      │
                │ profile_id  100201           ││            01:13 · visit  pages 1            │
                │ reach       +email -sms -push││ 2026-11-21 16:53 · visit  pages 2            │
                │ value       € 9 103, purchas…││            08:33 · visit  pages 3            │
                │ last buy    2026-11-17 (5 d) ││            00:13 ● order  total € 84.00      │
                │ RFM         5 4 5 Champions  ││ 2026-11-20 15:53 · visit  pages 5            │
                │ in          VIP              ││            07:33 · visit  pages 6            │
                │ sources     crm, shop        ││ 2026-11-19 23:13 · visit  pages 7            │
                │                              ││            14:53 ● order  total € 84.00      │
                │ quantitative                 ││            06:33 · visit  pages 9            │
                │ size  42  (shop)             ││ 2026-11-18 22:13 · visit  pages 10           │
                │                              ││            13:53 · visit  pages 11           │
                │ qualitative                  ││            05:33 ● order  total € 84.00      │
                │ tier  vip  (crm)             ││ 2026-11-17 21:13 · visit  pages 13           │
                │                              ││            12:53 · visit  pages 14           │
                │                              ││            04:33 · visit  pages 15           │
                │                              ││ 2026-11-16 20:13 ● order  total € 84.00      │
                │                              ││            11:53 · visit  pages 17           │
                │                              ││ each week, last year ▃▆█                     │
                └──────────────────────────────┘└──────────────────────────────────────────────┘
                 Enter order lines  i whole  f filter  Tab pane  y copy  ! command  ? help
                 up to date
                """)
    }

    @Test func `the segments`() {
        #expect(
            Scene.segments.bench(columns: 80, rows: 24).text == """
                 Segments                            demo-shop sample · data to 2026-11-22 09:33
                ┌─ Segments ─────────────────────────────────────────────────────────────── 2 ─┐
                │ name                  people   share  in 30 d              by      saved     │
                │›VIP                       56   46.7%       +2 ▇█▁▂▃▅▆▇█▁▂▃ olga    2026-11-06│
                │ Lapsed                    59   49.2%       +2 ▇█▁▂▃▅▆▇█▁▂▃ max     2026-10-26│
                │ Buyers                    52   43.3%       +2 ▇█▁▂▃▅▆▇█▁▂▃ ready             │
                │ First-time buyers         67   55.8%       +2 ▇█▁▂▃▅▆▇█▁▂▃ ready             │
                │ Repeat buyers             69   57.5%       +2 ▇█▁▂▃▅▆▇█▁▂▃ ready             │
                │ Birthday soon             84   70.0%       +2 ▇█▁▂▃▅▆▇█▁▂▃ ready             │
                │ Lapsed buyers             73   60.8%       +2 ▇█▁▂▃▅▆▇█▁▂▃ ready             │
                │ Gone quiet                93   77.5%       +2 ▇█▁▂▃▅▆▇█▁▂▃ ready             │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │ tier = "vip"                                                                 │
                │                                                                              │
                └──────────────────────────────────────────────────────────────────────────────┘
                 Enter people  e edit  a new  s sort  D duplicate  d delete  u undo  ? help
                 up to date                                             saved 2026-11-06 by olga
                """)
    }

    @Test func `a segment being edited`() {
        #expect(
            Scene.editor.bench(columns: 80, rows: 24).text == """
                 Segments ▸ VIP                      demo-shop sample · data to 2026-11-22 09:33
                ┌─ VIP ─────────────────────────────────────────────── alone ─ after without ──┐
                │ ALL of                                                                       │
                │›  tier = "vip"                                          60      60      90   │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │ People whose tier is vip.                                                    │
                └──────────────────────────────────────────────────────────────────────────────┘
                ┌─ 52 people ────────────────────────────┐┌─ Overlap ────────────── O chooses ─┐
                │ 52 of 120, 43.3%  ▂▃▅▆▇█▁▂▃ +2 in 30 d ││ segment                in both    %│
                │ reach email 26 sms 3 push 0            ││›Lapsed                       8  15%│
                │ value € 9 120 12 m € 3 000 order € 101 ││                                    │
                │ city Москва 50% Kraków 33%             ││                                    │
                │ age 25–34 67% 18–24 17%                ││                                    │
                │ such as Анна Иванова, John Smith, 田…  ││                                    │
                └────────────────────────────────────────┘└────────────────────────────────────┘
                 a and  o or  n not  Enter edit  - on/off  d delete  ^S save  Tab pane  ? help
                 up to date                                                                saved
                """)
    }

    @Test func `a rule with a fault`() {
        #expect(
            Scene.editorFault.bench(columns: 80, rows: 24).text == """
                 Segments ▸ VIP*                     demo-shop sample · data to 2026-11-22 09:33
                ┌─ VIP ────────────────────────────────────────────────────────────────────────┐
                │ tier = "vip" and city in ("Москва", "Kraków") and did purchase within last   │
                │ 3 months                                                                     │
                │ ^^^^^^^^                                                                     │
                │ ‘3 months’ could mean 90 days or 3 calendar months; say which.               │
                │ Tab offers: 90 days                                                          │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                └──────────────────────────────────────────────────────────────────────────────┘
                ┌─ ~42 people ───────────────────────────┐┌─ Overlap ────────────── O chooses ─┐
                │ ~42 of 120, 35.0%                      ││ Compared when typing rests.        │
                │ reach email 21 sms 3 push 0            ││                                    │
                │                                        ││                                    │
                │                                        ││                                    │
                │                                        ││                                    │
                │                                        ││                                    │
                └────────────────────────────────────────┘└────────────────────────────────────┘
                 ^S save  Tab complete  Enter people  Esc close
                 up to date                                           not saved, kept as a draft
                """)
    }
}
