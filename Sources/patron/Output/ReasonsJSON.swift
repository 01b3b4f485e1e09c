import Customers

/// Why a profile is a member, as JSON.
struct ReasonsJSON: Encodable {
    struct Fact: Encodable {
        let kind, name: String
        let value: JSONValue?
        /// An amount of money, in minor units.
        let valueMinor: JSONValue?
        let time, source: String?
        let count, least, most: Int?
        let from, to: String?

        init(_ evidence: Evidence) {
            kind = evidence.kind.rawValue
            name = evidence.name
            let json = evidence.value.map(JSONValue.init)
            if case .money? = evidence.value {
                (value, valueMinor) = (nil, json)
            } else {
                (value, valueMinor) = (json, nil)
            }
            time = evidence.time?.description
            source = evidence.source
            (count, least, most) = (evidence.count, evidence.least, evidence.most)
            (from, to) = (evidence.from?.description, evidence.to?.description)
        }
    }

    struct Node: Encodable {
        let kind, text, asOf: String
        let holds: Bool
        let evidence: [Fact]
        let operands: [Node]

        init(_ node: ReasonNode) {
            (kind, text, holds) = (node.kind.rawValue, node.text, node.holds)
            asOf = node.asOf.description
            evidence = node.evidence.map(Fact.init)
            operands = node.operands.map(Node.init)
        }
    }

    private enum CodingKeys: CodingKey {
        case profile, asOf, currency, member, changesAt, held, tree
    }

    private let profile, asOf, currency: String
    private let reasons: MembershipReasons

    init(_ reasons: MembershipReasons, profile: String, asOf: Instant, currency: String) {
        self.reasons = reasons
        self.profile = profile
        self.asOf = asOf.description
        self.currency = currency
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(profile, forKey: .profile)
        try container.encode(asOf, forKey: .asOf)
        try container.encode(currency, forKey: .currency)
        try container.encode(reasons.isMember, forKey: .member)
        // Always there: null where time alone never changes the answer.
        try container.encode(reasons.changesAt?.description, forKey: .changesAt)
        try container.encode(reasons.held, forKey: .held)
        try container.encode(Node(reasons.root), forKey: .tree)
    }
}
