import GRDB

/// The schema of the store, a step a version.
enum Schema {
    /// What SQLite's `application_id` says of a store of Patron: the bytes `PTRN`.
    static let applicationID = 0x5054_524E

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 house") { db in
            for statement in first { try db.execute(sql: statement) }
        }
        // Columns that leave gaps out cannot be read by a program that does not know of them, so that it has to refuse the store.
        migrator.registerMigration("2 gaps left out") { _ in }
        migrator.registerMigration("3 funnels") { db in
            try db.execute(
                sql: """
                    CREATE TABLE funnel (
                        name TEXT NOT NULL, version INTEGER NOT NULL, source TEXT, author TEXT NOT NULL,
                        saved INTEGER NOT NULL, PRIMARY KEY (name, version)) STRICT
                    """)
        }
        return migrator
    }

    private static let first = [
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
        """
        CREATE TABLE import (
            id INTEGER PRIMARY KEY, file TEXT NOT NULL, kind TEXT NOT NULL, source INTEGER NOT NULL REFERENCES source,
            author TEXT NOT NULL, started INTEGER NOT NULL, finished INTEGER, seconds REAL,
            first_record INTEGER NOT NULL, records INTEGER NOT NULL DEFAULT 0, kinds TEXT NOT NULL DEFAULT '',
            rows INTEGER NOT NULL DEFAULT 0, inserted INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL DEFAULT 0,
            duplicates INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0) STRICT
        """,
        """
        CREATE TABLE "column" (
            id INTEGER PRIMARY KEY, family INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
            identifier TEXT, import INTEGER REFERENCES import, UNIQUE (family, name, type)) STRICT
        """,
        """
        CREATE TABLE codebook (
            "column" INTEGER NOT NULL REFERENCES "column", code INTEGER NOT NULL, text TEXT NOT NULL,
            import INTEGER NOT NULL, PRIMARY KEY ("column", code)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE log (
            seq INTEGER PRIMARY KEY, family INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import,
            record INTEGER, time INTEGER, properties TEXT NOT NULL) STRICT
        """,
        """
        CREATE TABLE block (
            id INTEGER PRIMARY KEY, family INTEGER NOT NULL, level INTEGER NOT NULL DEFAULT 0,
            first_seq INTEGER NOT NULL, rows INTEGER NOT NULL, first_record INTEGER, last_record INTEGER,
            first_time INTEGER, last_time INTEGER, import INTEGER NOT NULL REFERENCES import) STRICT
        """,
        "CREATE INDEX block_family ON block (family, first_seq)",
        """
        CREATE TABLE block_column (
            id INTEGER PRIMARY KEY, block INTEGER NOT NULL REFERENCES block, "column" INTEGER NOT NULL REFERENCES "column",
            encoding INTEGER NOT NULL, data BLOB NOT NULL, UNIQUE (block, "column")) STRICT
        """,
        """
        CREATE TABLE keyset (
            id INTEGER PRIMARY KEY, family INTEGER NOT NULL, source INTEGER NOT NULL REFERENCES source,
            kind TEXT NOT NULL, count INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import,
            data BLOB NOT NULL) STRICT
        """,
        """
        CREATE TABLE product (
            id INTEGER PRIMARY KEY, product TEXT NOT NULL, properties TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source, import INTEGER NOT NULL REFERENCES import,
            UNIQUE (product, import)) STRICT
        """,
        """
        CREATE TABLE consent (
            id INTEGER PRIMARY KEY, record INTEGER NOT NULL, address TEXT, channel TEXT NOT NULL, purpose TEXT NOT NULL,
            state TEXT NOT NULL, time INTEGER NOT NULL, source INTEGER NOT NULL REFERENCES source, wording TEXT,
            law TEXT, actor TEXT, hash INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import) STRICT
        """,
        "CREATE INDEX consent_record ON consent (record)",
        """
        CREATE TABLE segment (
            name TEXT NOT NULL, version INTEGER NOT NULL, source TEXT, author TEXT NOT NULL, saved INTEGER NOT NULL,
            PRIMARY KEY (name, version)) STRICT
        """,
        """
        CREATE TABLE merge (
            id INTEGER PRIMARY KEY, record INTEGER NOT NULL, profile INTEGER NOT NULL, time INTEGER NOT NULL,
            author TEXT NOT NULL, undoes INTEGER REFERENCES merge) STRICT
        """,
        """
        CREATE TABLE audit (
            id INTEGER PRIMARY KEY, time INTEGER NOT NULL, author TEXT NOT NULL, action TEXT NOT NULL,
            subject TEXT NOT NULL) STRICT
        """,
    ]
}
