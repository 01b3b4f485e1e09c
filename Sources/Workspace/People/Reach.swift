import Columnar
import Customers
import Filters
import Segmentation
import Store

extension WorkspaceState {
    /// The kinds of identifiers that serve as addresses of a channel.
    private static let addresses: [Channel: [String]] = [
        .email: ["email"], .sms: ["phone"], .push: ["push_token", "device_token"],
    ]

    /// The profiles that a channel reaches: those with an address, where the channel needs one, and a consent.
    ///
    /// A consent stands in the trait `email_consent` (likewise for other channels), in the ledger, or in both, and then
    /// the stricter holds. No word is no consent.
    func reachable(by channel: Channel, asOf: Instant) throws -> Bitmap {
        let evaluator = evaluator
        var reached = evaluator.base(asOf: asOf)
        let traits = (Self.addresses[channel] ?? []).flatMap { cache.traits(holding: $0) }
            .filter { population.traits[$0] != nil }
        if !traits.isEmpty {
            let exists = traits.map { Filter.trait($0, .exists) }
            reached &= try evaluator.members(of: exists.count == 1 ? exists[0] : .any(exists), asOf: asOf)
        } else if channel != .push {
            return Bitmap(rows: population.profiles.count)
        }
        let trait = "\(channel.rawValue)_consent"
        let words = consents.words(on: channel, before: asOf.milliseconds, profiles: population.profiles.count)
        guard let column = population.traits[trait]?.current else {
            reached &= words?.yes ?? Bitmap(rows: population.profiles.count)
            return reached
        }
        reached &= try evaluator.members(of: .trait(trait, Self.isTrue(column)), asOf: asOf)
        // Whose first word in the ledger is a yes had said none before, whatever an undated trait says.
        if let words { reached.subtract(words.refused) }
        return reached
    }

    private static func isTrue(_ column: Column) -> ValueTest {
        if case .integers(_, .boolean, _) = column { return .compare(.equal, .boolean(true)) }
        if case .integers = column { return .compare(.equal, .number(DecimalLiteral(coefficient: 1))) }
        return .isIn(["true", "yes", "1"].map { .text($0) })
    }
}
