import Analytics
import Customers

/// Purchases made up from a seed, with as many ties as there are few values.
func someShop(
    seed: UInt64, profiles: Int, purchases: Int, days: Int64 = 40, amounts: ClosedRange<Int64> = -3...12
) -> Purchases {
    var generator = SplitMix(seed: seed)
    var rows: [UInt32] = []
    var times: [Int64] = []
    var net: [Int64] = []
    var gross: [Int64] = []
    for _ in 0..<purchases {
        rows.append(UInt32.random(in: 0..<UInt32(profiles), using: &generator))
        times.append(shopOpening + Int64.random(in: 0..<days * 86_400, using: &generator) * 1000)
        net.append(Int64.random(in: amounts, using: &generator))
        gross.append(Int64.random(in: amounts, using: &generator))
    }
    return Purchases(
        profileRows: profiles, profiles: rows, times: times, netRevenue: net, grossRevenue: gross,
        localDays: CivilCalendar.utc.dayNumbers(of: times))
}

/// The instant 2026-01-01T00:00:00Z, in milliseconds.
let shopOpening: Int64 = 1_767_225_600_000

/// The instant some days after the shop's opening.
func day(_ number: Double) -> Instant {
    Instant(milliseconds: shopOpening + Int64(number * 86_400_000))
}

extension Purchases {
    /// The row of the profile of each purchase.
    var profiles: [UInt32] {
        ends.indices.flatMap { Array(repeating: UInt32($0), count: range(of: $0).count) }
    }

    /// The same purchases in another order.
    func reordered(_ order: [Int]) -> Purchases {
        let profiles = profiles
        return Purchases(
            profileRows: profileRows, profiles: order.map { profiles[$0] }, times: order.map { times[$0] },
            netRevenue: order.map { netRevenue[$0] }, grossRevenue: order.map { grossRevenue[$0] },
            localDays: order.map { localDays[$0] })
    }

    /// Purchases of one buyer a row, each bought once.
    static func single(days: [Double], amounts: [Int64]) -> Purchases {
        let times = days.map { day($0).milliseconds }
        return Purchases(
            profileRows: days.count, profiles: days.indices.map(UInt32.init), times: times, netRevenue: amounts,
            grossRevenue: amounts, localDays: CivilCalendar.utc.dayNumbers(of: times))
    }
}
