/// What brought somebody to the shop first.
enum Acquisition: UInt8, CaseIterable {
    case google, facebook, instagram, tiktok, organic, referral, affiliate, store

    var name: String { Acquisition.names[Int(rawValue)] }

    /// Friends and stores bring buyers who stay, short films bring people who look.
    static func of(_ habit: Habit, random: inout Random) -> Acquisition {
        let weights =
            switch habit {
            case .silent, .windowShopper: looking
            case .vip, .lapsedVip: loyal
            default: usual
            }
        return allCases[random.index(by: weights)]
    }

    private static let names = allCases.map { "\($0)" }
    private static let looking = Weights([190, 180, 220, 210, 110, 20, 60, 10])
    private static let usual = Weights([270, 160, 150, 60, 160, 70, 60, 70])
    private static let loyal = Weights([210, 90, 80, 20, 240, 240, 20, 100])
}

/// What somebody holds in hand.
enum Device: UInt8, CaseIterable {
    case mobile, desktop, tablet

    var name: String { Device.names[Int(rawValue)] }

    static func usual(random: inout Random) -> Device {
        allCases[random.index(by: shares)]
    }

    private static let names = allCases.map { "\($0)" }
    private static let shares = Weights([620, 320, 60])
}

/// What led to one visit.
enum Source: UInt8, CaseIterable {
    case direct, google, facebook, instagram, tiktok, email, affiliate, referral

    var name: String { Source.names[Int(rawValue)] }

    /// The source of a visit that no letter led to.
    static func usual(random: inout Random) -> Source {
        allCases[random.index(by: shares)]
    }

    private static let names = allCases.map { "\($0)" }
    private static let shares = Weights([300, 290, 110, 120, 70, 0, 60, 50])
}
