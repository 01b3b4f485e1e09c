/// A way to send a message to a customer.
public enum Channel: String, Hashable, Sendable, CaseIterable {
    case email, sms, push
}
