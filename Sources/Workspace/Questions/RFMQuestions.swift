public import Analytics
import Columnar
public import Customers
public import Filters

extension Session {
    /// Buyers by recency, frequency and monetary value, by the workspace's own report or a variant of it.
    ///
    /// `scope`: a filter whose people alone are counted; they are scored among all.
    @concurrent
    public nonisolated func rfm(
        in scope: String? = nil, asOf: Instant, variant: RFMVariant = .standard
    ) async throws -> RFMReport {
        let state = try await current()
        return try state.rfm(in: scope, asOf: asOf, options: try state.rfmOptions(variant, asOf: asOf))
    }

    /// The same by options.
    @concurrent
    public nonisolated func rfm(
        in scope: String? = nil, asOf: Instant, options: RFMOptions
    ) async throws -> RFMReport {
        try await current().rfm(in: scope, asOf: asOf, options: options)
    }

    /// Who was in which group at an earlier date and is in which one now.
    @concurrent
    public nonisolated func rfmMoves(
        in scope: String? = nil, from earlier: Instant, to asOf: Instant, options: RFMOptions
    ) async throws -> RFMMoves {
        let state = try await current()
        let before = try state.rfm(in: nil, asOf: earlier, options: options)
        let now = try state.rfm(in: nil, asOf: asOf, options: options)
        let members = try scope.map { try state.members(of: $0, asOf: asOf) }
        return RFMMoves(from: before, to: now) { members?[$0] ?? true }
    }

    /// When a variant's report starts, seen from the date of a question; none where it has no start.
    public func start(of variant: RFMVariant, asOf: Instant) throws -> Instant? {
        try current().rfmOptions(variant, asOf: asOf).since
    }

    /// How a filter says the report of some options.
    public func variant(of options: RFMOptions) throws -> RFMVariant {
        let state = try current()
        return options.variant(
            standardGroups: state.settings.groups, calendar: state.calendar, currency: state.currency)
    }
}

extension WorkspaceState {
    fileprivate func rfm(in scope: String?, asOf: Instant, options: RFMOptions) throws -> RFMReport {
        let members = try scope.map { try self.members(of: $0, asOf: asOf) }
        return RFMReport(of: purchases, asOf: asOf, options: options, standing: try standing(for: options)) {
            members?[$0] ?? true
        }
    }

    /// The place of each profile in the order of identifiers, so that no score hangs on the order in which files came; none
    /// where the rule does not part equal values.
    func standing(for options: RFMOptions) throws -> [UInt32]? {
        guard options.rule == .ntile else { return nil }
        return try figures.standing {
            let identifiers = try figures.identifiers { try IdentifierColumn(self).column() }
            let texts = (0..<identifiers.count).map { identifiers[$0]?.text ?? "" }
            let order = texts.indices.sorted { (texts[$0], $0) < (texts[$1], $1) }
            var standing = [UInt32](repeating: 0, count: order.count)
            for (place, profile) in order.enumerated() { standing[profile] = UInt32(place) }
            return standing
        }
    }
}
