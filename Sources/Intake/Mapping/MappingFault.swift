public import Customers

/// What is wrong with a mapping.
public enum MappingFault: Hashable, Sendable {
    case unknownColumn(String, nearest: String?)
    case unknownWord(String, of: String, known: [String])
    case badFormat(String, column: String)
    case badConstant(target: String, type: ValueType)
    /// Two columns are stored under one name.
    case sameTarget(String)
    /// The type cannot be read with the role, such as a time that is a number.
    case misfit(column: String, role: String, type: ValueType)
    case badScale(Int, column: String)
}

extension MappingFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownColumn(let name, let nearest?):
            "The mapping names a column ‘\(name)’ that the file does not have; did you mean ‘\(nearest)’?"
        case .unknownColumn(let name, nil): "The mapping names a column ‘\(name)’ that the file does not have."
        case .unknownWord(let word, let what, let known):
            "The mapping's \(what) ‘\(word)’ is not known; there are \(known.joined(separator: ", "))."
        case .badFormat(let format, let column):
            "The date format ‘\(format)’ of ‘\(column)’ is not understood; write it as in dd.MM.yyyy HH:mm:ss."
        case .badConstant(let target, let type): "The constant for ‘\(target)’ is not \(type.noun)."
        case .sameTarget(let target): "Two columns would be stored as ‘\(target)’; give one of them another name."
        case .misfit(let column, let role, let type): "‘\(column)’ cannot be the \(role) and \(type.noun) at once."
        case .badScale(let scale, let column): "The scale \(scale) of ‘\(column)’ is not between 0 and 6."
        }
    }
}
