import Columnar
import Customers
import Filters
import Segmentation
import Store

extension WorkspaceState {
    /// The kinds of identifiers that serve as addresses of a channel.
    static let addresses: [Channel: [String]] = [
        .email: ["email"], .sms: ["phone"], .push: ["push_token", "device_token"],
    ]

    /// The profiles that a channel reaches: those with an address, where the channel needs one, and a consent to
    /// marketing.
    func reachable(by channel: Channel, asOf: Instant) throws -> Bitmap {
        let evaluator = evaluator
        let traits = (Self.addresses[channel] ?? []).flatMap { cache.traits(holding: $0) }
            .filter { population.traits[$0] != nil }
        guard !traits.isEmpty || channel == .push else { return Bitmap(rows: population.profiles.count) }
        let consenting = try consenting(to: channel, for: ConsentColumns.marketing, asOf: asOf)
        guard !traits.isEmpty else { return consenting }
        let exists = traits.map { Filter.trait($0, .exists) }
        return consenting & (try evaluator.members(of: exists.count == 1 ? exists[0] : .any(exists), asOf: asOf))
    }

    /// The profiles that consent to be written to on a channel for a purpose.
    ///
    /// A consent to marketing stands in the trait `email_consent` (likewise for other channels), in the ledger, or in
    /// both, and then the stricter holds. Consents to other purposes stand in the ledger alone. No word is no consent.
    func consenting(to channel: Channel, for purpose: String, asOf: Instant) throws -> Bitmap {
        let evaluator = evaluator
        var consenting = evaluator.base(asOf: asOf)
        let words = consents.words(
            on: channel, for: purpose, before: asOf.milliseconds, profiles: population.profiles.count)
        let trait = "\(channel.rawValue)_consent"
        guard purpose == ConsentColumns.marketing, let column = population.traits[trait]?.current else {
            consenting &= words?.yes ?? Bitmap(rows: population.profiles.count)
            return consenting
        }
        consenting &= try evaluator.members(of: .trait(trait, Self.isTrue(column)), asOf: asOf)
        // Whose first word in the ledger is a yes had said none before, whatever an undated trait says.
        if let words { consenting.subtract(words.refused) }
        return consenting
    }

    private static func isTrue(_ column: Column) -> ValueTest {
        if case .integers(_, .boolean, _) = column { return .compare(.equal, .boolean(true)) }
        if case .integers = column { return .compare(.equal, .number(DecimalLiteral(coefficient: 1))) }
        return .isIn(["true", "yes", "1"].map { .text($0) })
    }
}
