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

    @Test func `a step past the edge brings a third of a page into view, and the next ones move the cursor alone`() {
        var scroll = Scroll(count: 100)
        var tops: [Int] = []
        for _ in 1...16 {
            scroll.move(.down, page: 12)
            tops.append(scroll.visible(page: 12).lowerBound)
        }
        #expect(tops == Array(repeating: 0, count: 11) + Array(repeating: 5, count: 5))
        scroll = Scroll(count: 100, selected: 50, top: 50)
        scroll.move(.up, page: 12)
        #expect(scroll.visible(page: 12) == 45..<57)
        scroll = Scroll(count: 100, selected: 98, top: 87)
        scroll.move(.down, page: 12)
        #expect(scroll.visible(page: 12) == 88..<100)
        scroll = Scroll(count: 100, selected: 1, top: 1)
        scroll.move(.up, page: 12)
        #expect(scroll.visible(page: 12) == 0..<12)
    }
}
