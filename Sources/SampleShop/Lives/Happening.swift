/// One row of `events.csv`.
struct Happening: Timed {
    let moment: Moment
    let kind: Kind
    var product: UInt16?
    var category: Category?
    /// From 1, as in `c01`.
    var mailing: UInt8?
    var device: Device?
    var source: Source?
    /// From 1 within the profile.
    var cart: UInt16?
    var answer: Answer?

    enum Kind: UInt8, CaseIterable {
        case sessionStart, productView, addToCart, checkoutStarted
        case emailSent, emailDelivered, emailOpen, emailClick, unsubscribe
        case surveyAnswered, notInterested

        /// The type as files write it.
        var name: String {
            Kind.names[Int(rawValue)]
        }

        private static let names = [
            "session_start", "product_view", "add_to_cart", "checkout_started", "email_sent", "email_delivered",
            "email_open", "email_click", "unsubscribe", "survey_answered", "not_interested",
        ]
    }

    /// What people say when asked how a pair fits.
    enum Answer: UInt8, CaseIterable {
        case fitsTrue, fitsSmall, fitsLarge

        var text: String { ["fits_true", "fits_small", "fits_large"][Int(rawValue)] }
    }
}
