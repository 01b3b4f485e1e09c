import Filters
import Testing

struct EventAnswerTests {
    @Test(arguments: [
        Answer("did not order ❯at least 2 times❮", "not did order at least 2 times"),
        Answer("❯did 2 purchases❮", "did purchase at least 2 times"),
        Answer("❯did at least 2 purchases❮", "did purchase at least 2 times"),
        Answer("did purchase ❯2 times❮", "did purchase at least 2 times", "did purchase exactly 2 times"),
        Answer("did purchase ❯2❮", "did purchase at least 2 times", "did purchase exactly 2 times"),
        Answer("did purchase ❯twice❮", "did purchase at least 2 times", "did purchase exactly 2 times"),
        Answer("did purchase at least ❯twice❮", "did purchase at least 2 times"),
        Answer("did purchase at least ❯once❮", "did purchase at least 1 time"),
        Answer("did purchase more than ❯two times❮", "did purchase more than 2 times"),
        Answer("did purchase at least ❯2❮", "did purchase at least 2 times"),
        Answer("did purchase at least 2 ❯purchases❮", "did purchase at least 2 times"),
        Answer("did purchase ❯>= 2❮", "did purchase at least 2 times"),
        Answer("did purchase ❯> 2 times❮ within last 3 days", "did purchase more than 2 times within last 3 days"),
        Answer("did purchase ❯fewer than 3 times❮", "did purchase less than 3 times"),
        Answer("did purchase ❯between 5 and 2 times❮", "did purchase between 2 and 5 times"),
        Answer("did purchase at least ❯-1❮ times"), Answer("did purchase at least ❯1.5❮ times"),
        Answer(
            "did purchase within last 3 days ❯at least 2 times❮", "did purchase at least 2 times within last 3 days"),
        Answer("did purchase within last 3 days ❯where a = 1❮", "did purchase where a = 1 within last 3 days"),
        Answer("did purchase within last 3 days ❯before❮ 2026-01-01"),
        Answer("❯purchase❮ at least 2 times", "did purchase at least 2 times"),
        Answer("❯purchased❮ where a = 1", "did purchase where a = 1"),
        Answer("❯purchase count❮ > 2", "count(purchase) > 2"),
        Answer("❯number of purchases❮ > 2", "count(purchase) > 2"),
        Answer("❯never purchased❮", "did not purchase"), Answer("❯never did purchase❮", "did not purchase"),
        Answer("❯has not purchased❮", "did not purchase"), Answer("❯hasn't bought❮", "did not purchase"),
        Answer("❯didn't purchase❮", "did not purchase"), Answer("❯did never purchase❮", "did not purchase"),
        Answer("❯did a purchase❮", "did purchase"), Answer("❯did nothing❮", "did not anything"),
        Answer("did ❯add to cart❮", "did add_to_cart", "did `add to cart`"),
        Answer(
            "did ❯product view❮ within last 3 days", "did product_view within last 3 days",
            "did `product view` within last 3 days"),
        Answer("did purchase ❯with❮ price > 3", "did purchase where price > 3"),
        Answer("did purchase where ❯❮"), Answer("did ❯❮"), Answer("did not ❯❮"), Answer("did purchase at least ❯❮"),
    ])
    func `events and counts`(answer: Answer) {
        answer.check()
    }

    @Test(arguments: [
        Answer("t within last ❯3 months❮", "t within last 90 days", "t within last 3 calendar months"),
        Answer("t within last ❯1 year❮", "t within last 365 days", "t within last 1 calendar year"),
        Answer("t within last ❯month❮", "t within last 1 calendar month"), Answer("t within last ❯0❮ days"),
        Answer("t within last ❯30d❮", "t within last 30 days"), Answer("t within last 30❯❮", "t within last 30 days"),
        Answer("t within last 30 ❯dyas❮", "t within last 30 days"), Answer("t within last 30 ❯seconds❮"),
        Answer("t ❯within 30 days❮", "t within last 30 days", "t within next 30 days"),
        Answer("did purchase ❯within 30 days❮", "did purchase within last 30 days"),
        Answer("did purchase ❯within next❮ 30 days"), Answer("t ❯in the last 30 days❮", "t within last 30 days"),
        Answer("did purchase ❯in last 30 days❮", "did purchase within last 30 days"),
        Answer("did purchase ❯within the last 30 days❮", "did purchase within last 30 days"),
        Answer("did purchase ❯during the last month❮", "did purchase within last 1 calendar month"),
        Answer("did purchase ❯last 30 days❮", "did purchase within last 30 days"),
        Answer("t ❯more than 30 days ago❮", "t before 30 days ago"),
        Answer("t ❯older than 30 days❮", "t before 30 days ago"),
        Answer("t ❯less than 3 months ago❮", "t within last 3 calendar months"),
        Answer("did purchase ❯more than 30 days ago❮", "did purchase before 30 days ago"),
        Answer("t ❯> 30 days ago❮", "t after 30 days ago", "t before 30 days ago"),
        Answer("t ❯<= 3 months ago❮", "t before 3 calendar months ago", "t after 3 calendar months ago"),
        Answer("t ❯> 30 days❮", "t before 30 days ago", "t > 30"), Answer("t before ❯30 days❮", "t before 30 days ago"),
        Answer("t ❯30 days ago❮", "t before 30 days ago", "t within last 30 days"),
        Answer("did purchase ❯since 2026-01-01❮", "did purchase after 2025-12-31"),
        Answer("t ❯until 2026-01-31❮", "t before 2026-02-01"), Answer("t ❯since 30 days ago❮", "t after 30 days ago"),
        Answer("did purchase ❯from 2026-01-01 to 2026-01-31❮", "did purchase between 2026-01-01 and 2026-01-31"),
        Answer("did purchase ❯in 2026-02❮", "did purchase between 2026-02-01 and 2026-02-28"),
        Answer("t ❯in 2026❮", "t between 2026-01-01 and 2026-12-31"),
        Answer("did purchase ❯2026-01-01❮", "did purchase on 2026-01-01"),
        Answer("t on ❯yesterday❮", "t on 1 calendar day ago"),
        Answer("t before ❯today❮"), Answer("t before ❯\"2026-01-01\"❮", "t before 2026-01-01"),
        Answer("t ❯on 2026-02❮", "t between 2026-02-01 and 2026-02-28"),
        Answer("t ❯in the next 7 days❮", "t within next 7 days"),
        Answer("anniversary of t ❯in 7 days❮", "anniversary of t within next 7 days"),
        Answer("as of ❯❮"), Answer("stopped purchase ❯before❮ 2026-01-01"), Answer("stopped purchase ❯❮"),
        Answer("first purchase ❯❮"), Answer("first ❯anything❮ within last 3 days"),
    ])
    func `times`(answer: Answer) {
        answer.check()
    }

    @Test(arguments: [
        Answer("abandoned cart❯❮", "abandoned cart of add_to_cart"),
        Answer("abandoned ❯carts❮ of x", "abandoned cart of x"),
        Answer("ordered cart ❯x❮ within last 3 days", "ordered cart of x within last 3 days"),
        Answer("open cart ❯within❮ last 3 days", "open cart of add_to_cart within last 3 days"),
        Answer("any cart of ❯❮"), Answer("any cart of ❯anything❮"), Answer("any cart of ❯open❮", "any cart of `open`"),
        Answer("any cart of x ❯at least 2 times❮", "any cart of x"),
        Answer("any cart of x ❯between 2 and 5 times❮ on 2026-01-01", "any cart of x on 2026-01-01"),
        Answer("any cart of x within last 3 days ❯where a = 1❮", "any cart of x where a = 1 within last 3 days"),
        Answer("any cart of x ❯in the last 3 days❮", "any cart of x within last 3 days"),
        Answer("any cart of x ❯within next❮ 3 days"),
        Answer(
            "any cart of x ❯city❮ = \"a\"", "any cart of x where city = \"a\"", "any cart of x and city = \"a\""),
        Answer("did x ❯abandoned❮ cart of y", "did x and abandoned cart of y"),
        Answer("city = \"a\" ❯any❮ cart of y", "city = \"a\" and any cart of y"),
        Answer("❯did❮ abandoned cart of x", "abandoned cart of x"),
        Answer("❯did not❮ open cart of x", "not open cart of x"),
        Answer("❯did any cart❮", "did cart"),
        Answer("❯abandoned cart rate❮ = 5", "`abandoned cart rate` = 5", "abandoned_cart_rate = 5"),
    ])
    func `carts`(answer: Answer) {
        answer.check()
    }

    @Test(arguments: [
        Answer("did a then b❯❮", "did a then b within 7 days"),
        Answer("did a then b ❯in 3 days❮", "did a then b within 3 days"),
        Answer("did a then b ❯within last 3 days❮", "did a then b within 3 days"),
        Answer("did a ❯at least 2 times❮ then b within 3 days"),
        Answer("❯did not a then b within 3 days❮", "not did a then b within 3 days"),
        Answer("did ❯anything❮ then b within 3 days"), Answer("did a then ❯anything❮ within 3 days"),
        Answer("did a then b within 3 days then c within 3 days ❯within❮ last 9 days"),
        Answer("did a then b within 3 days ❯where x = 1❮", "did a then b where x = 1 within 3 days"),
        Answer("did a ❯then did❮ b within 3 days", "did a then b within 3 days"),
        Answer("did a then same ❯price❮ b within 3 days"),
        Answer("did a in at least ❯5 of last 4 weeks❮", "did a in at least 4 of last 5 weeks"),
        Answer("❯did not a in at least 3 of last 4 weeks❮", "not did a in at least 3 of last 4 weeks"),
        Answer("sum(❯purchase❮) > 3", "sum(purchase.revenue) > 3"),
        Answer("❯sum of purchase.revenue❮ > 3", "sum(purchase.revenue) > 3"),
        Answer("❯avg❮(purchase.revenue) > 3", "average(purchase.revenue) > 3"),
        Answer("sum(❯cart.add.price❮) > 3", "sum(`cart.add`.price) > 3"),
        Answer("count(order) ❯at least 2 times❮", "count(order) >= 2"),
        Answer("count(order) ❯❮"), Answer("sum(a.b ❯>❮ 3"),
        Answer("net_revenue ❯within❮ last 3 days"), Answer("❯segment❮ \"x\"", "in segment \"x\""),
        Answer("❯in❮ \"x\"", "in segment \"x\""), Answer("❯is in segment❮ \"x\"", "in segment \"x\""),
        Answer("in segment ❯Old buyers❮", "in segment \"Old buyers\""), Answer("entered segment \"x\" ❯❮"),
        Answer("❯lifecycle of a by week != \"new\"❮", "not lifecycle of a by week = \"new\""),
        Answer("lifecycle of a by week = ❯\"sleeping\"❮"),
        Answer("lifecycle of a by week = ❯dormant❮", "lifecycle of a by week = \"dormant\""),
        Answer("lifecycle of a by ❯year❮ = \"new\""), Answer("reachable by ❯emial❮", "reachable by email"),
        Answer("reached step ❯0❮ of funnel \"x\""), Answer("in cohort ❯2026❮ of a"),
        Answer("in cohort ❯2025-W53❮ of a"),
        Answer("sample ❯101❮ % salt \"x\""), Answer("sample 10 ❯salt❮ \"x\"", "sample 10 % salt \"x\""),
        Answer("sample 10 %❯❮", "sample 10 % salt \"1\""),
        Answer("sample 10 ❯percent❮ salt \"x\"", "sample 10 % salt \"x\""),
    ])
    func `sequences, figures and the rest`(answer: Answer) {
        answer.check()
    }
}
