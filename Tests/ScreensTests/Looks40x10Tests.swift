import Terminal
import Testing

/// What screens look like at 40 x 10, row by row.
struct Looks40x10Tests {
    @Test func `the first screen of all`() {
        #expect(
            Scene.firstRun.bench(columns: 40, rows: 10).text == """
                 Welcome
                 Patron: who are your customers?
                 There is no store yet. Everything stay…
                ›Look around in a made-up shop
                 Begin with my own files
                 Open another store
                 Quit
                 Time zone: Europe/Warsaw
                 Enter open  q quit  ? help
                 up to date
                """)
    }

    @Test func `the profiles, with a mark`() {
        #expect(
            Scene.profiles.bench(columns: 40, rows: 10).text == """
                 Profiles
                 Profiles                            120
                 name                 revenue   last buy
                 Анна Иванова                        4 d
                 John Smith           € 9 103        5 d
                ●田中 美咲            € 9 086        6 d
                ›Łukasz Nowak         € 9 069        7 d
                 Мария Петрова        € 9 052        8 d
                 / find  f filter  s sort  ? help
                 up to date      row 4 of 120 · 1 marked
                """)
    }

    @Test func `a filter with a fault over the profiles`() {
        #expect(
            Scene.profilesFilter.bench(columns: 40, rows: 10).text == """
                 Profiles
                 Profiles                            120
                city = Krakow
                       ^^^^^^
                Text stands in double quotes.
                Tab offers: "Krakow"
                 name                 revenue   last buy
                ›Анна Иванова                        4 d
                 Enter apply  Tab complete
                 up to date                 row 1 of 120
                """)
    }

    @Test func `one profile in full`() {
        #expect(
            Scene.profile.bench(columns: 40, rows: 10).text == """
                 Profiles ▸ John Smith
                 Who it is [Timeline]                211
                ›2026-11-22 09:33 ● order  total € 84.00
                            01:13 · visit  pages 1
                 2026-11-21 16:53 · visit  pages 2
                            08:33 · visit  pages 3
                            00:13 ● order  total € 84.00
                 2026-11-20 15:53 · visit  pages 5
                 Enter order lines  i whole  ? help
                 up to date
                """)
    }

    @Test func `the segments`() {
        #expect(
            Scene.segments.bench(columns: 40, rows: 10).text == """
                 Segments
                 Segments                              2
                 name                     people   share
                ›VIP                          56   46.7%
                 Lapsed                       59   49.2%
                 Buyers                       52   43.3%
                 First-time buyers            67   55.8%
                 Repeat buyers                69   57.5%
                 Enter people  e edit  a new  ? help
                 up to date     saved 2026-11-06 by olga
                """)
    }

    @Test func `a segment being edited`() {
        #expect(
            Scene.editor.bench(columns: 40, rows: 10).text == """
                 Segments ▸ VIP
                 VIP                    52 of 120, 43.3%
                 ALL of
                ›  tier = "vip"                    60



                 People whose tier is vip.
                 a and  o or  n not  Enter edit  ? help
                 up to date                        saved
                """)
    }

    @Test func `a rule with a fault`() {
        #expect(
            Scene.editorFault.bench(columns: 40, rows: 10).text == """
                 Segments ▸ VIP*
                 VIP
                 tier = "vip" and city in ("Москва",
                 "Kraków") and did purchase within
                 last 3 months
                      ^^^^^^^^
                 ‘3 months’ could mean 90 days or 3
                 calendar months; say which.
                 ^S save  Tab complete  Esc close
                 up to date   not saved, kept as a draft
                """)
    }

    @Test func `the grid of recency and frequency`() {
        #expect(
            Scene.rfm.bench(columns: 40, rows: 10).text == """
                 RFM
                 People by R x F        R5 F5 100 people
                 R5 ░2.2%░ ▒4.4%▒ ▓6.7%▓ █8.9%█ 11.1%
                 R4  1.8%  ░3.6%░ ▒5.3%▒ ▓7.1%▓ █8.9%█
                 R3  1.3%  ░2.7%░ ░4.0%░ ▒5.3%▒ ▓6.7%▓
                 R2  0.9%   1.8%  ░2.7%░ ░3.6%░ ▒4.4%▒
                 R1  0.4%   0.9%   1.3%   1.8%  ░2.2%░
                      F1     F2     F3     F4     F5
                 Enter people  e segment  ? help
                 up to date
                """)
    }

    @Test func `the named groups`() {
        #expect(
            Scene.rfmGroups.bench(columns: 40, rows: 10).text == """
                 RFM
                 People by R x F         Lost 360 people
                 R5 ░2.2%░ ▒4.4%▒ ▓6.7%▓ █8.9%█ 11.1%
                 R4  1.8%  ░3.6%░ ▒5.3%▒ ▓7.1%▓ █8.9%█
                 R3 ●1.3%  ●2.7%░ ●4.0%░ ●5.3%▒ ●6.7%▓
                 R2 ●0.9%  ●1.8%  ●2.7%░ ●3.6%░ ●4.4%▒
                 R1 ●0.4%  ●0.9%  ●1.3%  ●1.8%  ●2.2%░
                      F1     F2     F3     F4     F5
                 Enter people  e segment  ? help
                 up to date
                """)
    }

    @Test func `what a file seems to hold`() {
        #expect(
            Scene.importPlan.bench(columns: 40, rows: 10).text == """
                 Imports ▸ Import
                 orders.csv      semicolon, UTF-8  120kB
                 Rows are: orders
                 Source: shop
                 Dry run: read all, keep nothing
                ›Import
                 Save as a mapping file
                 Times in ‘when’ have no zone and are
                 Enter choose  Tab pane  ? help
                 up to date
                """)
    }

    @Test func `what an import did`() {
        #expect(
            Scene.importDone.bench(columns: 40, rows: 10).text == """
                 Imports ▸ Import
                 Imported                     orders.csv
                 rows           1 000
                 new            940
                 changed        20
                 known already  30
                 set aside      10
                 seconds        1.2
                 a next file  g i Imports  ? help
                 up to date
                """)
    }

    @Test func `the help of a screen`() {
        #expect(
            Scene.help.bench(columns: 40, rows: 10).text == """
                ┌─ Help: Profiles ─────────────────────┐
                │ On this screen                       │
                │ Up  k               Move up          │
                │ Down  j             Move down        │
                │ Left                Move left, or    │
                │ fold                                 │
                │ Right               Move right, or   │
                │ unfold                               │
                │ PgUp  ^B            One page up      │
                └──────────────────────────────────────┘
                """)
    }

    @Test func `the command line of a view`() {
        #expect(
            Scene.commandLine.bench(columns: 40, rows: 10).text == """
                 RFM
                 People by R x F        R5 F5 100 people
                 ┌─ The command line of this view ───┐
                 │ patron rfm                        │
                 │                                   │
                 │ y copies it                       │
                 └───────────────────────────────────┘
                      F1     F2     F3     F4     F5
                 y copy  Esc close
                 up to date
                """)
    }

    @Test func `a question before deleting`() {
        #expect(
            Scene.confirm.bench(columns: 40, rows: 10).text == """
                 Segments
                ┌─ Delete the segment? ────────────────┐
                │ VIP  56 people                       │
                │ tier = "vip"                         │
                │ The people stay; the rule goes, and  │
                │ what refers to it breaks.            │
                │                                      │
                │ y do it  Esc leave it                │
                └──────────────────────────────────────┘
                 up to date     saved 2026-11-06 by olga
                """)
    }
}
