/// A clock that runs faster on busy days.
///
/// Waiting times measured on it crowd into the sales by themselves.
struct SeasonalClock {
    /// What the clock shows when the window ends.
    let end: Double
    private let sums: [Double]

    init(_ season: Season) {
        var sum = 0.0
        var sums = [0.0]
        for day in 0..<Window.days {
            sum += Double(season.weight(ofDay: day))
            sums.append(sum)
        }
        // An average day takes a day.
        let scale = Double(Window.days) / sum
        self.sums = sums.map { $0 * scale }
        end = Double(Window.days)
    }

    /// What the clock shows at a time of the window.
    func reading(at time: Int) -> Double {
        let day = time / Window.secondsADay
        let part = Double(time % Window.secondsADay) / Double(Window.secondsADay)
        return sums[day] + (sums[day + 1] - sums[day]) * part
    }

    /// The day on which the clock shows a reading from 0 up to `end`.
    func day(at reading: Double) -> Int {
        var low = 0
        var high = Window.days - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle + 1] > reading {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}
