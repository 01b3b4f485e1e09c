import Customers

extension FilePlan {
    /// A plan for a file, from its header and its first rows (8 MiB or 65,536 rows at most).
    ///
    /// `kind` is what a person says the rows are; the mapping's kind counts next, and what neither says is guessed.
    public static func guess(
        _ path: String, as kind: FileKind? = nil, mapping: Mapping = Mapping()
    ) throws(IntakeError) -> FilePlan {
        let draft = try draft(path, as: kind, mapping: mapping)
        if let fault = draft.fault { throw fault }
        return draft.plan
    }

    /// A plan as `guess` makes it, also where it cannot be carried out yet.
    ///
    /// - Throws: what hides the columns themselves: a file that cannot be read, or a mapping of another file.
    public static func draft(
        _ path: String, as kind: FileKind? = nil, mapping: Mapping = Mapping()
    ) throws(IntakeError) -> PlanDraft {
        let sample = try Sample(path, mapping: mapping)
        let decisions = try Decisions(mapping, headers: sample.headers)
        var meanings = sample.headers.map(HeaderWords.meaning)
        for (position, role) in decisions.roles { meanings[position] = role.meaning ?? meanings[position] }
        for constant in mapping.constants { meanings.append(HeaderWords.meaning(of: constant.target)) }
        let times = Set(sample.headers.indices.filter { sample.evidence[$0].looksLikeTime })
        let saysRefund = sample.headers.indices.contains {
            meanings[$0] == .weakEventName && sample.evidence[$0].saysRefund
        }
        let known =
            kind ?? decisions.kind
            ?? KindGuess.kind(
                meanings, headers: sample.headers,
                hasTime: meanings.indices.contains { meanings[$0] == .time && times.contains($0) },
                saysRefund: saysRefund)
        let kind = known ?? .profiles
        let isRefunds = kind == .events && KindGuess.isRefunds(meanings)
        // The type of a refund is no name of an event.
        if isRefunds, !saysRefund { meanings = meanings.map { $0 == .weakEventName ? nil : $0 } }
        let lacksName = !meanings.contains(.eventName) && !meanings.contains(.weakEventName)
        meanings.removeLast(mapping.constants.count)
        let named = decisions.roles.filter { $0.value != .property && $0.value != .ignored }
        var roles = RoleGuess(
            kind: kind, headers: sample.headers, meanings: meanings,
            times: times.subtracting(decisions.roles.keys)
        ).roles
        // A role that a mapping gives to one column is no longer guessed for another.
        for (position, role) in roles.enumerated() where role.isSingle && named.values.contains(role) {
            roles[position] = .property
        }
        if named.values.contains(where: \.isIdentifier), decisions.replacesIdentifiers {
            for position in roles.indices where roles[position].isIdentifier { roles[position] = .property }
        }
        for (position, role) in decisions.roles { roles[position] = role }
        var plan = FilePlan(
            kind: kind, source: mapping.source ?? sourceName(path), format: sample.format, columns: [],
            notes: sample.notes)
        plan.addColumns(sample, meanings: meanings, roles: roles)
        var decided = mapping
        if isRefunds, lacksName { decided.constants.append(Mapping.Constant(target: "event", value: "refund")) }
        let fault = plan.decide(decisions, decided, path: path)
        return PlanDraft(
            plan: plan, fault: known == nil ? .unknownKind(path: path, headers: sample.headers) : fault)
    }

    private mutating func addColumns(_ sample: Sample, meanings: [HeaderMeaning?], roles: [Role]) {
        let guess = ColumnGuess(kind: kind, sample: sample)
        var taken: Set<String> = []
        for position in sample.headers.indices {
            var (column, notes) = guess.plan(
                position, meaning: meanings[position], role: roles[position], taken: &taken)
            if sample.nameless.contains(position) {
                let isEmpty = sample.evidence[position].values == 0
                if isEmpty { column.role = .ignored }
                notes = [isEmpty ? .leftOut(position: position) : .named(position: position, as: column.header)]
            }
            self.notes += notes
            columns.append(column)
        }
    }

    /// The name of the file without folders and the ends that say its format.
    private static func sourceName(_ path: String) -> String {
        var name = path.split(separator: "/").last ?? Substring(path)
        for end in [".gz", ".csv", ".tsv", ".txt", ".jsonl", ".ndjson", ".json"] where name.lowercased().hasSuffix(end)
        {
            name = name.dropLast(end.count)
        }
        return name.isEmpty ? "file" : String(name)
    }
}

extension TypeEvidence {
    /// Whether the values could be the times of rows.
    var looksLikeTime: Bool {
        isMostlyTime
            || values > 0
                && (!candidates.isDisjoint(with: [.isoTime, .isoDate, .epoch, .compactDate]) || !formats.isEmpty)
    }
}

extension Role {
    /// Whether a file has one column of the role at most.
    var isSingle: Bool { self == .key || self == .time || self == .eventName }

    /// What a header would say of a column with the role.
    var meaning: HeaderMeaning? {
        switch self {
        case .identifier: .customer
        case .eventName: .eventName
        case .time: .time
        case .key, .property, .ignored: nil
        }
    }
}
