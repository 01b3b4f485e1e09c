import Terminal
import Testing

struct AreaChartTests {
    @Test func `a curve is filled from below, two values a cell`() {
        var canvas = Canvas(columns: 8, rows: 2)
        let chart = AreaChart([1, 2, 4, 8, nil, 0, 8, 8], top: "8")
        #expect(chart.capacity(columns: 8, on: canvas) == 12)
        chart.draw(in: canvas.bounds, on: &canvas)
        #expect(canvas.text == "8  ⢸ ⣿\n0 ⣠⣿ ⣿")
    }

    @Test func `a curve of plain characters has one value a cell`() {
        var canvas = Canvas(columns: 8, rows: 2, drawing: .ascii)
        AreaChart([1, 2, 4, 0, 4], top: "4").draw(in: canvas.bounds, on: &canvas)
        #expect(canvas.text == "4   # #\n0 ### #")
    }
}
