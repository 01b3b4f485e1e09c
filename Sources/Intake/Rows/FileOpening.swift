import CKernels

/// The first look at a file that has a plan: past the byte order mark and the header.
struct FileOpening {
    let rows: FileRows
    /// Fields a row.
    let width: Int
    /// The members of a JSON file's objects.
    let members: JSONMembers?

    init(_ window: Window, plan: FilePlan, pace: IntakeReader.Pace) throws(IntakeError) {
        let headers = plan.columns.compactMap { column in
            if case .position = column.source { column.header } else { nil }
        }
        width = headers.count
        switch plan.format.layout {
        case .jsonLines:
            let members = JSONMembers(headers)
            self.members = members
            try window.fillFirst(newline: UInt8(ascii: "\n"), upTo: 3)
            window.skipByteOrderMark()
            rows = .json(JSONRows(window, members: members, longestRow: pace.longestRow))
        case .csv(let dialect):
            members = nil
            var rows = CSVRows(
                window, dialect: dialect, width: headers.count, longestRow: pace.longestRow,
                isVectorised: pace.isVectorised)
            try window.fillFirst(newline: rows.marks.newline, upTo: 3)
            window.skipByteOrderMark()
            if dialect.hasHeader, rows.skipHeader() != headers.count {
                throw window.takeFailure() ?? .changed(path: window.path)
            }
            self.rows = .csv(rows)
        }
    }
}
