import Terminal
import Testing

/// What screens look like at 80 x 24, row by row.
struct MoreLooks80x24Tests {
    @Test func `the grid of recency and frequency`() {
        #expect(
            Scene.rfm.bench(columns: 80, rows: 24).text == """
                 RFM                                 demo-shop sample · data to 2026-11-22 09:33
                ┌─ People by R x F ────────────── m other numbers ─┐┌─ R5 F5 ──────────── 100 ─┐
                │ R5      ░2.2%░░ ▒4.4%▒▒ ▓6.7%▓▓ █8.9%██ [11.1%]  ││ people     100           │
                │ 0-14 d  ░20░░░░ ▒40▒▒▒▒ ▓60▓▓▓▓ █80████ █100███  ││ of buyers  11.1%         │
                │                                                  ││ revenue    € 25 000      │
                │ R4       1.8%   ░3.6%░░ ▒5.3%▒▒ ▓7.1%▓▓ █8.9%██  ││ a person   € 250         │
                │ 15-39    16     ░32░░░░ ▒48▒▒▒▒ ▓64▓▓▓▓ █80████  ││ days ago   0 to 14       │
                │                                                  ││ purchases  7 to 40       │
                │ R3       1.3%   ░2.7%░░ ░4.0%░░ ▒5.3%▒▒ ▓6.7%▓▓  ││                          │
                │ 40-89    12     ░24░░░░ ░36░░░░ ▒48▒▒▒▒ ▓60▓▓▓▓  ││ M5 400-9.1k   0          │
                │                                                  ││ M4 200-399    0          │
                │ R2       0.9%    1.8%   ░2.7%░░ ░3.6%░░ ▒4.4%▒▒  ││ M3 100-199    0          │
                │ 90-199   8       16     ░24░░░░ ░32░░░░ ▒40▒▒▒▒  ││ M2 50-99      0          │
                │                                                  ││ M1 9-49     100 ████████ │
                │ R1       0.4%    0.9%    1.3%    1.8%   ░2.2%░░  ││                          │
                │ 200-900  4       8       12      16     ░20░░░░  ││ Champions  100           │
                │                                                  ││                          │
                │            F1      F2      F3      F4      F5    ││                          │
                │            1x             2-3x    4-6x   7-40x   ││                          │
                │                                                  ││                          │
                │ from  ░░ 2.2%  ▒▒ 4.4%  ▓▓ 6.7%  ██ 8.9%         ││                          │
                └──────────────────────────────────────────────────┘└──────────────────────────┘
                 Enter people  e segment  m measure  v compare  n groups  w report  ? help
                 up to date                                     900 buyers, fifths of 2026-11-22
                """)
    }

    @Test func `the named groups`() {
        #expect(
            Scene.rfmGroups.bench(columns: 80, rows: 24).text == """
                 RFM                                 demo-shop sample · data to 2026-11-22 09:33
                ┌─ People by R x F ────────────── m other numbers ─┐┌─ Named groups ── n next ─┐
                │ R5      ░2.2%░░ ▒4.4%▒▒ ▓6.7%▓▓ █8.9%██ █11.1%█  ││ group       people  share│
                │ 0-14 d  ░20░░░░ ▒40▒▒▒▒ ▓60▓▓▓▓ █80████ █100███  ││›Lost           360  40.0%│
                │                                                  ││ Champions      324  36.0%│
                │ R4       1.8%   ░3.6%░░ ▒5.3%▒▒ ▓7.1%▓▓ █8.9%██  ││ Promising      216  24.0%│
                │ 15-39    16     ░32░░░░ ▒48▒▒▒▒ ▓64▓▓▓▓ █80████  ││                          │
                │                                                  ││                          │
                │ R3      ●1.3%   ●2.7%░░ ●4.0%░░ ●5.3%▒▒ ●6.7%▓▓  ││                          │
                │ 40-89    12     ░24░░░░ ░36░░░░ ▒48▒▒▒▒ ▓60▓▓▓▓  ││                          │
                │                                                  ││                          │
                │ R2      ●0.9%   ●1.8%   ●2.7%░░ ●3.6%░░ ●4.4%▒▒  ││                          │
                │ 90-199   8       16     ░24░░░░ ░32░░░░ ▒40▒▒▒▒  ││                          │
                │                                                  ││                          │
                │ R1      ●0.4%   ●0.9%   ●1.3%   ●1.8%   ●2.2%░░  ││                          │
                │ 200-900  4       8       12      16     ░20░░░░  ││                          │
                │                                                  ││                          │
                │            F1      F2      F3      F4      F5    ││                          │
                │            1x             2-3x    4-6x   7-40x   ││                          │
                │                                                  ││                          │
                │ from  ░░ 2.2%  ▒▒ 4.4%  ▓▓ 6.7%  ██ 8.9%         ││                          │
                └──────────────────────────────────────────────────┘└──────────────────────────┘
                 Enter people  e segment  m measure  v compare  n groups  s sort  ? help
                 up to date                                     900 buyers, fifths of 2026-11-22
                """)
    }

    @Test func `what a file seems to hold`() {
        #expect(
            Scene.importPlan.bench(columns: 80, rows: 24).text == """
                 Imports ▸ Import                    demo-shop sample · data to 2026-11-22 09:33
                ┌─ orders.csv ─────────────────────────────────────── semicolon, UTF-8  120kB ─┐
                │ Rows are: orders                                                             │
                │ Source: shop                                                                 │
                │ Dry run: read all, keep nothing                                              │
                │›Import                                                                       │
                │ Save as a mapping file                                                       │
                │ Times in ‘when’ have no zone and are read in the workspace's zone.           │
                └──────────────────────────────────────────────────────────────────────────────┘
                ┌─ Columns ──────────────────────────────────────────────────────────────── 4 ─┐
                │ in the file  is               becomes      type        first rows            │
                │›order_id     key              order_id     integer     1 │ 2 │ 3 │ 4 │ 5     │
                │ E-mail       identifier email email        text        a@b.pl │ c@d.pl       │
                │ when         time             when         timestamp   2025-01-01 │ 2025-01-…│
                │ sum          property         sum          text        12,50 │ 8,00          │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                └──────────────────────────────────────────────────────────────────────────────┘
                 Enter choose  Tab pane  ^S save mapping  u undo  Esc another file  ? help
                 up to date
                """)
    }

    @Test func `what an import did`() {
        #expect(
            Scene.importDone.bench(columns: 80, rows: 24).text == """
                 Imports ▸ Import                    demo-shop sample · data to 2026-11-22 09:33
                ┌─ Imported ────────────────────────────────────────────────────── orders.csv ─┐
                │ rows           1 000                                                         │
                │ new            940                                                           │
                │ changed        20                                                            │
                │ known already  30                                                            │
                │ set aside      10                                                            │
                │ seconds        1.2                                                           │
                │ set aside in   orders.rejects.csv                                            │
                │ import         7                                                             │
                │                                                                              │
                │ Line 5, ‘when’: The value is not a time.                                     │
                │ Line 9: The row names no customer.                                           │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                └──────────────────────────────────────────────────────────────────────────────┘
                 a next file  g i Imports  2 Profiles  Backspace back  ! command  ? help
                 up to date
                """)
    }

    @Test func `the help of a screen`() {
        #expect(
            Scene.help.bench(columns: 80, rows: 24).text == """
                 Profiles                            demo-shop sample · data to 2026-11-22 09:33
                ┌─┌─ Help: Profiles ─────────────────────────────────────────────────────────┐─┐
                │ │ On this screen                                                           │ │
                │›│ Up  k               Move up                                              │ │
                │ │ Down  j             Move down                                            │ │
                │ │ Left                Move left, or fold                                   │ │
                │ │ Right               Move right, or unfold                                │ │
                │ │ PgUp  ^B            One page up                                          │ │
                │ │ PgDn  ^F            One page down                                        │ │
                │ │ Home  g g           Go to the first                                      │ │
                │ │ End  G              Go to the last                                       │─┘
                │ │ Enter               profile                                              │─┐
                │ │ Esc                 Close, then stop work, then clear the search, then   │…│
                │ │ go back                                                                  │1│
                │ │ Tab                 Go to the next pane                                  │2│
                │ │ /  .                Find while typing                                    │3│
                │ │ f                   Filter                                               │…│
                │ │ s                   Sort                                                 │5│
                │ │ c                   Choose the columns                                   │6│
                │ │ Space               Mark, or take the mark off                           │7│
                │ │ *                   Mark all                                             │…│
                └─│ e                   Edit as a segment                                    │─┘
                 y└──────────────────────────────────────────────────────────────────────────┘
                 up to date                                                         row 1 of 120
                """)
    }

    @Test func `the command line of a view`() {
        #expect(
            Scene.commandLine.bench(columns: 80, rows: 24).text == """
                 RFM                                 demo-shop sample · data to 2026-11-22 09:33
                ┌─ People by R x F ────────────── m other numbers ─┐┌─ R5 F5 ──────────── 100 ─┐
                │ R5      ░2.2%░░ ▒4.4%▒▒ ▓6.7%▓▓ █8.9%██ [11.1%]  ││ people     100           │
                │ 0-14 d  ░20░░░░ ▒40▒▒▒▒ ▓60▓▓▓▓ █80████ █100███  ││ of buyers  11.1%         │
                │                                                  ││ revenue    € 25 000      │
                │ R4       1.8%   ░3.6%░░ ▒5.3%▒▒ ▓7.1%▓▓ █8.9%██  ││ a person   € 250         │
                │ 15-39    16     ░32░░░░ ▒48▒▒▒▒ ▓64▓▓▓▓ █80████  ││ days ago   0 to 14       │
                │                                                  ││ purchases  7 to 40       │
                │ R3       1.3%   ░2.7%░░ ░4.0%░░ ▒5.3%▒▒ ▓6.7%▓▓  ││                          │
                │ 40-89    12     ░24┌─ The command line of this view ───┐00-9.1k   0          │
                │                    │ patron rfm                        │00-399    0          │
                │ R2       0.9%    1.│                                   │00-199    0          │
                │ 90-199   8       16│ y copies it                       │0-99      0          │
                │                    └───────────────────────────────────┘-49     100 ████████ │
                │ R1       0.4%    0.9%    1.3%    1.8%   ░2.2%░░  ││                          │
                │ 200-900  4       8       12      16     ░20░░░░  ││ Champions  100           │
                │                                                  ││                          │
                │            F1      F2      F3      F4      F5    ││                          │
                │            1x             2-3x    4-6x   7-40x   ││                          │
                │                                                  ││                          │
                │ from  ░░ 2.2%  ▒▒ 4.4%  ▓▓ 6.7%  ██ 8.9%         ││                          │
                └──────────────────────────────────────────────────┘└──────────────────────────┘
                 y copy  Esc close
                 up to date                                     900 buyers, fifths of 2026-11-22
                """)
    }

    @Test func `a question before deleting`() {
        #expect(
            Scene.confirm.bench(columns: 80, rows: 24).text == """
                 Segments                            demo-shop sample · data to 2026-11-22 09:33
                ┌─ Segments ─────────────────────────────────────────────────────────────── 2 ─┐
                │ name                  people   share  in 30 d              by      saved     │
                │›VIP                       56   46.7%       +2 ▇█▁▂▃▅▆▇█▁▂▃ olga    2026-11-06│
                │ Lapsed                    59   49.2%       +2 ▇█▁▂▃▅▆▇█▁▂▃ max     2026-10-26│
                │ Buyers                    52   43.3%       +2 ▇█▁▂▃▅▆▇█▁▂▃ ready             │
                │ First-time buyers         67   55.8%       +2 ▇█▁▂▃▅▆▇█▁▂▃ ready             │
                │ Repeat buyers             69   57.5%       +2 ▇█▁▂▃▅▆▇█▁▂▃ ready             │
                │ Birth┌─ Delete the segment? ─────────────────────────────────────────┐       │
                │ Lapse│ VIP  56 people                                                │       │
                │ Gone │ tier = "vip"                                                  │       │
                │      │ The people stay; the rule goes, and what refers to it breaks. │       │
                │      │                                                               │       │
                │      │ y do it  Esc leave it                                         │       │
                │      └───────────────────────────────────────────────────────────────┘       │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │                                                                              │
                │ tier = "vip"                                                                 │
                │                                                                              │
                └──────────────────────────────────────────────────────────────────────────────┘
                 Esc close
                 up to date                                             saved 2026-11-06 by olga
                """)
    }
}
