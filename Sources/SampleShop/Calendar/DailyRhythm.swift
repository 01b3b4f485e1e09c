/// At which hour of the day people shop, in their own zone.
enum DailyRhythm {
    /// A second of the local day: half of the time near somebody's usual hour, otherwise as everybody does.
    static func second(usualHour: Int, random: inout Random) -> Int {
        let hour = random.chance(500) ? usualHour + random.below(2) : random.index(by: hours)
        return hour * 3600 + random.below(3600)
    }

    /// An hour that somebody may be used to, 7 to 21.
    static func usualHour(random: inout Random) -> Int {
        7 + random.index(by: waking)
    }

    private static let all = [8, 4, 3, 2, 2, 4, 12, 26, 34, 40, 42, 46, 58, 56, 44, 42, 46, 54, 68, 84, 92, 84, 56, 24]
    private static let hours = Weights(all)
    private static let waking = Weights(Array(all[7...21]))
}
