#pragma once

#include <vterm.h>

/* Tagged unions and their macros do not come through to Swift. */
static inline int cell_foreground_is_default(const VTermScreenCell *cell) { return VTERM_COLOR_IS_DEFAULT_FG(&cell->fg); }
static inline int cell_background_is_default(const VTermScreenCell *cell) { return VTERM_COLOR_IS_DEFAULT_BG(&cell->bg); }
