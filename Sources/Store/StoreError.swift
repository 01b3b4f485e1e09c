/// Why a store cannot do what it was asked.
public enum StoreError: Error, Equatable, Sendable {
    /// The file cannot be opened, with the system's or SQLite's reason.
    case cannotOpen(path: String, reason: String)
    /// The file was made by a later version of Patron.
    case tooNew(path: String)
    /// The file is an SQLite database but not a store of Patron.
    case notAStore(path: String)
    /// A block does not hold what it says.
    case damagedBlock
    /// Another process is importing.
    case importRunning
    /// No import has this number.
    case noImport(Int)
    /// No setting has this key.
    case noSetting(String)
    /// A setting cannot take this value.
    case badSetting(key: String, reason: String)
    /// No segment has this name.
    case noSegment(String)
    case noFunnel(String)
    /// SQLite refused, with its message, which never holds values.
    case database(String)
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason): "The store \(path) cannot be opened: \(reason)."
        case .tooNew(let path):
            "The store \(path) was made by a later version of Patron; update the program to open it."
        case .notAStore(let path):
            "The file \(path) is not a store of Patron; name another with --store."
        case .damagedBlock:
            "A block of the store is damaged; `patron check` names it, and a backup restores it."
        case .importRunning:
            "Another import into this store is running; try again when it has finished."
        case .noImport(let number):
            "There is no import \(number); `patron import list` shows them."
        case .noSetting(let key):
            "There is no setting ‘\(key)’; `patron settings` lists them."
        case .badSetting(let key, let reason): "The setting ‘\(key)’ cannot take this value: \(reason)."
        case .noFunnel(let name):
            "There is no funnel ‘\(name)’; `patron funnel list` shows those there are."
        case .noSegment(let name):
            "There is no segment ‘\(name)’; `patron segment list` shows them."
        case .database(let message): "The store refused: \(message)."
        }
    }
}
