import Filters
import Terminal

extension RuleEditor {
    /// Why an edit of the tree is not made.
    enum Refusal: Hashable, Sendable {
        /// The lines to be grouped stand in different groups.
        case apart
        /// Something before the group would be lost.
        case prefixed
        /// What stands outermost is no part of a group.
        case outermost
        /// The line stands at the end of its way.
        case end
        /// There is no line yet.
        case empty
    }

    /// Opens a field for a new line beside the one under the cursor.
    mutating func add(_ joint: RuleNode.Joint) {
        entry = LineEntry(joint, beside: cursor, in: rule)
        entry.map { folding.reveal($0.path) }
    }

    /// Goes on with a line that was left unfinished.
    mutating func resume(_ text: String) {
        entry = LineEntry(.all, beside: [], in: rule, text: text)
    }

    /// Opens a field for the condition under the cursor; a group joins its parts in the other way.
    mutating func edit() {
        guard let node else { return }
        guard node.isGroup else {
            entry = LineEntry(replacing: cursor, in: rule)
            return
        }
        var changed = rule
        changed.swapJoint(at: cursor)
        take(changed)
    }

    /// Takes the line over as it is written.
    ///
    /// - Returns: whether it could be read.
    mutating func takeEntry() -> Bool {
        guard let entry else { return false }
        guard let result = entry.result else { return false }
        take(result, cursor: entry.path)
        return true
    }

    /// Does one edit of the tree.
    ///
    /// - Returns: why it was not made; none where it was.
    mutating func edit(_ action: Action) -> Refusal? {
        guard !rule.isEmpty else { return .empty }
        var changed = rule
        switch action {
        case .negate:
            for path in chosen { changed.negate(at: path) }
            take(changed)
        case .toggle:
            guard chosen != [[]] else { return .outermost }
            for path in chosen { changed.toggle(at: path) }
            take(changed)
        case .delete:
            guard chosen != [[]] else { return .outermost }
            changed.remove(chosen)
            take(changed)
        case .duplicate:
            guard let copy = changed.duplicate(at: cursor) else { return .outermost }
            take(changed, cursor: copy)
        case .group:
            guard let group = changed.group(chosen) else { return cursor.isEmpty ? .outermost : .apart }
            take(changed, cursor: group)
        case .ungroup:
            guard let place = changed.ungroup(at: cursor) else {
                return cursor.isEmpty || node?.isGroup == false ? .outermost : .prefixed
            }
            take(changed, cursor: place)
        default:
            guard let place = changed.move(at: cursor, by: action == .moveUp ? -1 : 1) else { return .end }
            take(changed, cursor: place)
        }
        return nil
    }
}
