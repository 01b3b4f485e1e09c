import Curses
import Customers
import Filters
import Foundation
import Phrases
import Screens
import Store
import Workspace

/// Carries out what screens order: a task a question, in one slot a purpose, so that the newest replaces the one before.
@MainActor
final class Interpreter {
    private let workbench: Workbench
    private let mailbox: Mailbox<Message>
    private let drafts = DraftFile()
    private let keeper = Keeper()
    private var storePath: String?
    private var tasks: [Slot: Task<Void, Never>] = [:]
    private var watcher: Task<Void, Never>?
    private var preparation: Task<Void, Never>?
    /// Questions asked so far.
    private(set) var asked = 0
    /// The version of the data that the screens were told of last.
    var version: Int

    init(workbench: Workbench, mailbox: Mailbox<Message>, store: OpenStore?) {
        self.workbench = workbench
        self.mailbox = mailbox
        storePath = store.map { $0.path ?? Places.standardStore }
        version = store?.summary.version ?? 0
    }

    func ask(_ request: Request) {
        asked += 1
        if request.question == .discardStore {
            storePath = nil
            watcher?.cancel()
        }
        tasks[request.slot]?.cancel()
        let (workbench, mailbox) = (workbench, mailbox)
        tasks[request.slot] = Task { @concurrent in
            await withTaskGroup { group in
                if request.question.isEstimated {
                    group.addTask { @concurrent in
                        await EstimatePatience.post {
                            try await workbench.estimate(of: request.question, at: .present)
                        } to: {
                            mailbox.post(.estimated(request, $0))
                        }
                    }
                }
                await Self.answer(request, by: workbench, into: mailbox)
                group.cancelAll()
            }
        }
    }

    @concurrent
    nonisolated private static func answer(
        _ request: Request, by workbench: Workbench, into mailbox: Mailbox<Message>
    ) async {
        do {
            let answer = try await workbench.answer(request.question, at: .present) {
                mailbox.post(.imported(request, $0))
            }
            mailbox.post(.answered(request, answer))
        } catch {
            guard !Task.isCancelled else { return }
            mailbox.post(.failed(request, Failure(of: error)))
        }
    }

    func cancel(_ slot: Slot) {
        tasks.removeValue(forKey: slot)?.cancel()
    }

    func cancelAll() {
        for task in tasks.values { task.cancel() }
        watcher?.cancel()
        preparation?.cancel()
        keeper.finish()
    }

    /// Gets something ready, behind all questions, or leaves off doing so.
    func prepare(_ wanted: Preparation?) {
        preparation?.cancel()
        guard let wanted else { return }
        let workbench = workbench
        preparation = Task(priority: wanted == .estimates ? .utility : .userInitiated) { @concurrent in
            // A question gathers what is missing and tells what is wrong.
            try? await workbench.current().prepare(wanted)
        }
    }

    func opened(_ store: OpenStore, by request: Request) {
        version = store.summary.version
        storePath = store.path ?? Places.standardStore
        watch()
    }

    func save(_ draft: Draft) {
        guard let storePath else { return }
        attempt { [drafts] in try drafts.save(draft, for: storePath) }
    }

    func keep(_ state: KeptState) {
        guard let storePath else { return }
        attempt { try StateFile().save(state, for: storePath) }
    }

    func removeDraft(_ original: String) {
        guard let storePath else { return }
        attempt { [drafts] in try drafts.remove(original: original, for: storePath) }
    }

    /// Does a small piece of work in its turn and says where it failed.
    private func attempt(_ work: @escaping @Sendable () throws -> Void) {
        keeper.take(work) { [mailbox] in mailbox.post(.told(Failure(of: $0).phrase)) }
    }

    /// Follows the store: tells when someone has changed its data.
    func watch() {
        watcher?.cancel()
        guard storePath != nil else { return }
        let (workbench, mailbox) = (workbench, mailbox)
        watcher = Task { @concurrent in
            var known: Int?
            var mark: Int?
            var isTold = false
            while !Task.isCancelled {
                do {
                    let session = try workbench.current()
                    let present = try session.mark()
                    if present != mark {
                        let version = try await session.version()
                        if let known, known != version { mailbox.post(.changed(try await session.summary())) }
                        (known, mark) = (version, present)
                    }
                    isTold = false
                } catch {
                    // Told once: the store may be locked or gone for a while, and the next look says when it is back.
                    if !isTold, !Task.isCancelled { mailbox.post(.told(Failure(of: error).phrase)) }
                    isTold = true
                }
                try? await Task.sleep(for: Self.timeBetweenLooks)
            }
        }
    }

    /// So that a change is seen within a quarter of a second.
    nonisolated private static let timeBetweenLooks = Duration.milliseconds(200)
}

extension Failure {
    static let noStore = Failure(Phrase("failure.store", "No store is open."))

    static func missing(_ path: String) -> Failure {
        Failure(Phrase("failure.missing", "There is no file %1.", path))
    }

    static func taken(_ path: String) -> Failure {
        Failure(Phrase("failure.taken", "There is a file %1 already; write another name.", path))
    }

    static func unwritable(_ path: String) -> Failure {
        Failure(Phrase("failure.unwritable", "The file %1 cannot be written.", path))
    }

    /// A failure in words that a user may see.
    init(of error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let problem as FilterProblem:
            self.init(problem.diagnostic)
        case let error as any Phrased: self.init(error.phrase)
        case let error as any CustomStringConvertible: self.init(error.description)
        default: self.init(Phrase("failure.unknown", "Something went wrong: %1.", "\(type(of: error))"))
        }
    }
}

extension Session {
    fileprivate func prepare(_ wanted: Preparation) async throws {
        switch wanted {
        case .estimates: try await prepareEstimates(asOf: .present)
        case .cards: try await prepareCards(asOf: .present)
        case .names: try await prepareNames()
        }
    }
}
