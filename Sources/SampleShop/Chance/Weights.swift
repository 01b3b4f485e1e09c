/// How likely each of several choices is, relative to the others.
struct Weights {
    /// The sum of all weights.
    let total: Int
    private let borders: [Int]

    init(_ weights: [Int]) {
        var sum = 0
        borders = weights.map { weight in
            sum += weight
            return sum
        }
        total = sum
    }

    /// The choice that covers a place from 0 up to `total`.
    func index(at place: Int) -> Int {
        var low = 0
        var high = borders.count - 1
        while low < high {
            let middle = (low + high) / 2
            if borders[middle] > place {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}
