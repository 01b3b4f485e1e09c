import Customers
import Filters
import Phrases
import Terminal

extension SegmentEditor {
    var actions: [Action] {
        if isTyping {
            return pane == .rule && !isText ? [.open, .nextPane, .cancel, .save] : [.save, .nextPane, .open, .cancel]
        }
        let rule: [Action] =
            isText
            ? [.save, .nextPane, .textOrTree]
            : [
                .add, .addOr, .negate, .open, .toggle, .delete, .save, .nextPane, .textOrTree, .undo, .redo, .group,
                .ungroup, .moveUp, .moveDown, .duplicate, .mark, .left, .right, .measure,
            ]
        let other: [Action] = [.open, .save, .nextPane, .undo, .redo, .textOrTree]
        let own = pane == .rule ? rule : pane == .overlap ? [.open, .sort] + other.dropFirst() : other
        return own + [
            .overlap, .compare, .export, .copy, .explain, .commandLine, .zoom, .cancel, .up, .down, .pageUp, .pageDown,
            .first, .last,
        ]
    }

    var words: [Action: Phrase] {
        switch pane {
        case .name: return [.open: savesWhenNamed ? Phrase("hint.save", "save") : Phrase("editor.next", "rule")]
        case .result, .overlap: return [.open: Phrase("segments.open", "people")]
        case .rule: break
        }
        if isText {
            if let words = draft.words { return words }
            let enter = Phrase("segments.open", "people")
            return draft.tabWord.map { [.open: enter, .nextPane: $0] } ?? [.open: enter]
        }
        if let entry = rule.entry {
            let take = Phrase("editor.take", "take the line")
            let words: [Action: Phrase] = [
                .open: entry.draft.takesOnEnter ? SharedPhrases.take : take,
                .nextPane: Phrase("completion.open", "complete"), .cancel: Phrase("editor.drop", "drop it"),
            ]
            guard entry.draft.completion != nil else { return words }
            return words.merging([.cancel: Phrase("completion.close", "close the list")]) { $1 }
        }
        return [
            .add: Phrase("editor.and", "and"),
            .open: rule.node?.isGroup == true ? Phrase("editor.joint", "all/any") : Phrase("segments.edit", "edit"),
            .textOrTree: Phrase("editor.astext", "text"), .measure: Phrase("editor.number", "next number"),
            .left: Phrase("editor.smaller", "The number before, or fold"),
            .right: Phrase("editor.greater", "The number after, or unfold"),
        ]
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .save: save(&context)
        case .nextPane: pane = Pane(rawValue: (pane.rawValue + 1) % Pane.allCases.count) ?? .rule
        case .previousPane:
            pane = Pane(rawValue: (pane.rawValue + Pane.allCases.count - 1) % Pane.allCases.count) ?? .rule
        case .undo, .redo: undo(action, &context)
        case .copy: context.commands.append(.copy(draft.text))
        case .compare: compareVersions(&context)
        case .overlap: chooseCompared(&context)
        case .export: askForPath(&context)
        case .textOrTree: changeForm(&context)
        case .cancel, .back: return leave(action, &context)
        case .open where pane != .rule: openPeople(&context)
        case .explain: return false
        default:
            switch pane {
            case .rule where !isText: return actInTree(action, &context)
            case .overlap where action == .sort: chooseOverlapOrder(&context)
            case .overlap: return overlapScroll.move(action, page: 4)
            default: return false
            }
        }
        return true
    }

    private mutating func actInTree(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .add: openEntry(.all, &context)
        case .addOr: openEntry(.any, &context)
        case .open:
            guard !rule.rule.isEmpty else {
                openEntry(.all, &context)
                break
            }
            rule.edit()
            rule.entry?.draft.offer()
            changed(&context)
        case .negate, .toggle, .delete, .duplicate, .group, .ungroup, .moveUp, .moveDown:
            if let refusal = rule.edit(action) {
                context.tell(context.say(refusal.phrase), .warning)
            } else {
                changed(&context)
            }
        case .mark:
            rule.mark()
            _ = rule.move(.down, page: 8)
        case .left, .right: return step(action == .left ? -1 : 1, &context)
        case .measure:
            guard rule.chooseNextNumber() else {
                context.tell(context.say("editor.onenumber", "This line has no other number."), .warning)
                break
            }
            context.moved(pause: SegmentEditor.pause)
        default:
            guard rule.move(action, page: 8) else { return false }
            isResting = false
            context.moved(pause: SegmentEditor.pause)
        }
        return true
    }

    /// Steps the number of the line, or folds the group.
    private mutating func step(_ direction: Int, _ context: inout Context) -> Bool {
        if rule.node?.isGroup == true { return rule.turn(direction < 0 ? .left : .right) }
        guard rule.step(by: direction) else {
            context.tell(
                rule.number == nil
                    ? context.say("editor.nonumber", "This line has no number to step.")
                    : context.say("editor.laststep", "There is no number beyond this one; Enter writes another."),
                .warning)
            return true
        }
        changed(&context)
        return true
    }

    private mutating func openEntry(_ joint: RuleNode.Joint, _ context: inout Context) {
        rule.add(joint)
        rule.entry?.draft.offer()
        follow()
    }

    private mutating func undo(_ action: Action, _ context: inout Context) {
        if isText {
            if action == .undo { draft.undo() } else { draft.redo() }
        } else if !(action == .undo ? rule.undo() : rule.redo()) {
            return context.tell(
                action == .undo
                    ? context.say("editor.undo.none", "Nothing to undo.")
                    : context.say("editor.redo.none", "Nothing to do again."), .warning)
        }
        changed(&context)
    }

    /// Changes between the text and the tree, which takes a text that can be read.
    private mutating func changeForm(_ context: inout Context) {
        guard isText else {
            _ = rule.dropEntry()
            (isText, pane) = (true, .rule)
            return
        }
        do throws(SyntaxError) {
            var tree = RuleTree(draft.text.isEmpty ? nil : try Filter(parsing: draft.text))
            if tree.filter != rule.rule.filter {
                tree.keepPartsOff(of: rule.rule)
                rule.take(tree, cursor: tree.isEmpty ? [] : [0])
            }
            (isText, pane) = (false, .rule)
        } catch {
            context.tell(context.say(error.phrase), .failed)
        }
    }

    private mutating func compareVersions(_ context: inout Context) {
        guard saved != nil else {
            return context.tell(context.say("versions.unsaved", "It has not been saved yet."), .warning)
        }
        versions.ask(of: original, &context)
    }

    private func askForPath(_ context: inout Context) {
        if let fault = draft.fault { return context.tell(context.say(fault), .failed) }
        context.steps.append(.show(.prompt(Prompt(exportOf: name.text, context))))
    }

    func openPeople(_ context: inout Context) {
        if let fault = draft.fault { return context.tell(context.say(fault), .failed) }
        let origin = name.isEmpty ? context.say("editor.people", "people") : name.text
        let shared = overlaps
        guard pane == .overlap, shared.indices.contains(overlapScroll.selected)
        else { return context.steps.append(.push(Profiles(filter: draft.text, origin: origin))) }
        let segment = shared[overlapScroll.selected].segment
        let membership = FilterTexts.segment(segment)
        let filter = draft.text.isEmpty ? membership : "(\(draft.text)) and \(membership)"
        context.steps.append(.push(Profiles(filter: filter, origin: "\(origin) & \(segment)")))
    }

    /// Goes back to the tree, and from there to where the editor was opened.
    private mutating func leave(_ action: Action, _ context: inout Context) -> Bool {
        if action == .cancel, pane != .rule {
            (pane, savesWhenNamed) = (.rule, false)
            return true
        }
        context.cancel(.count)
        if isChanged { context.tell(context.say("editor.kept", "Not saved; the draft is kept.")) }
        context.steps.append(.back)
        return true
    }
}

extension RuleEditor.Refusal {
    /// Why, in a sentence.
    var phrase: Phrase {
        switch self {
        case .apart: Phrase("refusal.apart", "The marked lines stand in different groups.")
        case .prefixed:
            Phrase("refusal.prefixed", "The not, date or switch before the group would be lost; n takes a not away.")
        case .outermost: Phrase("refusal.outermost", "The outermost group stays; choose a line in it.")
        case .end: Phrase("refusal.end", "The line cannot go farther.")
        case .empty: Phrase("refusal.empty", "There is no line yet; a adds one.")
        }
    }
}
