extension CacheDirectory {
    /// The directory as it stands in a file.
    var bytes: [UInt8] {
        var writer = DirectoryWriter()
        writer.write(identity)
        for number in [version, undone, records, events, orphanLines] { writer.write(number) }
        writer.write(firstEvent)
        writer.write(lastEvent)
        writer.write(imports) { $0.write($1) }
        writer.write(plainTraits) { $0.write($1) }
        writer.write(widened) { $0.write($1) }
        writer.write(identifierKinds) { $0.write($1) }
        writer.write(identifierTraits.sorted { $0.key < $1.key }) { writer, kind in
            writer.write(kind.key)
            writer.write(kind.value) { $0.write($1) }
        }
        writer.write(sections.sorted { $0.value.offset < $1.value.offset }) { writer, section in
            writer.write(section.key)
            for number in [section.value.offset, section.value.count, section.value.width] { writer.write(number) }
        }
        for entries in [traits, changes, orderProperties, lineProperties] { writer.write(entries) { $0.write($1) } }
        writer.write(tables) { writer, table in
            writer.write(table.name)
            writer.write(table.prefix)
            writer.write(table.rows)
            writer.write(table.isCovered)
            writer.write(table.properties) { $0.write($1) }
        }
        return writer.bytes
    }

    /// Reads the directory from the bytes of a file.
    init(bytes: [UInt8]) throws(DirectoryReader.Damage) {
        var reader = DirectoryReader(bytes)
        identity = try reader.text()
        version = try reader.number()
        undone = try reader.number()
        records = try reader.number()
        events = try reader.number()
        orphanLines = try reader.number()
        firstEvent = try reader.optionalNumber()
        lastEvent = try reader.optionalNumber()
        imports = try reader.array { reader throws(DirectoryReader.Damage) in try reader.number() }
        plainTraits = try reader.array { reader throws(DirectoryReader.Damage) in try reader.number() }
        widened = try reader.texts()
        identifierKinds = try reader.texts()
        let kinds = try reader.array { reader throws(DirectoryReader.Damage) in
            (try reader.text(), try reader.texts())
        }
        identifierTraits = Dictionary(kinds) { first, _ in first }
        let places = try reader.array { reader throws(DirectoryReader.Damage) in
            (
                try reader.text(),
                Section(offset: try reader.number(), count: try reader.number(), width: try reader.number())
            )
        }
        sections = Dictionary(places) { first, _ in first }
        guard sections.values.allSatisfy({ $0.offset >= 0 && $0.count >= 0 && $0.width >= 0 }) else {
            throw DirectoryReader.Damage()
        }
        traits = try reader.entries()
        changes = try reader.entries()
        orderProperties = try reader.entries()
        lineProperties = try reader.entries()
        tables = try reader.array { reader throws(DirectoryReader.Damage) in
            TableEntry(
                name: try reader.text(), prefix: try reader.text(), rows: try reader.number(),
                isCovered: try reader.flag(), properties: try reader.entries())
        }
        guard reader.isAtEnd else { throw DirectoryReader.Damage() }
    }
}

extension DirectoryWriter {
    fileprivate mutating func write(_ entry: CacheDirectory.ColumnEntry) {
        write(entry.name)
        write(entry.prefix)
        for number in [
            entry.form.rawValue, Int(entry.meaning), entry.width, entry.scale, entry.distinct, entry.sets,
            entry.setStride, entry.rows,
        ] {
            write(number)
        }
        write(entry.hasPresence)
        write(entry.hasChanges)
    }
}

extension DirectoryReader {
    fileprivate mutating func texts() throws(Damage) -> [String] {
        try array { reader throws(Damage) in try reader.text() }
    }

    fileprivate mutating func entries() throws(Damage) -> [CacheDirectory.ColumnEntry] {
        try array { reader throws(Damage) in try reader.entry() }
    }

    private mutating func entry() throws(Damage) -> CacheDirectory.ColumnEntry {
        let (name, prefix) = (try text(), try text())
        guard let form = CacheDirectory.Form(rawValue: try number()) else { throw Damage() }
        var entry = CacheDirectory.ColumnEntry(name: name, prefix: prefix, form: form)
        entry.meaning = UInt8(truncatingIfNeeded: try number())
        entry.width = try number()
        entry.scale = try number()
        entry.distinct = try number()
        entry.sets = try number()
        entry.setStride = try number()
        entry.rows = try number()
        entry.hasPresence = try flag()
        entry.hasChanges = try flag()
        return entry
    }
}
