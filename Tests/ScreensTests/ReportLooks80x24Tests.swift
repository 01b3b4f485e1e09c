import Terminal
import Testing

/// What the reports of people over time look like at 80 x 24, row by row.
struct ReportLooks80x24Tests {
    @Test func `the triangle of cohorts`() {
        #expect(
            Scene.cohorts.bench(columns: 80, rows: 24).text == """
                 Cohorts                             demo-shop sample · data to 2026-11-22 09:33
                ┌─ Came back, percent of the cohort ──────────────────────────────── by month ─┐
                │ cohort  people   +0   +1   +2   +3   +4   +5   +6   +7   +8   +9  +10  +11   │
                │ 2025-12    900  100█  37█  34█  31▓  28▓  25▓  22▒  19▒  16▒  13░  10░       │
                │ 2026-01    937  100█  38█  35█  32▓  29▓  26▓  23▒  20▒  17▒  14░            │
                │ 2026-02    974  100█  39█  36█  33█  30▓  27▓  24▒  21▒  18▒                 │
                │ 2026-03  1 011  100█  40█  37█  34█  31▓  28▓  25▓  22▒                      │
                │ 2026-04  1 048  100█  37█  34█  31▓  28▓  25▓  22▒                           │
                │ 2026-05  1 085  100█  38█  35█  32█  29▓  26▓                                │
                │ 2026-06    922  100█  39█  36█[ 33]  30▓                                     │
                │ 2026-07    959  100█  40█  37█  34█                                          │
                │ 2026-08    996  100█  37█  34█                                               │
                │ 2026-09  1 033  100█  38█                                                    │
                │ 2026-10  1 070  100█                                                         │
                │ 2026-11    907                                                               │
                │ average         100   38   35   32   29   26   23   21   17   14   10        │
                └──────────────────────────────────────────────────────────────────────────────┘
                ┌─ 2026-06 +3 ───────────────────────────────────────────────────────── 33.0% ─┐
                │ 304 of 922 came back, 0.5 points over the average of +3.                     │
                │ They brought € 15 838, € 17.18 a person of the cohort.                       │
                │ curve ██▇▇                                                                   │
                └──────────────────────────────────────────────────────────────────────────────┘
                 Enter people  e segment  m measure  b period  w events  [ earlier  ? help
                 up to date                                         purchase, back with purchase
                """)
    }

    @Test func `the stages of every period`() {
        #expect(
            Scene.lifecycle.bench(columns: 80, rows: 24).text == """
                 Lifecycle                           demo-shop sample · data to 2026-11-22 09:33
                ┌─ People by what they are ────────────────────────────────────────── by week ─┐
                │             new  returning  resurrected  dormant  active                     │
                │ 2026-09-07   48        320           70      150     438  ███████████ ████   │
                │ 2026-09-14   55        331           75      163     461  ███████████ ████   │
                │ 2026-09-21   62        342           80      126     484  ████████████ ███   │
                │ 2026-09-28   69        353           85      139     507  █████████████ ███  │
                │ 2026-10-05   45        364           90      152     499  ████████████ ████  │
                │ 2026-10-12   52        375           95      165     522  █████████████ ████ │
                │ 2026-10-19   59        386           60      128     505  ████████████ ████  │
                │ 2026-10-26   66        307           65      141     438  ███████████ ███    │
                │ 2026-11-02   42        318           70      154     430  ███████████ ███    │
                │ 2026-11-09   49        329           75      167     453  ███████████ ████   │
                │ 2026-11-16   56        340          [80]     130     476  ████████████ ███   │
                │ 2026-11-23…  63        351           85      143     499  ████████████ ████  │
                └──────────────────────────────────────────────────────────────────────────────┘
                ┌─ resurrected 2026-11-16 ──────────────────────────────────────────────── 80 ─┐
                │ 80 people resurrected, +5 against the week before.                           │
                │ Of the 470 active in the week before, 72.3% were active again.               │
                │ resurrected ▆▆▆▇▇███▆▆▆▇▇███▆▆▆▇▇█                                           │
                │                                                                              │
                └──────────────────────────────────────────────────────────────────────────────┘
                 Enter people  e segment  b period  w event  [ earlier  ] later  ? help
                 up to date                                                 active with anything
                """)
    }

    @Test func `the matrix of who went where`() {
        #expect(
            Scene.flow.bench(columns: 80, rows: 24).text == """
                 Flow                                demo-shop sample · data to 2026-11-22 09:33
                ┌─ From row to column ─────────────────────────────────────────────── 90 days ─┐
                │ Champions           800 17  34  51  68  85  12  29  46  63  80   7           │
                │ Loyal               31  810 65  82   9  26  43  60  77   4  21  38           │
                │ Potential loyalists 62  79  820 23  40  57  74   1  18  35  52  69           │
                │ New                  3  20  37  830 71  88  15  32  49  66  83  10           │
                │ Promising           34  51  68  85  840 29  46  63  80   7  24  41           │
                │ Need attention      65  82   9  26  43  850 77   4  21  38  55  72           │
                │ About to sleep       6  23  40  57  74   1  860 35  52  69  86  13           │
                │ At risk             37  54  71  88  15  32  49  870 83  10  27  44           │
                │ Cannot lose them    68  85  12  29  46  63  80   7  880 41  58  75           │
                │ Hibernating          9  26  43  60  77   4  21  38  55  890 89  16           │
                │                     Cha…Loy…Pot…New Pro…Nee…Abo…At …Can…Hib…Lost(no…         │
                └──────────────────────────────────────────────────────────────────────────────┘
                ┌─ Champions ▸ Potential loyalists ─────────────────────────────────────── 34 ─┐
                │ people             34                  arrived, day by day                   │
                │ of those who were  2.6% of 1 292       ▃▇▁▅█▃▇▁▅█▃▇▁▅█▃▇▁▅█▃▇▁▅█▃▇▁▅█▃▇▁▅█▃▇ │
                │ median time        46.0 d              c24 17 ███████████████                │
                │ they brought       € 1 401             c07 11 █████████▊                     │
                │                                                                              │
                │                                                                              │
                └──────────────────────────────────────────────────────────────────────────────┘
                 Enter people  e segment  m measure  w states  b period  [ earlier  ? help
                 up to date                                              2026-08-25 - 2026-11-22
                """)
    }

    @Test func `what the triangle is about`() {
        #expect(
            Scene.cohortParts.bench(columns: 80, rows: 24).text == """
                 Cohorts                             demo-shop sample · data to 2026-11-22 09:33
                ┌─ Came back, percent of the cohort ──────────────────────────────── by month ─┐
                │ cohort  people   +0   +1   +2   +3   +4   +5   +6   +7   +8   +9  +10  +11   │
                │ 2025-12    900  100█  37█  34█  31▓  28▓  25▓  22▒  19▒  16▒  13░  10░       │
                │ 2026-01    937  100█  38█  35█  32▓  29▓  26▓  23▒  20▒  17▒  14░            │
                │ 2026-02    974  100█  39█  36█  33█  30▓  27▓  24▒  21▒  18▒                 │
                │ 2026-03  1 011  100█  40█  37█  34█  31▓  28▓  25▓  22▒                      │
                │ 2026-04  1 048  100█  37█  34█  31▓  28▓  25▓  22▒                           │
                │ 2026-05  1 085┌─ The triangle ───────────────────────────────┐               │
                │ 2026-06    922│›1 begins with  purchase                      │               │
                │ 2026-07    959│ 2 comes back with  purchase                  │               │
                │ 2026-08    996│ 3 period  month                              │               │
                │ 2026-09  1 033│ 4 a cell counts who came back  in the period │               │
                │ 2026-10  1 070│ 5 revenue  after refunds                     │               │
                │ 2026-11    907│ 6 refunds count  on their own dates          │               │
                │ average       └──────────────────────────────────────────────┘14   10        │
                └──────────────────────────────────────────────────────────────────────────────┘
                ┌─ 2026-09 +1 ───────────────────────────────────────────────────────── 37.9% ─┐
                │ 392 of 1 033 came back, 0.3 points under the average of +1.                  │
                │ They brought € 20 423, € 19.77 a person of the cohort.                       │
                │ curve █                                                                      │
                └──────────────────────────────────────────────────────────────────────────────┘
                 Enter take it  Esc close
                 up to date                                         purchase, back with purchase
                """)
    }
}
