import Terminal
import Testing

struct ScrollTests {
    @Test(arguments: [
        (Action.up, 4), (.down, 6), (.pageUp, 0), (.pageDown, 14), (.first, 0), (.last, 99), (.open, 5),
    ])
    func `moves the selection`(action: Action, selected: Int) {
        var scroll = Scroll(count: 100, selected: 5)
        #expect(scroll.move(action, page: 10) == (action != .open))
        #expect(scroll.selected == selected)
    }

    @Test func `the view follows and leaves no rows empty`() {
        var scroll = Scroll(count: 20)
        scroll.move(.last, page: 8)
        #expect(scroll.visible(page: 8) == 12..<20)
        scroll.move(.up, page: 8)
        #expect(scroll.visible(page: 8) == 12..<20)
        scroll.resize(to: 5)
        #expect(scroll.selected == 4)
        #expect(scroll.visible(page: 8) == 0..<5)
    }

    @Test func `nothing can be selected where there is nothing`() {
        var scroll = Scroll(count: 0, selected: 3)
        #expect(scroll.selection == nil)
        scroll.move(.down, page: 5)
        #expect(scroll.selected == 0)
        #expect(scroll.visible(page: 5).isEmpty)
    }
}
