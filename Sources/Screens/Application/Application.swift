public import Customers
import Phrases
public import Terminal

/// The whole interface as one value: the screens on top of each other, what stands in front of them, and what waits.
///
///     var application = Application(setup, at: now)
///     perform(application.start())
///     perform(application.update(.input(.key(.down)), at: now))
///     application.draw(on: &canvas)
///
/// Nothing here reads a clock, a file or a terminal: time comes with each message, work goes out as commands. The run
/// loop tells the size before ``start()``, hands every key, answer and alarm to ``update(_:at:)``, does the commands in
/// order, and draws once a batch. An answer names the request that it answers; one that nobody waits for is ignored.
public struct Application: Sendable {
    var context: Context
    /// From the first screen to the one in front; never empty.
    var stack: [any Screen]
    /// Screens that were left for another and keep their state, by the action that shows them: the first one, and what
    /// stands on it where that holds unfinished work.
    var shelf: [Action: [any Screen]] = [:]
    var overlay: Overlay?
    var toast: Toast?
    var notices = 0
    /// Phases that the spinner has shown since work began; 0 while it does not show.
    var spinnerPhase = 0
    var lastStop: Instant?
    /// Whether the segments are awaited to choose a limit for all screens from.
    var wantsScopes = false
    /// The segments that the menu of limits offers.
    var scopeNames: [String] = []
    /// When somebody else changed the data last.
    var changed: Instant?
    var hasMouse: Bool {
        get { context.kept.hasMouse }
        set { context.kept.hasMouse = newValue }
    }
    /// What is being prepared, or is prepared, for the data as it is.
    var prepared: Preparation?
    /// What was kept last.
    private var kept: KeptState

    public init(_ setup: Setup, at now: Instant) {
        context = Context(
            now: now, store: setup.store, guesses: setup.guesses, keys: setup.keys,
            catalogue: Catalogue(of: setup.options.language), drawing: setup.drawing, options: setup.options,
            asOf: setup.asOf == .now ? setup.store?.openingDate(at: now) ?? .now : setup.asOf)
        context.kept = setup.kept
        kept = setup.kept
        if setup.store == nil {
            stack = [FirstRun(guesses: setup.guesses)]
        } else {
            stack = [Self.screen(for: setup.first) ?? Profiles()]
        }
    }

    /// The commands to begin with.
    public mutating func start() -> [Command] {
        if context.store?.summary.isSample == true, !context.kept.knowsTour {
            let words = context.say("tour.hint", "New here? ^P, then tour, shows Patron in five cards.")
            context.tell(words)
            // Told once; the help and the palette name the tour at all times.
            context.kept.knowsTour = true
        }
        return settle()
    }

    /// Takes in what happened.
    ///
    /// - Parameters:
    ///   - message: the fact.
    ///   - now: when it happened.
    /// - Returns: what is to be done, in order.
    public mutating func update(_ message: Message, at now: Instant) -> [Command] {
        context.now = now
        switch message {
        case .input(.key(let key)): press(key)
        case .input(.paste(let text, let dropped)): paste(text, droppedBytes: dropped)
        case .input(.mouse(let mouse)): turn(mouse)
        case .input(.focus), .input(.background): break
        case .said(let words): say(words)
        case .resized(let columns, let rows): (context.columns, context.rows) = (max(0, columns), max(0, rows))
        case .rang(let alarm): ring(alarm)
        case .answered(let request, let answer): take(answer, to: request)
        case .estimated(let request, let answer): estimate(answer, to: request)
        case .failed(let request, let failure): fail(failure, at: request)
        case .imported(let request, let progress):
            if context.desk.awaits(request) { eachScreen { $0.progress(progress, of: request.question) } }
        case .changed(let summary): change(to: summary)
        case .told(let words): context.tell(context.say(words))
        }
        return settle()
    }

    /// Whether nothing is under way that an answer is awaited for.
    public var isIdle: Bool { context.desk.isEmpty }

    /// The command line that prints what the screen in front shows.
    public var commandLine: String { front.commandLine(context) }

    /// The theme to colour with.
    public var themeName: String { context.options.theme }

    /// How the canvas is to draw.
    public var drawing: Drawing { context.drawing }

    var front: any Screen { stack[stack.count - 1] }

    /// Lets the screen in front ask for what it lacks, does what screens want, and hands over the commands.
    private mutating func settle() -> [Command] {
        takeSteps()
        withFront { $0.askForMissing(&$1) }
        takeSteps()
        prepare()
        keep()
        defer { context.commands = [] }
        return context.commands
    }

    /// Has kept what has changed of what the user is to find again.
    private mutating func keep() {
        guard context.store != nil else { return }
        if let home = stack.last(where: { $0.home != nil })?.home { context.kept.screen = home }
        guard context.kept != kept else { return }
        kept = context.kept
        context.commands.append(.keep(kept))
    }

    mutating func withFront<Result>(_ body: (inout any Screen, inout Context) -> Result) -> Result {
        body(&stack[stack.count - 1], &context)
    }

    mutating func eachScreen(_ body: (inout any Screen) -> Void) {
        for index in stack.indices { body(&stack[index]) }
    }

    /// Marks all that is shown or kept as old.
    mutating func outdate() {
        eachScreen { $0.outdate() }
        for (action, screens) in shelf {
            shelf[action] = screens.map { screen in
                var screen = screen
                screen.outdate()
                return screen
            }
        }
    }
}
