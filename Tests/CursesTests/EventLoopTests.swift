import Curses
import Glibc
import Testing

struct EventLoopTests {
    private let mailbox = Mailbox<Int>()

    @Test func `time runs out when nothing happens`() throws {
        let keyboard = Keyboard()
        let loop = try EventLoop(mailbox: mailbox, keyboard: keyboard.reading)
        #expect(loop.wait(upTo: .milliseconds(3)) == [])
    }

    @Test func `a typed key wakes until it is read`() throws {
        let keyboard = Keyboard()
        let loop = try EventLoop(mailbox: mailbox, keyboard: keyboard.reading)
        keyboard.type("j")
        #expect(loop.wait(upTo: .seconds(5)) == .keyboard)
        #expect(loop.wait(upTo: .seconds(5)) == .keyboard)
        keyboard.read()
        #expect(loop.wait(upTo: .zero) == [])
    }

    @Test func `a keyboard that is gone is a hang-up`() throws {
        let keyboard = Keyboard()
        let loop = try EventLoop(mailbox: mailbox, keyboard: keyboard.reading)
        keyboard.unplug()
        #expect(loop.wait(upTo: .seconds(5)) == .hangUp)
    }

    @Test func `a message from another thread wakes, and messages keep their order`() async throws {
        let keyboard = Keyboard()
        let loop = try EventLoop(mailbox: mailbox, keyboard: keyboard.reading)
        let mailbox = mailbox
        await Task { @concurrent in for number in 0..<1000 { mailbox.post(number) } }.value
        #expect(loop.wait(upTo: .seconds(5)) == .mailbox)
        #expect(mailbox.drain() == Array(0..<1000))
        #expect(mailbox.drain() == [])
        #expect(loop.wait(upTo: .zero) == [])
        mailbox.post(1)
        #expect(loop.wait(upTo: .seconds(5)) == .mailbox)
    }

    @Test func `no message is lost between many threads`() async {
        let mailbox = mailbox
        let taken = await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { for number in 0..<500 { mailbox.post(number) } }
            }
            var taken = 0
            while taken < 2000 {
                taken += mailbox.drain().count
                await Task.yield()
            }
            return taken
        }
        #expect(taken == 2000)
    }

    @Test func `an output that takes bytes wakes`() throws {
        let keyboard = Keyboard()
        let loop = try EventLoop(mailbox: mailbox, keyboard: keyboard.reading)
        #expect(loop.wait(upTo: .seconds(5), output: keyboard.writing) == .writable)
    }
}

/// A pipe to type into.
private final class Keyboard {
    let reading: Int32
    private(set) var writing: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        (reading, writing) = (ends[0], ends[1])
    }

    deinit {
        close(reading)
        unplug()
    }

    func type(_ key: String) {
        var key = key
        key.withUTF8 { _ = write(writing, $0.baseAddress, $0.count) }
    }

    func read() {
        var bytes = [UInt8](repeating: 0, count: 16)
        _ = Glibc.read(reading, &bytes, 16)
    }

    func unplug() {
        if writing >= 0 { close(writing) }
        writing = -1
    }
}
