/// A plan while it is edited.
public struct PlanDraft: Hashable, Sendable {
    public var plan: FilePlan
    /// Why the plan cannot be carried out as it stands.
    public var fault: IntakeError?

    public init(plan: FilePlan, fault: IntakeError? = nil) {
        self.plan = plan
        self.fault = fault
    }

    /// Whether anything says what the rows are; where nothing does, the plan takes them for customers.
    public var knowsKind: Bool {
        if case .unknownKind = fault { false } else { true }
    }
}
