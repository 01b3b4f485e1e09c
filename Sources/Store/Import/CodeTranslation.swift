import Columnar
import GRDB

/// Turns the codes of a file into those of a column's codebook in the store, adding the texts that are new there.
struct CodeTranslation {
    private let column: Int
    private let importID: Int
    /// The store's code of each text of the column.
    private var codes: [String: UInt32]
    /// The store's code of each code of the file.
    private var translated: [UInt32] = []
    /// Whether each of them is the same, as in the first file that fills the column.
    private var isIdentity = true

    init(column: Int, import importID: Int, in db: Database) throws {
        self.column = column
        self.importID = importID
        codes = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT code, text FROM codebook WHERE \"column\" = ?", arguments: [column])
        while let row = try rows.next() { codes[row["text"]] = row["code"] }
    }

    /// A vector of the file in the codes of the store.
    mutating func translate(_ vector: Vector, in db: Database) throws -> Vector {
        switch vector {
        case .codes(let values, let appended):
            try learn(appended, in: db)
            if isIdentity { return .codes(values, appended: []) }
            return .codes(
                values.map { $0 == Vector.missingCode ? $0 : translated[Int($0)] }, appended: [])
        case .lists(let ends, let values, let appended):
            try learn(appended, in: db)
            return .lists(ends: ends, codes: values.map { translated[Int($0)] }, appended: [])
        case .integers, .numbers, .texts:
            return vector
        }
    }

    private mutating func learn(_ texts: [String], in db: Database) throws {
        guard !texts.isEmpty else { return }
        let insert = try db.cachedStatement(
            sql: "INSERT INTO codebook (\"column\", code, text, import) VALUES (?, ?, ?, ?)")
        for text in texts {
            if let known = codes[text] {
                isIdentity = isIdentity && Int(known) == translated.count
                translated.append(known)
                continue
            }
            let code = UInt32(codes.count)
            isIdentity = isIdentity && Int(code) == translated.count
            codes[text] = code
            translated.append(code)
            try insert.execute(arguments: [column, code, text, importID])
        }
    }
}
