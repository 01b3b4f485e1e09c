#pragma once

/// Lets two files trade their names at once.
///
/// - Returns: 0 where they did; else the system's error number, and both are as they were.
int traded_names(const char *one, const char *other);
