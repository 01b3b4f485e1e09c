public import Phrases

/// Why a store cannot do what it was asked.
public enum StoreError: Phrased, Equatable {
    /// The file cannot be opened, with a reason of ours or in the words of the system or of SQLite.
    case cannotOpen(path: String, reason: Phrase)
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
    case badSetting(key: String, reason: Phrase)
    /// No segment has this name.
    case noSegment(String)
    case noFunnel(String)
    /// Nothing can be written where temporary files go.
    case noTemporaryFolder
    /// SQLite refused, with its message, which never holds values.
    case database(String)
}

extension StoreError: CustomStringConvertible {
    public var description: String { phrase.description }

    public var phrase: Phrase {
        switch self {
        case .cannotOpen(let path, let reason):
            Phrase("store.wrong.open", "The store %1 cannot be opened: %2.", path).with(reason)
        case .tooNew(let path):
            Phrase(
                "store.wrong.newer",
                "The store %1 was made by a later version of Patron; update the program to open it.", path)
        case .notAStore(let path):
            Phrase("store.wrong.foreign", "The file %1 is not a store of Patron; name another with --store.", path)
        case .damagedBlock:
            Phrase(
                "store.wrong.block",
                "A block of the store is damaged; `patron check` names it, and a backup restores it.")
        case .importRunning:
            Phrase(
                "store.wrong.importing",
                "Another import into this store is running; try again when it has finished.")
        case .noImport(let number):
            Phrase("store.wrong.import", "There is no import %1; `patron import list` shows them.", "\(number)")
        case .noSetting(let key):
            Phrase("store.wrong.setting", "There is no setting ‘%1’; `patron settings` lists them.", key)
        case .badSetting(let key, let reason):
            Phrase("store.wrong.value", "The setting ‘%1’ cannot take this value: %2.", key).with(reason)
        case .noFunnel(let name):
            Phrase(
                "store.wrong.funnel", "There is no funnel ‘%1’; `patron funnel list` shows those there are.", name)
        case .noSegment(let name):
            Phrase("store.wrong.segment", "There is no segment ‘%1’; `patron segment list` shows them.", name)
        case .noTemporaryFolder:
            Phrase(
                "store.wrong.temporary",
                "The store refused: the folder for temporary files cannot be written.")
        case .database(let message): Phrase("store.wrong.refused", "The store refused: %1.", message)
        }
    }
}
