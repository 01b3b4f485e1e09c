public import Analytics
import Columnar
public import Customers

extension Session {
    /// Buyers by recency, frequency and monetary value.
    ///
    /// `scope`: a filter whose people alone are counted; they are scored among all.
    @concurrent
    public nonisolated func rfm(
        in scope: String? = nil, asOf: Instant, options: RFMOptions? = nil
    ) async throws -> RFMReport {
        let state = try await current()
        let options = try options ?? RFMOptions(groups: state.settings.groups)
        let members = try scope.map { try state.members(of: $0, asOf: asOf) }
        return RFMReport(
            of: state.purchases(withDays: options.frequency == .days), asOf: asOf, options: options
        ) { members?[$0] ?? true }
    }
}
