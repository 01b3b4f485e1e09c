import Testing

/// How a full-screen program has to draw on terminals of all kinds.
struct DrawingConduct {
    let subject: Subject

    /// The terminal shows the landmark, and gets back what it had.
    ///
    /// - Returns: what was written until then, for more questions.
    @discardableResult
    func draws(on type: String, _ changes: [String: String?] = [:]) throws -> OutputTrail {
        let terminal = try subject.start(changes.merging(["TERM": type]) { _, new in new })
        try terminal.press(subject.move)
        try terminal.waitUntilIdle()
        #expect(terminal.screen.text.contains(subject.landmark))
        let trail = OutputTrail(terminal.output)
        try terminal.press(subject.quit)
        try terminal.waitForEnd()
        #expect(terminal.leftovers == [])
        return trail
    }

    /// A terminal that cannot place its cursor gets sentences.
    func speaksInSentences() throws {
        let terminal = try PseudoTerminal(
            subject.path, subject.arguments,
            environment: subject.environment.merging(["TERM": "dumb"]) { _, new in new })
        try terminal.waitFor(text: subject.landmark)
        try terminal.settle()
        #expect(!terminal.output.contains(0x1B))
    }

    func drawsInPlainCharacters() throws {
        let terminal = try subject.start(["LANG": "C", "LC_ALL": "C"])
        try terminal.press(subject.move)
        try terminal.waitUntilIdle()
        #expect(terminal.output.allSatisfy { $0 < 0x80 })
    }

    func drawsWithoutColor() throws {
        let trail = try draws(on: "xterm-256color", ["NO_COLOR": "1"])
        #expect(!trail.hasColor)
    }

    /// All sizes down to one line are drawn, one after the other, and the first looks as before in the end.
    func fits(_ sizes: [(columns: Int, rows: Int)]) throws {
        let terminal = try subject.start()
        let before = terminal.screen.text
        for size in sizes + [(80, 24)] {
            try terminal.resize(columns: size.columns, rows: size.rows)
            try terminal.waitUntilIdle()
            #expect(terminal.screen.text.contains { $0 != "\n" })
        }
        #expect(terminal.screen.text == before)
    }

    /// A window being dragged costs a few frames, not one a step, however large it is and however slowly it goes.
    func survivesResizeStorm(columns: Int, rows: Int, step: Duration, bytes limit: Int) throws {
        let terminal = try subject.start(columns: columns, rows: rows)
        let before = terminal.screen.text
        let length = terminal.output.count
        for place in 0..<30 {
            terminal.dragTo(columns: columns + place % 7, rows: rows + place % 3)
            terminal.watch(for: step)
        }
        try terminal.resize(columns: columns, rows: rows)
        try terminal.waitUntilIdle()
        try terminal.waitFor("the first size") { $0.screen.text == before }
        #expect(terminal.output.count - length <= limit)
    }

    /// A key that moves the selection changes some cells, in one write that is marked as one frame.
    func sendsLittle(bytes limit: Int) throws {
        let terminal = try subject.start()
        let length = terminal.output.count
        try terminal.press(subject.move)
        try terminal.waitUntilIdle()
        let frame = Array(terminal.output[length...])
        #expect((1...limit).contains(frame.count))
        #expect(frame.starts(with: Array("\u{1B}[?2026h".utf8)))
        #expect(frame.suffix(8) == Array("\u{1B}[?2026l".utf8)[...])
    }

    /// While the line takes nothing frames are skipped; the newest is shown once it does, and it can be ended.
    func skipsFramesOnStuckLine(repaint: String) throws {
        let terminal = try subject.start()
        var frames = 0
        while try terminal.pressUnread(repaint), frames < 400 { frames += 1 }
        #expect(frames < 400, "the line was never full")
        let length = terminal.output.count
        for _ in 0..<3 { _ = try terminal.pressUnread(repaint) }
        try terminal.waitUntilIdle()
        try terminal.press(subject.move)
        try terminal.waitUntilIdle()
        let expected = try subject.start()
        try expected.press(subject.move)
        try expected.waitUntilIdle()
        #expect(terminal.screen.text == expected.screen.text)
        #expect(terminal.output.count - length < 3000 * (frames + 6))
    }

    /// Pasted text is text: neither keys nor sequences in it do anything.
    func takesPasteAsText(_ text: String) throws {
        let terminal = try subject.start()
        let length = terminal.output.count
        try terminal.paste(text)
        try terminal.waitUntilIdle()
        #expect(terminal.end == nil)
        #expect(terminal.screen.text.contains(subject.landmark))
        #expect(terminal.output.count - length < 20_000, "one frame, not one a key")
        try terminal.press(subject.quit)
        #expect(try terminal.waitForEnd() == .exited(0))
    }
}
