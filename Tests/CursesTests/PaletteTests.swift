import Curses
import Terminal
import Testing

struct PaletteTests {
    @Test(arguments: [
        (256, Color.indexed(208), Int32(208)), (256, .rgb(0xFF8700), 208), (256, .rgb(0x080808), 232),
        (16, .indexed(9), 9), (16, .indexed(196), 9), (16, .rgb(0xFFFFFF), 15), (8, .indexed(21), 4),
        (1 << 24, .rgb(0x123456), 0x123456), (1 << 24, .rgb(3), 8), (1 << 24, .rgb(0), 0),
        (1 << 24, .indexed(208), 0xFF8700),
    ])
    func `finds the nearest colour that the terminal has`(count: Int, color: Color, number: Int32) {
        #expect(Palette(count: count).number(of: color) == number)
    }

    @Test func `never asks for a number that is not there`() {
        for count in [8, 16, 256, 1 << 24] {
            for index in UInt8.min...255 {
                #expect((0..<Int32(count)).contains(Palette(count: count).number(of: .indexed(index))))
            }
        }
    }
}
