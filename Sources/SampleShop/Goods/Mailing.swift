/// A letter of the shop to part of its subscribers.
struct Mailing {
    /// When it goes out, at nine in the morning UTC of every twenty-fourth day.
    let time: Int
    /// How many of a thousand readers open it.
    let opens: Int
    /// How many of a thousand who opened it follow a link.
    let clicks: Int

    /// All mailings in the order of time; the first is `c01`.
    ///
    /// One of them, `c19`, announces a sale for subscribers only and is opened about twice as often as any other.
    static let all: [Mailing] = zip(rates.indices, rates).map { index, opens in
        let time = (12 + 24 * index) * Window.secondsADay + 9 * 3600
        return Mailing(time: time, opens: opens, clicks: 220 + opens / 4)
    }

    /// How many of a thousand subscribers a mailing is sent to.
    static let reach = 115

    private static let rates = [
        240, 260, 240, 280, 220, 200, 250, 230, 270, 300, 210, 190, 260, 240, 290, 220, 250, 230, 640, 270, 210, 200,
        240, 260, 300, 220, 230, 250, 280,
    ]
}
