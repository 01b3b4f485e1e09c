/// An error that says what is wrong as a phrase, so that every language of the interface has it.
public protocol Phrased: Error {
    /// What is wrong, and what to do where that is not plain, as one full sentence.
    var phrase: Phrase { get }
}
