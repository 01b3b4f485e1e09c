import Testing

extension Subject {
    /// The screens on the store of the made-up shop, as of a date at which all has happened.
    static func shop(_ screen: String = "profiles", landmark: String = "Profiles") throws -> Subject {
        let place = try Place.shop.get()
        return Subject(
            path: Program.path, arguments: ["open", screen, "--as-of", "2026-06-01"], environment: place.environment,
            landmark: landmark)
    }
}
