import Dispatch
import Synchronization

/// Goes through the columns of a table on several threads, each column on one.
struct ColumnThreads {
    let count: Int

    /// Fields from which a second thread is worth its call.
    private static let manyFields = 8192

    /// Calls `body` with each column and the number of the thread that takes it.
    ///
    /// - `rows`: the rows of the table; where they are few, one thread does it all.
    func forEach(of columns: Int, rows: Int, _ body: @Sendable (_ column: Int, _ thread: Int) -> Void) {
        let next = Atomic(0)
        let isShared = count > 1 && columns > 1 && rows * columns >= Self.manyFields
        DispatchQueue.concurrentPerform(iterations: isShared ? count : 1) { thread in
            while true {
                let column = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard column < columns else { return }
                body(column, thread)
            }
        }
    }
}
