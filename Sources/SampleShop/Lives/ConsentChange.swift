import Customers

/// One row of `consents.csv`.
struct ConsentChange: Timed {
    let moment: Moment
    let channel: Channel
    let purpose: Purpose
    let isGranted: Bool
    let origin: Origin

    enum Purpose: String {
        case marketing, loyalty
    }

    /// Where it was said.
    enum Origin: String {
        case signupForm = "signup_form"
        case checkout
        case unsubscribeLink = "unsubscribe_link"
        case smsStop = "sms_stop"
        case appSettings = "app_settings"
        case preferenceCentre = "preference_centre"
    }
}
