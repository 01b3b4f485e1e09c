import Customers
import Phrases
import Screens

extension Sample {
    /// A store of one's own, which is not the made-up shop.
    static let ownStore: OpenStore = {
        var store = Sample.store
        store.summary.isSample = false
        return store
    }()

    static let imports = [
        record(2, "orders.csv", "orders", rows: 1000, inserted: 940, rejected: 10),
        record(1, "people.csv", "profiles", rows: 120, inserted: 120, rejected: 0),
    ]

    private static func record(
        _ id: Int, _ file: String, _ kind: String, rows: Int, inserted: Int, rejected: Int
    ) -> ImportRecord {
        let counts = ImportSummary(
            file: file, kind: kind, source: "shop", rows: rows, inserted: inserted, updated: 0,
            duplicates: rows - inserted - rejected, rejected: rejected, seconds: 1.2, rejectsPath: nil, importID: id)
        return ImportRecord(id: id, counts: counts, author: "olga", finished: Instant(seconds: 1_795_000_000))
    }

    /// What the file seems to hold, with what was decided about it.
    static func preview(_ wish: ImportWish) -> ImportPreview {
        let columns = [
            ImportPreview.Column(
                header: "order_id", target: "order_id", role: "key", type: .integer, samples: ["1", "2", "3", "4", "5"]),
            ImportPreview.Column(
                header: "E-mail", target: "email", role: "identifier email", type: .text,
                samples: ["a@b.pl", "c@d.pl"]),
            ImportPreview.Column(
                header: "when", target: "when", role: "time", type: .timestamp, samples: ["2025-01-01", "2025-01-02"]),
            ImportPreview.Column(
                header: "sum", target: "sum", role: "property", type: .text, samples: ["12,50", "8,00"]),
        ].map { column in
            var column = column
            let decision = wish.columns.first { $0.header == column.header }
            column.role = decision?.role ?? column.role
            column.target = decision?.target ?? column.target
            column.type = decision?.type ?? column.type
            return column
        }
        let hasCustomer = columns.contains { $0.role.hasPrefix("identifier") }
        return ImportPreview(
            path: wish.path, kind: wish.kind ?? (wish.path == "odd.csv" ? "" : "orders"),
            kinds: ["profiles", "events", "orders"], source: wish.source ?? "shop",
            format: [Phrase("file.delimiter.semicolon", "semicolon"), Phrase(verbatim: "UTF-8")], bytes: 120_000,
            columns: columns,
            notes: [
                Phrase(
                    "plan.note.zone", "Times in ‘%1’ have no zone and are read in the workspace's zone.", "when")
            ],
            problem: hasCustomer ? nil : Phrase(verbatim: "orders.csv lacks a column that names the customer."),
            identifierKinds: ["profile_id"])
    }
}
