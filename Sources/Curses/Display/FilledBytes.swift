extension [UInt8] {
    /// The bytes that a C function fills in; it says how many.
    init(room: Int, _ fill: (UnsafeMutablePointer<UInt8>?, Int) -> Int) {
        self.init(unsafeUninitializedCapacity: room) { buffer, count in
            count = fill(buffer.baseAddress, room)
        }
    }
}
