import Analytics
import Customers
import Filters
import Testing

struct RFMGroupTests {
    static let cells = (1...5).flatMap { recency in
        (1...5).flatMap { frequency in
            (1...5).map { RFMScore(recency: recency, frequency: frequency, monetary: $0) }
        }
    }

    private func score(_ text: String) -> RFMScore {
        let digits = text.compactMap(\.wholeNumberValue)
        return RFMScore(recency: digits[0], frequency: digits[1], monetary: digits[2])
    }

    @Test func `every one of the 125 cells has a group and every group a cell`() {
        let found = Dictionary(grouping: RFMGroupTests.cells) { RFMGroupMap.standard[$0] }.mapValues(\.count)
        let expected: [RFMGroup: Int] = [
            .champions: 8, .loyal: 31, .potentialLoyalists: 14, .new: 5, .promising: 5, .needAttention: 6,
            .aboutToSleep: 6, .atRisk: 30, .cannotLoseThem: 8, .hibernating: 6, .lost: 6,
        ]
        #expect(found == expected)
        #expect(found.values.reduce(0, +) == 125)
    }

    @Test(arguments: [
        ("555", RFMGroup.champions), ("444", .champions), ("545", .champions), ("551", .loyal), ("525", .loyal),
        ("355", .loyal), ("335", .loyal), ("533", .potentialLoyalists), ("421", .potentialLoyalists),
        ("511", .new), ("515", .new), ("411", .promising), ("415", .promising), ("333", .needAttention),
        ("315", .needAttention), ("311", .aboutToSleep), ("322", .aboutToSleep), ("233", .atRisk), ("151", .atRisk),
        ("255", .cannotLoseThem), ("144", .cannotLoseThem), ("211", .hibernating), ("222", .hibernating),
        ("111", .lost), ("122", .lost),
    ])
    func `cells have the names of the trade`(cell: String, group: RFMGroup) {
        #expect(RFMGroupMap.standard[score(cell)] == group)
    }

    @Test func `better scores never lead to lost and worse ones never to champions`() {
        for cell in RFMGroupTests.cells {
            let group = RFMGroupMap.standard[cell]
            if group == .lost { #expect(cell.recency == 1 && cell.frequency < 4 && cell.monetary < 5) }
            if group == .champions { #expect(min(cell.recency, cell.frequency, cell.monetary) >= 4) }
        }
    }

    @Test func `a cell can be named otherwise and back`() {
        var map = RFMGroupMap(overrides: [score("555"): .loyal, score("111"): .lost])
        #expect(map[score("555")] == .loyal)
        #expect(map.overrides == [score("555"): .loyal])
        map[score("555")] = .champions
        #expect(map == .standard)
    }

    @Test(arguments: [
        (2, [1, 5]), (3, [1, 3, 5]), (4, [1, 2, 4, 5]), (5, [1, 2, 3, 4, 5]), (6, [1, 2, 3, 3, 4, 5]),
        (10, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]),
    ])
    func `other numbers of groups are carried to five`(groups: Int, carried: [Int]) {
        let map = RFMGroupMap.standard
        for (recency, toRecency) in carried.enumerated() {
            for (frequency, toFrequency) in carried.enumerated() {
                for (monetary, toMonetary) in carried.enumerated() {
                    let score = RFMScore(recency: recency + 1, frequency: frequency + 1, monetary: monetary + 1)
                    let five = RFMScore(recency: toRecency, frequency: toFrequency, monetary: toMonetary)
                    #expect(map.group(of: score, groups: groups) == map[five])
                }
            }
        }
    }

    @Test func `codes count the groups from 1`() {
        #expect(RFMGroup.allCases.map { Int($0.code) } == Array(1...11))
        #expect(RFMGroup.allCases.map { "\($0.phrase)" } == RFMGroup.allCases.map(\.name))
    }

    @Test func `the column of groups says what the cells say`() {
        let report = RFMReport(of: someShop(seed: 3, profiles: 80, purchases: 90), asOf: day(35))
        let codes = report.scores.groupCodes(by: .standard)
        for (group, share) in report.groups { #expect(codes.count { $0 == group.code } == share.profiles) }
        #expect(codes.count { $0 == 0 } == 80 - report.buyers)
    }

    @Test func `a score prints its digits`() {
        #expect(score("543").description == "543")
        #expect(RFMScore(recency: 10, frequency: 4, monetary: 3).description == "10-4-3")
    }
}
