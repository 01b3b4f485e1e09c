import Customers
import Foundation
import Synchronization
import Terminal

/// Shows how far work has come, on one line of a terminal's standard error, for work over a second.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let last = Mutex<Double>(0)

    init(isWanted: Bool) {
        isShown = isWanted && isatty(2) == 1
    }

    func show(_ progress: ImportProgress) {
        let share = progress.bytes > 0 ? min(1, Double(progress.bytesRead) / Double(progress.bytes)) : 0
        show(progress.rows, "rows", share: share, seconds: progress.seconds)
    }

    /// Shows how many dates of a history are asked.
    func show(_ dates: Int, of all: Int, seconds: Double) {
        show(dates, "dates", share: Double(dates) / Double(max(1, all)), seconds: seconds)
    }

    private func show(_ count: Int, _ unit: String, share: Double, seconds: Double) {
        guard isShown, seconds >= 1 else { return }
        let isDue = last.withLock { last in
            guard seconds - last >= 0.1 else { return false }
            last = seconds
            return true
        }
        guard isDue else { return }
        let rate = Int(Double(count) / seconds)
        let left = share > 0 ? Int(seconds / share - seconds) : 0
        let filled = Int(share * 20)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
        write(
            "\r[\(bar)] \(Numbers.percent(share, places: 0))  \(Numbers.grouped(count)) \(unit)  \(Numbers.grouped(rate))/s  \(left) s left\u{1B}[K"
        )
    }

    func end() {
        guard isShown, last.withLock({ $0 > 0 }) else { return }
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
