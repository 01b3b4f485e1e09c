/// Which column of a file plays which part.
struct RoleGuess {
    /// A role for each column.
    private(set) var roles: [Role]
    private let meanings: [HeaderMeaning?]
    private let headers: [String]

    /// Assigns the roles of a kind; `times` are the columns whose values in the sample could be times.
    init(kind: FileKind, headers: [String], meanings: [HeaderMeaning?], times: Set<Int>) {
        roles = Array(repeating: .property, count: headers.count)
        self.meanings = meanings
        self.headers = headers
        if kind != .orderLines, kind != .products { assignIdentifiers(kind) }
        switch kind {
        case .profiles: assign(.time, [.observed], among: times)
        case .consents: assign(.time, [.time, .observed], among: times)
        case .events:
            assign(.time, [.time, .refundTime], among: times)
            assign(.key, [.eventID, .refundID])
            assign(.eventName, [.eventName, .weakEventName])
        case .orders:
            assign(.time, [.time], among: times)
            assign(.key, [.orderID, .bareID])
        case .orderLines: assign(.key, [.orderID])
        case .products: assign(.key, [.product, .bareID])
        }
    }

    private mutating func assignIdentifiers(_ kind: FileKind) {
        for (position, meaning) in meanings.enumerated() {
            switch meaning {
            case .email: roles[position] = .identifier(kind: "email")
            case .phone: roles[position] = .identifier(kind: "phone")
            case .customer, .device: roles[position] = .identifier(kind: HeaderWords.normal(headers[position]))
            default: continue
            }
        }
        guard kind == .profiles, !meanings.contains(.customer) else { return }
        let bare = meanings.firstIndex(of: .bareID)
        if let position = bare ?? headers.firstIndex(where: { HeaderWords.normal($0).hasSuffix("_id") }) {
            roles[position] = .identifier(kind: HeaderWords.normal(headers[position]))
        }
    }

    /// Gives a role to the first free column with the first of the meanings that there is.
    private mutating func assign(_ role: Role, _ wanted: [HeaderMeaning], among columns: Set<Int>? = nil) {
        for meaning in wanted {
            let position = meanings.indices.first { position in
                meanings[position] == meaning && roles[position] == .property
                    && (columns?.contains(position) ?? true)
            }
            if let position {
                roles[position] = role
                return
            }
        }
    }
}
