import Customers

extension FilePlan {
    /// The plan as a mapping that says everything, to be shown, edited and saved.
    ///
    /// A guess with this mapping gives the plan again, but for its notes.
    public var mapping: Mapping {
        var mapping = Mapping(kind: kind.rawValue, source: source, encoding: format.encoding.rawValue)
        if case .csv(let dialect) = format.layout {
            mapping.delimiter = dialect.delimiterName
            mapping.header = dialect.hasHeader
        }
        for column in columns {
            switch column.source {
            case .position: mapping.columns.append(Mapping.Column(column))
            case .constant(let value):
                mapping.constants.append(
                    Mapping.Constant(
                        target: column.target, value: value, role: column.role.words, type: column.type.rawValue))
            }
        }
        return mapping
    }
}

extension Mapping.Column {
    /// Everything that a plan says of a column.
    init(_ plan: ColumnPlan) {
        self.init(
            header: plan.header, target: plan.target, role: plan.role.words, type: plan.type.rawValue,
            format: plan.conversion.format?.pattern,
            hasDecimalComma: plan.conversion.hasDecimalComma ? true : nil,
            separator: plan.conversion.separator.map(String.init), values: plan.conversion.values,
            scale: plan.conversion.scale, acceptsZero: plan.conversion.acceptsZero ? true : nil)
    }
}

extension Role {
    /// The role as a mapping names it, such as `identifier email` or `event name`.
    public var words: String {
        switch self {
        case .identifier(let kind): "identifier \(kind)"
        case .key: "key"
        case .eventName: "event name"
        case .time: "time"
        case .property: "property"
        case .ignored: "ignored"
        }
    }

    /// The role that words name.
    ///
    /// - Returns: nil for anything else, and for an identifier without a kind.
    public init?(words: String) {
        switch HeaderWords.normal(words).replacing("_", with: " ") {
        case "key": self = .key
        case "event name": self = .eventName
        case "time": self = .time
        case "property", "trait": self = .property
        case "ignored", "ignore": self = .ignored
        case let role where role.hasPrefix("identifier "):
            self = .identifier(kind: HeaderWords.normal(String(words.dropFirst("identifier ".count))))
        default: return nil
        }
    }
}
