import Analytics
import ArgumentParser
import Filters
import Intake
import Phrases
import Store
import Workspace

/// How the program ends: 0 done, 1 the answer is no, 2 wrong usage or a filter that does not parse, 3 bad data, 130
/// interrupted.
struct Status {
    let code: Int32
    let message: String

    /// The status for an error of ours; none for those of the argument parser, which words its own.
    init?(of error: any Error) {
        switch error {
        case let answer as NegativeAnswer: self.init(code: 1, message: answer.message)
        case let problem as FilterProblem: self.init(code: 2, message: problem.description)
        case let problem as UsageProblem: self.init(code: 2, message: problem.message)
        case let problem as ProfileProblem:
            if case .unknownColumn = problem {
                self.init(code: 2, message: problem.description)
            } else {
                self.init(code: 1, message: problem.description)
            }
        case StoreError.noSegment, StoreError.noFunnel, StoreError.noImport, StoreError.noSetting,
            StoreError.badSetting:
            self.init(code: 2, message: "\(error)")
        case let problem as StoreError: self.init(code: 3, message: problem.description)
        case let problem as IntakeError:
            if case .mapping = problem {
                self.init(code: 2, message: problem.description)
            } else {
                self.init(code: 3, message: problem.description)
            }
        case let problem as any Phrased: self.init(code: 2, message: problem.phrase.description)
        case let interrupted as ImportInterrupted: self.init(code: 130, message: interrupted.description)
        case is Interrupted: self.init(code: 130, message: "")
        case is CancellationError: self.init(code: 130, message: "Interrupted; the store is as it was before.")
        default: return nil
        }
    }

    private init(code: Int32, message: String) {
        self.code = code
        self.message = message
    }
}

/// A command that worked and whose answer is no.
struct NegativeAnswer: Error {
    let message: String
}

/// A command that cannot be carried out as it was written.
struct UsageProblem: Phrased, CustomStringConvertible {
    /// What is wrong, as a full sentence.
    let phrase: Phrase

    init(_ phrase: Phrase) {
        self.phrase = phrase
    }

    /// What only the command line tells, and that in English.
    init(message: String) {
        self.init(Phrase(verbatim: message))
    }

    var message: String { phrase.description }

    var description: String { message }
}
