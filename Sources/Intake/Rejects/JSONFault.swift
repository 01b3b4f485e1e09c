import Phrases

/// What is wrong with a line of JSON.
public enum JSONFault: Hashable, Sendable, CaseIterable {
    case notAnObject, unexpected, badString, badNumber, trailing, tooDeep, duplicate, arrayOfObjects, mixedArray
}

extension JSONFault {
    /// What is wrong, as it stands after the place.
    var phrase: Phrase {
        switch self {
        case .notAnObject: Phrase("reject.json.object", "a line must be one object")
        case .unexpected: Phrase("reject.json.unexpected", "this is not JSON")
        case .badString: Phrase("reject.json.text", "a text is not well formed")
        case .badNumber: Phrase("reject.json.number", "a number is not well formed")
        case .trailing: Phrase("reject.json.trailing", "something follows the object")
        case .tooDeep: Phrase("reject.json.deep", "objects are nested more than 32 deep")
        case .duplicate: Phrase("reject.json.twice", "a member stands twice")
        case .arrayOfObjects: Phrase("reject.json.objects", "arrays of objects are not supported")
        case .mixedArray: Phrase("reject.json.arrays", "arrays in arrays are not supported")
        }
    }
}
