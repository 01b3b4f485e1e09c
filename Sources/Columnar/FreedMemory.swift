import CKernels

/// Memory that is freed between questions.
public enum FreedMemory {
    /// Keeps up to so many bytes of freed memory with the process, for each arena of the C library.
    ///
    /// Answers are sets of 125 KB for a million profiles and come and go by the dozen with each question. Left to itself
    /// the C library gives such memory back at once, and a question spends a quarter of its time on getting it again.
    public static func keep(bytes: Int32) {
        keep_freed_memory(bytes)
    }
}
