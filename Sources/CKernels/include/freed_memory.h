#pragma once

/// Keeps up to so many bytes of freed memory with the process, an arena of the C library each.
void keep_freed_memory(int bytes);
